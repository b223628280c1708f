"""Settings that mean nothing beside the others as they are, such as the momentum of a rule that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import CHOICE_LABELS
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.settings import Settings


def idle_because(settings: Settings, name: str) -> Phrase:
    """Say beside which others a setting would count; an empty phrase where it counts now.

    Args:
        settings: With the setting in it.
        name: Of the setting.
    """
    fields = type(settings).model_fields
    needs = fields[name].only_with
    if not needs or any(_counts(getattr(settings, other), choices) for other, choices in needs.items()):
        return Phrase("")
    others = [_where(fields[other].label, choices) for other, choices in needs.items()]
    return Phrase("It counts only where this is chosen: {others}.", others=Phrase.listed(others))


def _counts(value: object, choices: tuple[object, ...]) -> bool:
    return value in choices if choices else bool(value)


def _where(label: str, choices: tuple[object, ...]) -> Phrase:
    if not choices:
        return Phrase("“{setting}”", setting=Phrase(label))
    named = (Phrase(CHOICE_LABELS[choice]) for choice in choices)  # type: ignore[index]
    return Phrase("“{setting}” ({choices})", setting=Phrase(label), choices=Phrase.listed(named))
