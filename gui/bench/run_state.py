"""The one visible state of the workbench."""

from __future__ import annotations

from enum import Enum


class RunState(Enum):
    """The one visible state of the workbench; buttons follow it."""

    IDLE = "idle"
    PREPARING = "preparing"
    TRAINING = "training"
    PAUSED = "paused"
    STOPPING = "stopping"
    FAILED = "failed"


RUNNING_STATES = frozenset({RunState.PREPARING, RunState.TRAINING, RunState.PAUSED, RunState.STOPPING})
