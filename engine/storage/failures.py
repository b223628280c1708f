"""Files that could not be read are not read again before they change, however often somebody asks."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.errors import NetSketchError

if TYPE_CHECKING:
    from collections.abc import Iterator

Stamp = tuple[int, int, int] | None


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """Return what changes whenever a file or folder does: its time, size and number; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of them, and quickly
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


class Failures:
    """Remembers why files could not be read."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, NetSketchError]] = {}

    @contextmanager
    def reading(self, path: str | os.PathLike[str]) -> Iterator[None]:
        """Read a file in this context; where that failed and the file is the same, it fails at once.

        Raises:
            NetSketchError: What was raised in the context, or then.
        """
        name, stamp = os.fspath(path), stamp_of(path)
        before = self._known.pop(name, None)
        if before is not None and before[0] == stamp:
            self._known[name] = before
            raise _alone(before[1])
        try:
            yield
        except NetSketchError as error:
            self._known[name] = stamp, _alone(error)
            raise


def _alone(error: NetSketchError) -> NetSketchError:
    """Return the same error without where it was raised and what it came of: they hold all that was read till then."""
    copy = type(error).__new__(type(error))
    copy.args = error.args
    copy.__dict__.update(error.__dict__)
    return copy
