"""What can become of a run."""

from __future__ import annotations

from enum import StrEnum


class RunStatus(StrEnum):
    """What became of a run, or what is becoming of it."""

    RUNNING = "running"
    PAUSED = "paused"  # held, or closed with the window; goes on where it was
    INTERRUPTED = "interrupted"  # its program was killed
    STOPPED = "stopped"  # ended by the person before its last epoch
    DONE = "done"
    DIVERGED = "diverged"
    FAILED = "failed"


UNFINISHED = frozenset({RunStatus.PAUSED, RunStatus.INTERRUPTED})
