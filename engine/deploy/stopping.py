"""Whether an export was cancelled, for those who run other programs for it and would wait for them."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

from engine.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

POLL = 0.1  # seconds
_cancelled: ContextVar[Callable[[], bool]] = ContextVar("cancelled", default=lambda: False)


@contextmanager
def stopping(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Let ``run`` ask this within the block, on the same thread."""
    token = _cancelled.set(cancelled)
    try:
        yield
    finally:
        _cancelled.reset(token)


def run(
    command: list[str], given: bytes, *, folder: str, environment: dict[str, str], seconds: float
) -> tuple[int, bytes, bytes]:
    """Run a program to its end, unless the export is cancelled: it ends then, with all that it has started.

    Args:
        command: The program and its arguments.
        given: What it reads.
        folder: Where it runs.
        environment: Its surroundings.
        seconds: How long it may take.

    Returns:
        Its exit code, what it wrote, and what it wrote of errors.

    Raises:
        Cancelled: If the export was cancelled.
        subprocess.TimeoutExpired: If it takes longer.
        OSError: If it cannot be run.
    """
    cancelled, until = _cancelled.get(), time.monotonic() + seconds
    pipe = subprocess.PIPE
    # From a file: what is put into a pipe stays there half where one waits for the answer bit by bit.
    with tempfile.TemporaryFile() as told:
        told.write(given)
        told.seek(0)
        with subprocess.Popen(
            command,
            stdin=told,
            stdout=pipe,
            stderr=pipe,
            cwd=folder,
            env=environment,
            start_new_session=True,
        ) as process:
            try:
                while True:
                    try:
                        said, errors = process.communicate(timeout=min(POLL, until - time.monotonic()))
                    except subprocess.TimeoutExpired:
                        if cancelled():
                            raise Cancelled from None
                        if time.monotonic() > until:
                            raise
                    else:
                        return process.returncode, said, errors
            except BaseException:
                _end(process)
                raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it has started, as a compiler starts others."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
