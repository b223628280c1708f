"""The file of the preferences: read with suspicion entry by entry, set aside where it cannot all be used."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from engine.atomic import write_bytes
from engine.foreign_bytes import json_of, reading
from engine.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Check = Callable[[Any], Any]

MAX_BYTES = 2**20
MAX_DEPTH = 16  # of what a newer program may keep in there
MAX_TEXT = 4096  # characters, as the longest path has


class UnusableError(Exception):
    """The file is no file of preferences."""


def read(path: Path, checks: Mapping[str, Check]) -> tuple[dict[str, Any], bool]:
    """Return what of a file can be used, and whether that is all of it.

    Args:
        path: The file.
        checks: By name, what returns a value as it is used, or raises ``ValueError``. Entries of other names, which a
            newer program wrote, are returned as they are.

    Raises:
        FileNotFoundError: If there is none.
        UnusableError: If nothing of it can be used.
        OSError: If it is no file, or the system does not let us read it.
    """
    with reading(lambda error: UnusableError(str(error)), told=(UnusableError,)):
        entries = json_of(read_regular(path, MAX_BYTES))
        if not isinstance(entries, dict):
            raise UnusableError(type(entries).__name__)
    good, is_whole = {}, True
    for name, value in entries.items():
        try:
            if not _is_shallow(value):
                raise ValueError("nested too deeply")
            good[name] = checks[name](value) if name in checks else value
        except ValueError:
            is_whole = False
    return good, is_whole


def write(path: Path, entries: Mapping[str, Any]) -> None:
    """Write the file whole or not at all; names of files that are no text are kept, escaped.

    Raises:
        FileWriteError: If it cannot be written.
    """
    try:
        data = json.dumps(entries, indent=2, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        data = json.dumps(entries, indent=2).encode()
    write_bytes(path, data + b"\n")


def stamp_of(path: Path) -> tuple[int, ...]:
    """Return what changes when another program writes the file; empty where there is none."""
    try:
        state = path.stat()
    except OSError:
        return ()
    return state.st_ino, state.st_mtime_ns, state.st_size


def whole_number(least: int, most: int) -> Check:
    """Return what checks a whole number within bounds."""

    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise ValueError("no number within the bounds")
        if value != int(value):
            raise ValueError("no whole number")
        return int(value)

    return check


def one_of(*values: str | int) -> Check:
    """Return what checks that a value is one of some."""

    def check(value: Any) -> str | int:
        if value not in values:
            raise ValueError("none of those there are")
        return values[values.index(value)]

    return check


def text(value: Any) -> str:
    """Check a text that can be a name or a path."""
    if not isinstance(value, str) or len(value) > MAX_TEXT or "\0" in value:
        raise ValueError("no text")
    os.fsencode(value)  # half a character is in no name
    return value


def _is_shallow(value: Any, depth: int = MAX_DEPTH) -> bool:
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return depth > 0 and all(_is_shallow(item, depth - 1) for item in inner)
