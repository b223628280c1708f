"""Station four of the way: training, a generator of events; torch is loaded with ``train`` alone.

``loop`` is the way in. It builds a ``learner``, which does the arithmetic, and hands it to a ``run``, which decides
when to tell (``events``), hold and end (``control``). ``fast`` has the hand-derived steps of plain dense networks,
``doctor`` says what goes wrong. Whoever listens folds the events into a ``history`` and a ``progress``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.training.control import StepMode, TrainingControl
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    StepTraced,
    ThreadsChanged,
    TrainingEvent,
    TrainingFinished,
    TrainingStarted,
)

if TYPE_CHECKING:
    from engine.training.checkpoint import Checkpoint
    from engine.training.loop import train

__all__ = [
    "Checkpoint",
    "CheckpointTaken",
    "EpochDone",
    "FinishReason",
    "LearningRateChanged",
    "ModelSnapshot",
    "StepMode",
    "StepTraced",
    "StepsDone",
    "ThreadsChanged",
    "TrainingControl",
    "TrainingEvent",
    "TrainingFinished",
    "TrainingStarted",
    "train",
]


def __getattr__(name: str) -> object:
    """Load the loop, and torch with it, when it is first asked for."""
    if name == "train":
        from engine.training.loop import train

        return train
    if name == "Checkpoint":
        from engine.training.checkpoint import Checkpoint

        return Checkpoint
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
