"""Whether a run is held by a process that trains it, and holding one for the moment of a change; without torch."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from engine.errors import RunError
from engine.storage.runs import layout
from engine.storage.runs.run_header import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def is_held(folder: Path) -> bool:
    """Tell whether a process trains the run in ``folder``.

    The lock is tried and let go at once; whoever begins a run waits longer than that.
    """
    if not (folder / layout.LOCK).exists():
        return False
    try:
        with FileLock(folder / layout.LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # whoever may not even open it does not train it
        return False


@contextmanager
def kept_still(folder: Path) -> Iterator[None]:
    """See that no process trains the run in ``folder`` while it is moved or made smaller.

    Raises:
        RunError: If one does, or if the folder cannot be reached.
    """
    lock = FileLock(folder / layout.LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise RunError(
            "The run “{run}” is being trained.", remedy="Stop it first, then try again.", run=folder.name
        ) from error
    except OSError as error:
        raise refused(folder, error) from error
    try:
        if os.name == "nt":
            lock.release()  # Windows moves no folder with an open file in it: a run under way guards itself
        yield
    finally:
        with suppress(OSError):
            lock.release()
