"""What the end of a run's history adds to its header, which is written less often; without torch."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from engine.storage.runs.folder import HISTORY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE_LIMIT = 16 * 2**20  # bytes of a line of the history

PAUSED, FAILED = "paused", "failed"
SUSPENDED = "suspended"  # how the history says that a run ended for now: it is paused
REASONS = ("completed", "stopped", "early_stopped", "target_reached", "diverged", PAUSED, FAILED)
NOTHING = {"validation_accuracy": None, "validation_loss": None, "reason": None, "message": ""}


def caught_up(known: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return the progress with what the history tells behind the place that ``known`` was written at."""
    nothing = dict.fromkeys(known, 0) | NOTHING
    tale = _Tale(known)
    if not all(tale.add(event) for event in _events(path, known["history_bytes"])):
        tale = _Tale(nothing | {"history_bytes": known["history_bytes"]})
        for event in _events(path, 0):
            tale.add(event)
    return tale.progress()


def _events(path: Path, start: int) -> Iterator[dict[str, Any]]:
    """Return what can be read of the lines from byte ``start`` on; the last one may be under way or cut off."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            while line := file.readline(LINE_LIMIT):
                try:
                    event = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(event, dict):
                    yield event
    except OSError:
        return


class _Tale:
    """What a part of the history adds to a progress.

    Args:
        known: The progress at its start.
    """

    def __init__(self, known: dict[str, Any]) -> None:
        self._known = known
        self._values = dict(known)
        self._epochs: list[tuple[int, dict[str, Any]]] = []  # last step, event

    def add(self, event: dict[str, Any]) -> bool:
        """Take in an event; return False where it takes back what was known at the start."""
        values = self._values
        match event.get("event"):
            case "started":
                first_step = whole_number(event.get("first_step"))
                if first_step < self._known["step"]:
                    return False
                self._epochs = [item for item in self._epochs if item[0] <= first_step]
                values.update(
                    step=first_step, epochs=whole_number(event.get("epochs")), reason=None, message=""
                )
                values["steps_per_epoch"] = whole_number(event.get("steps_per_epoch"))
                self._forget_epochs()
            case "steps":
                losses = event.get("loss")
                done = len(losses) if isinstance(losses, list) else 0
                values["step"] = max(values["step"], whole_number(event.get("first_step")) + done - 1)
                self._take_seconds(event)
            case "epoch":
                self._epochs.append((whole_number(event.get("step")), event))
                values["epoch"] = whole_number(event.get("epoch"))
                values["step"] = max(values["step"], whole_number(event.get("step")))
                self._take_seconds(event)
            case "paused":
                values["reason"] = PAUSED
            case "resumed":
                values["reason"] = None
            case "finished":
                self._finish(event)
            case "failed":
                values.update(reason=FAILED, message=_text(event.get("message")))
        return True

    def progress(self) -> dict[str, Any]:
        """Return how far the run is behind all that was added."""
        values = self._values
        for _, event in self._epochs:
            if event.get("best") is True:
                values["best_epoch"] = whole_number(event.get("epoch"))
            accuracy, loss = (_number(event.get(name)) for name in ("validation_accuracy", "validation_loss"))
            before, lowest = values["validation_accuracy"], values["validation_loss"]
            if accuracy is not None and 0 <= accuracy <= 1:
                values["validation_accuracy"] = accuracy if before is None else max(before, accuracy)
            if loss is not None:
                values["validation_loss"] = loss if lowest is None else min(lowest, loss)
        return values

    def _forget_epochs(self) -> None:
        self._values["epoch"] = (
            whole_number(self._epochs[-1][1].get("epoch")) if self._epochs else self._known["epoch"]
        )

    def _finish(self, event: dict[str, Any]) -> None:
        reason = event.get("reason")
        self._values["reason"] = reason if reason in REASONS else PAUSED if reason == SUSPENDED else "stopped"
        self._values["message"] = _text(event.get("message"))
        for name in ("step", "epoch"):
            self._values[name] = max(self._values[name], whole_number(event.get(name)))
        self._take_seconds(event)

    def _take_seconds(self, event: dict[str, Any]) -> None:
        self._values["seconds"] = max(0.0, _number(event.get("seconds")) or self._values["seconds"])


def whole_number(value: object) -> int:
    """Return a count as JSON may hold it; 0 where there is something else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 2**53 else 0


def _number(value: object) -> float | None:
    """Return a finite number, or None where there is none."""
    there = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300
    return float(value) if there else None  # type: ignore[arg-type]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def ends_paused(folder: Path) -> bool:
    """Tell whether the last thing that the history of a run tells is that it was paused."""
    with suppress(OSError), (folder / HISTORY_NAME).open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - 4096))
        lines = file.read().splitlines()
        with suppress(ValueError, RecursionError):
            event = json.loads(lines[-1]) if lines else None
            return isinstance(event, dict) and event.get("event") == PAUSED
    return False
