"""Which settings a sweep can vary, and over what to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.config.experiment import Experiment, field_at
from engine.config.idle import idle_because
from engine.errors import ConfigError
from engine.layers.registry import PLAIN
from engine.settings import Settings
from engine.sweep.applied import HIDDEN, LAYERS, OF_EACH, UNITS, layer_field
from engine.sweep.ranges import NOT_SWEPT, Range, setting_label
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.settings import Setting

LEFT_OUT = (
    *("data.seed", "training.seed", "data.dataset", "data.validation_share", "data.train_count", HIDDEN),
    *(
        "training.privacy_epsilon",
        "training.privacy_noise",
        "training.target_accuracy",
        "training.early_stopping",
    ),
)
SMALL = (1e-5, 0.1)  # what is off now and gone through in powers
MOST_SPAN = 10.0  # times, down and up, of a setting that is gone through in powers
GROUPS = {
    "data": Phrase("Data"),
    "data.augmentation": Phrase("Augmentation"),
    "data.variation": Phrase("Generated digits"),
    "network": Phrase("Network"),
    "training": Phrase("Training"),
}


@dataclass(frozen=True, slots=True)
class Sweepable:
    """A setting that a sweep can vary.

    Attributes:
        path: Its dotted path.
        label: What it is called.
        group: The heading that it stands under.
        suggested: A range around what it is now, or all its choices.
    """

    path: str
    label: Phrase
    group: Phrase
    suggested: Range


def sweepable(experiment: Experiment) -> tuple[Sweepable, ...]:
    """Return the settings that a sweep of an experiment can vary, those first that are tried most.

    Left out are settings that change nothing beside the others as they are, texts, and what the comparison stands on:
    seeds, the data set, the validation images. ``Range.parsed`` takes those all the same, the last not.

    Args:
        experiment: What is to be varied.
    """
    found = [_sweepable(path, now, "training") for path, now in _first(experiment)]
    found += [_sweepable(path, now, "network") for path, now in _of_layers(experiment)]
    known = {item.path for item in found if item is not None}
    for section in ("network", "training", "data.augmentation", "data", "data.variation"):
        if section == "data.variation" and experiment.data.dataset != "generated":
            continue
        settings = experiment.get(section)
        off = section == "data.augmentation" and not settings.enabled
        names = ["enabled"] if off else list(type(settings).model_fields)
        for name in names:
            path = f"{section}.{name}"
            if path in known or path in LEFT_OUT or path.startswith(NOT_SWEPT):
                continue
            if not idle_because(settings, name):
                found.append(_sweepable(path, getattr(settings, name), section))
    return tuple(item for item in found if item is not None)


def _first(experiment: Experiment) -> Iterator[tuple[str, Any]]:
    for path in ("training.learning_rate", "training.batch_size", "training.optimizer"):
        yield path, experiment.get(path)


def _of_layers(experiment: Experiment) -> Iterator[tuple[str, Any]]:
    layers = experiment.network.hidden
    if not layers:
        return
    last = layers[-1]
    yield UNITS, getattr(last, last.counted)
    yield LAYERS, sum(layer.kind == last.kind for layer in layers)
    for name in PLAIN.model_fields:
        if name not in ("kind", PLAIN.counted) and name in type(last).model_fields:
            yield f"{OF_EACH}{name}", getattr(last, name)


def _sweepable(path: str, now: Any, section: str) -> Sweepable | None:
    suggested = _suggested(path, now)
    return None if suggested is None else Sweepable(path, setting_label(path), GROUPS[section], suggested)


@lru_cache(maxsize=1024, typed=True)  # each value is tried on an experiment, and pages ask again and again
def _suggested(path: str, now: Any) -> Range | None:
    """Return a range around what a setting is now, within its bounds; None for what is no number and no choice."""
    try:
        if path == LAYERS:
            return Range.of(path, (1, 2, 3))
        if path == UNITS:
            return Range.of(path, sorted({max(1, now // 2), now, now * 2}))
        if isinstance(now, bool):
            return Range.of(path, (False, True))
        if isinstance(now, StrEnum):
            return Range.of(path, (choice.value for choice in type(now)))
        field = layer_field(path) if path.startswith(OF_EACH) else field_at(path)
        if isinstance(now, Settings) or not isinstance(now, int | float):
            return None
        return _around(path, now, field)
    except ConfigError:  # the choices go with others only
        return None


def _around(path: str, now: float, field: Setting) -> Range:
    low, high = _bounds(field)
    if isinstance(now, int):
        if now < 2:
            return Range.of(path, sorted({number for number in (0, 1, 2, 4) if low <= number <= high}))
        near = (now // 2, now, now * 2)
        return Range.of(path, sorted({number for number in near if low <= number <= high}))
    if field.log and now > 0:
        # As a person would write them: 0.0003, not 0.00030000000000000003.
        ends = (float(f"{end:.6g}") for end in (now / MOST_SPAN, now * MOST_SPAN))
        return Range.span(path, *(min(max(end, low), high) for end in ends), log=True)
    if field.log:
        return Range.span(path, *SMALL, log=True)
    if high <= 1:
        return Range.span(path, max(low, 0.0), min(high, 0.5))
    return Range.span(path, max(low, 0.0), min(high, 2 * now if now > 0 else 1.0))


def _bounds(field: Setting) -> tuple[float, float]:
    bounds = field.bounds
    low = bounds["ge"] if "ge" in bounds else bounds["gt"] + 1e-9
    high = bounds["le"] if "le" in bounds else bounds["lt"] - 1e-9
    return float(low), float(high)
