"""Who trains a run holds its lock; the system lets it go when that program ends, however it ends."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from engine.errors import RunError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from filelock import FileLock

LOCK_NAME = "lock"
PATIENCE = 1.0  # seconds: whoever only asks whether it is held, holds it for a moment
BRIEFLY = 0.1  # seconds: a person waits

_held_here: set[Path] = set()  # folders of the runs that this process holds


class RunLock:
    """The lock of one run.

    Args:
        folder: The run's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Between threads, too: the library asks in another one than the one that trains.
        self._lock = _lock_of(folder)
        self._place: tuple[int, int] | None = None  # of the file that is locked

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is locked is the one that others would lock: nobody has taken it away."""
        return self._place == _place_of(self._folder / LOCK_NAME)

    def take_again(self) -> None:
        """Lock the file of today, where the one that is held was taken away.

        Raises:
            RunError: As ``acquire``.
        """
        before, self._lock = self._lock, _lock_of(self._folder)
        try:
            self.acquire(BRIEFLY)
        except RunError:
            self._lock = before
            raise
        before.release()

    def acquire(self, patience: float = PATIENCE) -> None:
        """Take the lock.

        Args:
            patience: Seconds to wait for it.

        Raises:
            RunError: If another program, or another part of this one, trains the run.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=patience, poll_interval=0.02)
        except Timeout as error:
            ours = Phrase("This program holds it itself.")
            raise RunError(
                "“{name}” is being trained at this moment.",
                cause=ours if is_held_here(self._folder) else Phrase("Another window or command holds it."),
                remedy="Stop it there first, or wait for its end.",
                name=self._folder.name,
            ) from error
        except OSError as error:
            raise RunError(
                "“{name}” cannot be written to.",
                cause="The system says: {reason}.",
                remedy="Check the permissions of its folder and the space on its disk.",
                name=self._folder.name,
                reason=error.strerror or type(error).__name__,
            ) from error
        _held_here.add(self._folder)
        self._place = _place_of(self._folder / LOCK_NAME)

    def release(self) -> None:
        """Let the lock go."""
        if self._lock.is_locked:
            _held_here.discard(self._folder)
        self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _lock_of(folder: Path) -> FileLock:
    """Return the lock of a run's folder; what makes locks is loaded with the first, and not where a window starts."""
    from filelock import FileLock

    return FileLock(folder / LOCK_NAME, thread_local=False)


def _place_of(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def is_held(folder: Path) -> bool:
    """Tell whether somebody trains the run in ``folder`` at this moment; asking hinders nobody."""
    if not (folder / LOCK_NAME).exists():
        return False
    from filelock import Timeout

    lock = _lock_of(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:  # a read-only disk: nobody trains there
        return False
    with suppress(OSError):
        lock.release()
    return False


def is_held_here(folder: Path) -> bool:
    """Tell whether this very process holds the run in ``folder``."""
    return folder in _held_here


@contextmanager
def kept_still(folder: Path) -> Iterator[None]:
    """See that nobody trains the run in ``folder`` while it is moved or made smaller.

    Raises:
        RunError: If somebody does, or if its lock cannot be had.
    """
    lock = RunLock(folder)
    lock.acquire(BRIEFLY)
    try:
        if os.name == "nt":
            lock.release()  # Windows moves no folder with an open file in it: a run that starts now guards itself
        yield
    finally:
        lock.release()
