"""The history of a run as a file: one line an event, only ever appended, readable line by line with any tool.

``pandas.read_json("history.jsonl", lines=True)`` reads it. Each line is a JSON object whose ``event`` says what it
tells: ``started``, ``steps``, ``epoch``, ``rate``, ``threads``, ``paused``, ``resumed``, ``finished`` or ``failed``. A
``started`` with a ``first_step`` takes back what was told after that step: the run was gone on with from there.
"""

from __future__ import annotations

import json
import math
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from engine.foreign_bytes import json_of
from engine.regular_file import check_regular, open_regular
from engine.storage.runs.file.line import event_of, is_whole
from engine.storage.runs.file.small_file import damaged
from engine.storage.tensor_file import unreadable
from engine.training.events import EpochDone, LearningRateChanged
from engine.training.history import History
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HISTORY_NAME = "history.jsonl"
MOST_BROKEN = 1000
LINE_LIMIT = 64 * 2**20  # bytes; a longer line is none of ours
MOST_BYTES = 2**30  # a line of an epoch has some hundreds


def lines(path: Path, start: int = 0, *, event: str = "") -> Iterator[dict[str, Any]]:
    """Return the lines of a history that are whole, in order; a broken one, such as a torn end, is passed over.

    Args:
        path: The file; one that is not there has no lines.
        start: Byte at which the first of them begins.
        event: What the lines tell; of others hardly a look is taken. Empty for all of them.

    Raises:
        RunError: If the file is there and cannot be read.
    """
    broken = 0
    for line in _told(path, start, event.encode()):
        if is_whole(line):
            if line["event"] == event or not event:
                yield line
        else:
            broken += 1
            _check_broken(path, broken)


def read(path: Path) -> History:
    """Return the history in a file; an empty one where there is no file.

    Raises:
        RunError: If it cannot be read.
    """
    history = History()
    for line in lines(path):
        event = event_of(line)
        if event is not None and not _lies_back(history, event):
            history.add(event)
    return history


def is_sound(path: Path) -> bool:
    """Tell whether every line of a history that is JSON is whole, as a program of ours leaves them.

    Raises:
        RunError: If it cannot be read.
    """
    return all(map(is_whole, _told(path)))


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


def _told(path: Path, start: int = 0, having: bytes = b"") -> Iterator[dict[str, Any]]:
    """Return the lines of a file that are objects which name an event, whole or not; of them those with some bytes.

    Raises:
        RunError: If the file cannot be read, or so many of its lines are broken that it is no history.
    """
    broken = 0
    try:
        with open_regular(path, MOST_BYTES) as stream:
            stream.seek(start)
            while text := stream.readline(LINE_LIMIT):
                line = None
                if having not in text:
                    continue
                if text.startswith(b"{"):
                    with suppress(ValueError):
                        line = json_of(text)
                if isinstance(line, dict) and isinstance(line.get("event"), str):
                    yield line
                    continue
                broken += 1
                _check_broken(path, broken)
    except FileNotFoundError:
        return
    except OSError as error:
        raise unreadable(path, error) from error


def _check_broken(path: Path, broken: int) -> None:
    """See that few lines are broken: each kill tears one."""
    if broken > MOST_BROKEN:
        raise damaged(path.parent, Phrase("Its file {file} makes no sense.", file=path.name))


def _lies_back(history: History, event: object) -> bool:
    """Tell whether an event lies before what was told of its kind, without a new start between: time goes on."""
    if isinstance(event, EpochDone):
        steps, epochs = history.epoch_steps, history.epochs
        return len(steps) > 0 and bool(event.step <= steps[-1] or event.epoch <= epochs[-1])
    if isinstance(event, LearningRateChanged):
        return bool(history.marks) and event.step < history.marks[-1].step
    return False


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


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list) else value
