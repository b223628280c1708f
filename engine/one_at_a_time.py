"""One program at a time: whoever changes what several share holds its lock meanwhile, and nobody waits for ever."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import FileWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0  # seconds: a change takes some thousandths, and a person waits
POLL = 0.01  # seconds
LOCKED_BYTE = 0x7FFF_0000  # beyond any content: Windows lets nobody read a byte that is locked


@contextmanager
def one_at_a_time(changed: Path, lock: Path, patience: float | None = None) -> Iterator[None]:
    """Keep other programs, and other threads of this one, from changing the same meanwhile.

    The system lets go of the lock of a program that ends, however it ends; the empty file stays, which says nothing.
    Where none can be made, as on some network drives, the block runs without it.

    Args:
        changed: What is changed, for the error.
        lock: The file to lock; its folder is there.
        patience: Seconds to wait for whoever holds it; ``PATIENCE`` if left out.

    Raises:
        FileWriteError: If another one does not let go.
    """
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    except OSError:
        yield
        return
    try:
        with descriptor_locked(changed, descriptor, patience):
            yield
    finally:
        os.close(descriptor)


@contextmanager
def descriptor_locked(changed: Path, descriptor: int, patience: float | None = None) -> Iterator[None]:
    """Hold the lock of a file that is open; on a drive that has no locks the block runs without.

    Raises:
        FileWriteError: If another one does not let go.
    """
    deadline = time.monotonic() + (PATIENCE if patience is None else patience)
    while (is_ours := _locked(descriptor)) is False:
        if time.monotonic() >= deadline:
            raise FileWriteError(
                "“{path}” could not be saved.",
                cause="Another window or command holds it at this moment.",
                remedy="Try again; if it stays so, close the other one.",
                path=changed,
            )
        time.sleep(POLL)
    try:
        yield
    finally:
        if is_ours:
            _unlock(descriptor)


def _locked(descriptor: int) -> bool | None:
    """Try to take the lock; None where there are no locks."""
    if os.name == "nt":
        import msvcrt

        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _unlock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_UN)
