"""A line of a run's history: what is said of an event, and back; without torch.

A line from a file is checked whole before any of it is taken, so that whoever counts lines and whoever draws them agree
on what they say. What a later program put beside that is passed over.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard

import numpy as np

from engine.choices import MOST, MOST_THREADS, Device, Precision
from engine.storage.foreign_text import is_text, writable
from engine.storage.runs.file.progress import FAILED, MOST_SECONDS, MOST_WHOLE, PAUSED, RESUMED
from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    StepsDone,
    ThreadsChanged,
    TrainingFinished,
    TrainingStarted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

MOST_FLOAT = (2 - 2**-23) * 2.0**127  # of float32
DEVICES = frozenset(device.value for device in Device) - {Device.AUTO.value}
PRECISIONS = (Precision.FLOAT32.value, Precision.BFLOAT16.value)
REASONS = frozenset(reason.value for reason in FinishReason)


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= MOST_WHOLE


def _is_step(value: object) -> bool:
    return type(value) is int and 0 <= value <= MOST


def _is_first(value: object) -> bool:
    return type(value) is int and 1 <= value <= MOST


def _are_threads(value: object) -> bool:
    return type(value) is int and 1 <= value <= MOST_THREADS


def _is_real(value: object) -> TypeGuard[float]:
    return type(value) in (int, float)


def _is_number(value: object) -> bool:
    """Tell whether it is a number that a plot can show; null stands for one that was not finite."""
    return value is None or (_is_real(value) and abs(value) <= MOST_FLOAT)


def _is_amount(value: object) -> bool:
    return value is None or (_is_real(value) and 0 <= value <= MOST_FLOAT)


def _is_share(value: object) -> bool:
    """Tell whether it is a share that is right, or R², which has no least value."""
    return value is None or (_is_real(value) and -MOST_FLOAT <= value <= 1)


def _is_duration(value: object) -> bool:
    return _is_real(value) and 0 <= value <= MOST_SECONDS


def _are_numbers(values: object) -> bool:
    if not isinstance(values, list):
        return _is_number(values)
    kinds = set(map(type, values))
    if not kinds <= {int, float, type(None)}:
        return False
    told = [value for value in values if value is not None] if type(None) in kinds else values
    return not told or (-MOST_FLOAT <= min(told) and max(told) <= MOST_FLOAT)


def _are_shares(values: object) -> bool:
    return (
        isinstance(values, list)
        and _are_numbers(values)
        and all(value is None or value <= 1 for value in values)
    )


def _is_device(value: object) -> bool:
    return is_text(value, 100) and str(value).partition(":")[0] in DEVICES


def _is_precision(value: object) -> bool:
    return value in PRECISIONS


class _Entry(NamedTuple):
    """What an entry of a line must be, and whether it may be missing."""

    fits: Callable[[object], bool]
    is_needed: bool = True


_count, _number, _share = _Entry(_is_count), _Entry(_is_number), _Entry(_is_share)
_step, _duration, _text = _Entry(_is_step), _Entry(_is_duration), _Entry(is_text)
_later = _Entry(_is_count, is_needed=False)  # what earlier programs did not write
_budget = _Entry(_is_amount, is_needed=False)
_later_share = _Entry(_is_share, is_needed=False)

ENTRIES: dict[str, dict[str, _Entry]] = {
    "started": {
        **dict.fromkeys(("epochs", "steps_per_epoch", "train_count", "validation_count"), _count),
        "parameters": _count,
        "threads": _count,
        "device": _Entry(_is_device),
        "first_step": _Entry(_is_step, False),
        "learning_rate": _Entry(_is_number, False),
        **dict.fromkeys(("privacy_noise", "privacy_epsilon"), _budget),
        "ranks": _later,
        "precision": _Entry(_is_precision, False),
        "precision_before": _Entry(lambda value: value == "" or _is_precision(value), False),
    },
    "steps": {
        "first_step": _Entry(_is_first),
        "epoch": _count,
        "seconds": _duration,
        "loss": _Entry(_are_numbers),
        "accuracy": _Entry(_are_shares),
        "learning_rate": _Entry(_are_numbers),
    },
    "epoch": {
        "epoch": _Entry(_is_first),
        "step": _Entry(_is_first),
        "seconds": _duration,
        **dict.fromkeys(("train_loss", "validation_loss", "learning_rate"), _number),
        "train_accuracy": _share,
        "validation_accuracy": _share,
        "best": _Entry(lambda value: isinstance(value, bool)),
        "privacy_spent": _budget,
        **dict.fromkeys(("robust_accuracy", "fgsm_accuracy", "noise_accuracy"), _later_share),
    },
    "rate": {"step": _step, "old": _number, "new": _number},
    "threads": {"step": _Entry(_is_first), "old": _Entry(_are_threads), "new": _Entry(_are_threads)},
    "finished": {
        "reason": _Entry(lambda value: isinstance(value, str) and value in REASONS),
        "step": _step,
        "epoch": _step,
        "seconds": _duration,
        "message": _text,
        **dict.fromkeys(("best_epoch", "kept_epoch", "kept_step"), _later),
        "privacy_spent": _budget,
    },
    FAILED: {"message": _text},
    PAUSED: {},
    RESUMED: {},
}


def is_whole(line: Mapping[str, Any]) -> bool:
    """Tell whether a line says all that one of its kind says, and every number in it can be one.

    Args:
        line: What a line says that names an ``event``.
    """
    entries = ENTRIES.get(line["event"])
    if entries is None:
        return True  # of a later program
    for name, entry in entries.items():
        if name not in line:
            if entry.is_needed:
                return False
        elif not entry.fits(line[name]):
            return False
    if line["event"] != "steps":
        return True
    losses, accuracies, rates = line["loss"], line["accuracy"], line["learning_rate"]
    return (
        isinstance(losses, list)
        and len(losses) == len(accuracies) == (len(rates) if isinstance(rates, list) else len(losses))
        and 1 <= line["first_step"] + len(losses) - 1 <= MOST
    )


def line_of(event: object) -> dict[str, Any] | None:
    """Return what the history says of an event, or None for those that leave no trace in it."""
    if isinstance(event, StepsDone):
        return {
            "event": "steps",
            "first_step": event.first_step,
            "epoch": event.epoch,
            "seconds": event.seconds,
            "loss": event.losses.tolist(),
            "accuracy": event.accuracies.tolist(),
            "learning_rate": _shortened(event.learning_rates),
        }
    if isinstance(event, EpochDone):
        return {"event": "epoch", **asdict(event)}
    if isinstance(event, LearningRateChanged):
        return {"event": "rate", **asdict(event)}
    if isinstance(event, ThreadsChanged):
        return {"event": "threads", **asdict(event)}
    if isinstance(event, TrainingStarted):
        return {"event": "started", **asdict(event)}
    if isinstance(event, TrainingFinished):
        return {
            "event": "finished",
            "reason": event.reason.value,
            "step": event.step,
            "epoch": event.epoch,
            "seconds": event.seconds,
            "message": writable(event.message),
            "best_epoch": event.best_epoch,
            "kept_epoch": event.kept_epoch,
            "kept_step": event.kept_step,
            "privacy_spent": event.privacy_spent,
        }
    return None


def event_of(line: Mapping[str, Any]) -> object | None:
    """Return the event that a whole line tells, or None where it tells of none that a history knows."""
    kind = line["event"]
    values = {name: line[name] for name in ENTRIES.get(kind, ()) if name in line}
    if kind == "steps":
        losses, told = line["loss"], line["learning_rate"]
        return StepsDone(
            line["first_step"],
            _floats(losses),
            _floats(line["accuracy"]),
            _floats(told if isinstance(told, list) else [told] * len(losses)),
            line["epoch"],
            line["seconds"],
        )
    if kind == "epoch":
        return EpochDone(**values)
    if kind == "rate":
        return LearningRateChanged(**values)
    if kind == "threads":
        return ThreadsChanged(**values)
    if kind == "started":
        return TrainingStarted(**values)
    if kind == "finished":
        return TrainingFinished(**values | {"reason": FinishReason(line["reason"]), "state": {}})
    return None


def _shortened(rates: NDArray[np.float32]) -> float | list[float]:
    """Return one number where all are the same."""
    values: list[float] = rates.tolist()
    return values[0] if values and all(value == values[0] for value in values) else values


def _floats(values: list[float | None]) -> NDArray[np.float32]:
    return np.array([math.nan if value is None else value for value in values], np.float32)
