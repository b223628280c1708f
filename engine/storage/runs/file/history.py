"""The history of a run as a file: one line an event, only ever appended, readable line by line with any tool.

``pandas.read_json("history.jsonl", lines=True)`` reads it. Each line is a JSON object whose ``event`` says what it
tells: ``started``, ``steps``, ``epoch``, ``rate``, ``paused``, ``resumed``, ``finished`` or ``failed``. A ``started``
with a ``first_step`` takes back what was told after that step: the run was gone on with from there.
"""

from __future__ import annotations

import json
import math
import os
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.regular_file import check_regular, open_regular
from engine.storage.tensor_file import unreadable
from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.history import History

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

HISTORY_NAME = "history.jsonl"
LINE_LIMIT = 64 * 2**20  # bytes; a longer line is none of ours


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
    if isinstance(event, TrainingStarted):
        return {"event": "started", **asdict(event)}
    if isinstance(event, TrainingFinished):
        return {
            "event": "finished",
            "reason": event.reason.value,
            "step": event.step,
            "epoch": event.epoch,
            "seconds": event.seconds,
            "message": str(event.message),
            "best_epoch": event.best_epoch,
            "kept_epoch": event.kept_epoch,
            "kept_step": event.kept_step,
        }
    return None


def event_of(line: dict[str, Any]) -> object | None:
    """Return the event that a line tells, or None where it tells of none that a history knows.

    Raises:
        KeyError: If something is missing in it; likewise TypeError and ValueError.
    """
    kind = line["event"]
    values = {name: value for name, value in line.items() if name not in ("event", "time")}
    if kind == "steps":
        losses, accuracies, told = _floats(line["loss"]), _floats(line["accuracy"]), line["learning_rate"]
        rates = _floats(told if isinstance(told, list) else [told] * len(losses))
        if not len(losses) == len(accuracies) == len(rates):
            raise ValueError("a step without all of its numbers")
        return StepsDone(
            int(line["first_step"]),
            losses,
            accuracies,
            rates,
            int(line["epoch"]),
            float(line["seconds"]),
        )
    if kind == "epoch":
        return EpochDone(**values)
    if kind == "rate":
        return LearningRateChanged(**values)
    if kind == "started":
        return TrainingStarted(**values)
    if kind == "finished":
        reason = FinishReason(values.pop("reason"))
        return TrainingFinished(reason=reason, state={}, **values)
    return None


def lines(path: Path, start: int = 0) -> Iterator[dict[str, Any]]:
    """Return the lines of a history that can be understood, in order; a broken one, such as a torn end, is passed over.

    Args:
        path: The file; one that is not there has no lines.
        start: Byte at which the first of them begins.

    Raises:
        RunError: If the file is there and cannot be read.
    """
    try:
        with open_regular(path) as stream:
            stream.seek(start)
            while text := stream.readline(LINE_LIMIT):
                try:
                    line = json.loads(text)
                except (ValueError, RecursionError):
                    continue
                if isinstance(line, dict) and isinstance(line.get("event"), str):
                    yield line
    except FileNotFoundError:
        return
    except OSError as error:
        raise unreadable(path, error) from error


def read(path: Path) -> History:
    """Return the history in a file; an empty one where there is no file.

    Raises:
        RunError: If it cannot be read.
    """
    history = History()
    for line in lines(path):
        try:
            event = event_of(line)
            if event is not None:
                history.add(event)
        except (KeyError, TypeError, ValueError):
            continue
    return history


def append(path: Path, added: Sequence[str]) -> int:
    """Append whole lines and see that they reach the disk; returns the size of the file after that.

    Where a program broke off amid a line, that torn end is cut away first. Where the disk is full, what was half
    written is taken back. Only one program at a time may append to a run's history; its lock sees to that.

    Raises:
        OSError: If they cannot be written; the file is then as it was.
    """
    data = "".join(f"{text}\n" for text in added).encode()
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with suppress(FileNotFoundError):
        check_regular(path)
    descriptor = os.open(path, flags, 0o666)
    try:
        size = _cut_torn_end(descriptor)
        try:
            written = 0
            while written < len(data):
                written += os.write(descriptor, data[written:])
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
        return size + len(data)
    finally:
        os.close(descriptor)


def to_text(line: dict[str, Any]) -> str:
    """Return a line as JSON, or the header of a run; numbers that are not finite become null."""
    try:
        return json.dumps(line, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(line), separators=(",", ":"), ensure_ascii=False)


def _cut_torn_end(descriptor: int) -> int:
    size = os.lseek(descriptor, 0, os.SEEK_END)
    whole = size
    while whole:
        start = max(0, whole - 65536)
        os.lseek(descriptor, start, os.SEEK_SET)
        block = os.read(descriptor, whole - start)
        newline = block.rfind(b"\n")
        if newline >= 0:
            whole = start + newline + 1
            break
        whole = start
    if whole != size:
        os.ftruncate(descriptor, whole)
    return whole


def _shortened(rates: NDArray[np.float32]) -> float | list[float]:
    """Return one number where all are the same."""
    values: list[float] = rates.tolist()
    return values[0] if values and all(value == values[0] for value in values) else values


def _floats(values: list[float | None]) -> NDArray[np.float32]:
    return np.array([math.nan if value is None else value for value in values], np.float32)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list) else value
