"""The trials of a sweep on one machine: Optuna's journal in the sweep's folder, and locks that say who lives.

A worker holds a lock of its own for as long as it lives; the system lets go of it when the worker ends, however it
ends. Optuna's own lock of the journal would stay behind for half a minute where a worker is killed in the moment that
it writes, and half a line would make the journal unreadable: both are put right here.
"""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

from engine.errors import TrainingError
from engine.sweep.journal import WORKER
from engine.sweep.network_drive import check_is_local
from engine.sweep.study import TrialStore
from engine.sweep.sweep import JOURNAL_LOCK, JOURNAL_NAME, TURN_LOCK, WORKERS, is_locked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from optuna.trial import FrozenTrial

    from engine.sweep.plan import SweepPlan

PATIENCE = 60.0  # seconds: a turn takes some hundredths
STUDY = "sweep"
LOCK_ENDING = ".lock"


class LocalStore(TrialStore):
    """The trials in the journal of a sweep's folder.

    Args:
        folder: The sweep's folder.
        plan: What the sweep is to do.

    Raises:
        ConfigError: If the folder lies on a network share.
    """

    def __init__(self, folder: Path, plan: SweepPlan) -> None:
        check_is_local(folder)
        self._folder = folder
        with self.turn():
            path = folder / JOURNAL_NAME
            backend = JournalFileBackend(str(path), lock_obj=_JournalLock(folder))  # type: ignore[arg-type]
            mend_end(path)
            super().__init__(plan, JournalStorage(backend), STUDY)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the lock of the sweep's folder.

        Raises:
            TrainingError: If somebody else does not let go.
        """
        with _held(self._folder / TURN_LOCK):
            yield

    def gone(self, running: Sequence[FrozenTrial]) -> Collection[int]:
        """Return the numbers of those trials whose worker's lock is free."""
        return {item.number for item in running if not self._lives(item)}

    def _lives(self, item: FrozenTrial) -> bool:
        token = str(item.user_attrs.get(WORKER, "")).rpartition("~")[2]
        return is_token(token) and is_locked(self._folder / WORKERS / f"{token}{LOCK_ENDING}")


class Lease:
    """What a worker holds for as long as it lives.

    Args:
        folder: The sweep's folder.

    Attributes:
        name: Who the worker is: machine, process, and a number that nobody else has.
    """

    def __init__(self, folder: Path) -> None:
        token = secrets.token_hex(8)
        self.name = f"{socket.gethostname()}-{os.getpid()}~{token}"
        self._path = folder / WORKERS / f"{token}{LOCK_ENDING}"
        self._lock = FileLock(self._path, thread_local=False)

    def __enter__(self) -> str:
        self._path.parent.mkdir(exist_ok=True)
        self._lock.acquire(timeout=PATIENCE)
        return self.name

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class _JournalLock:
    """The lock of the journal, which the system frees when its holder is killed; with it, the journal ends whole."""

    def __init__(self, folder: Path) -> None:
        self._journal = folder / JOURNAL_NAME
        self._lock = FileLock(folder / JOURNAL_LOCK, thread_local=False)

    def acquire(self) -> bool:
        """Wait for the lock, and take off what a killed worker left half written."""
        self._lock.acquire(timeout=PATIENCE)
        mend_end(self._journal)
        return True

    def release(self) -> None:
        """Let go of it."""
        self._lock.release()


def is_token(text: str) -> bool:
    """Tell whether a text is what a worker calls itself, and not a path."""
    return len(text) == 16 and all(sign in "0123456789abcdef" for sign in text)


def mend_end(path: Path) -> None:
    """Take off a last line that was not written to its end.

    Args:
        path: The journal, which nobody else writes to meanwhile.
    """
    try:
        with path.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            if size == 0:
                return
            file.seek(size - 1)
            if file.read(1) == b"\n":
                return
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
    except FileNotFoundError:
        return


@contextmanager
def _held(path: Path) -> Iterator[None]:
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=0.01)
    except Timeout as error:
        raise TrainingError(
            "The sweep is held by another program.", remedy="End that one, then go on with the sweep."
        ) from error
    try:
        yield
    finally:
        lock.release()
