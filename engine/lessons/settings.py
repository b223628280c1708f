"""Settings that a lesson names: whether there are such, and whether they may have the values that it gives."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.config import Experiment, problem_sentence
from engine.errors import ConfigError
from engine.settings import Settings
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.lessons.table import Table

SHOWN = 60


@cache
def setting_paths() -> tuple[str, ...]:
    """Return the dotted paths of all settings, those of layers left out."""
    return tuple(_paths(Experiment, ""))


def is_setting(path: str) -> bool:
    """Whether there is a setting at a dotted path."""
    return path in setting_paths()


def _paths(settings: type[Settings], before: str) -> Iterator[str]:
    for name, info in settings.model_fields.items():
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, Settings):
            yield from _paths(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def note_setting(table: Table, key: str, path: object) -> None:
    """Note that something names no setting, and which may be meant."""
    text = visible(str(path)[:SHOWN])
    near = get_close_matches(text, setting_paths(), n=3, cutoff=0.5)
    sentence = Phrase("There is no setting “{path}”.", path=text)
    if near:
        meant = Phrase("What is meant may be {known}.", known=Phrase.listed(f"“{item}”" for item in near))
        sentence = Phrase.joined((sentence, meant))
    table.note(key, sentence)


def read_settings(table: Table) -> dict[str, Any]:
    """Return the settings of a table, each by its path; those that cannot be are noted."""
    found: dict[str, Any] = {}
    for path in table:
        value = table.raw(path)
        if not is_setting(path):
            note_setting(table, path, path)
            continue
        try:
            Experiment().with_(**{path: value})
        except ConfigError as error:
            causes = map(problem_sentence, error.problems)
            table.note(path, Phrase.joined(causes) if error.problems else error.what)
        else:
            found[path] = value
    return found
