"""What one line of the library says of a run; without torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from engine.config import Experiment


class RunStatus(StrEnum):
    """What became of a run, or what is becoming of it."""

    RUNNING = "running"
    PAUSED = "paused"  # held, or closed with the window; goes on where it was
    INTERRUPTED = "interrupted"  # its program was killed
    STOPPED = "stopped"  # ended by the person before its last epoch
    DONE = "done"
    DIVERGED = "diverged"
    FAILED = "failed"


RESUMABLE = frozenset(
    {RunStatus.PAUSED, RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.DONE, RunStatus.FAILED}
)
UNFINISHED = frozenset({RunStatus.PAUSED, RunStatus.INTERRUPTED})


@dataclass(frozen=True, slots=True, eq=False)
class RunSummary:
    """A run in a line.

    Attributes:
        id: Name of its folder; never changes.
        name: What the person calls it; the id where nothing else was said.
        colour: Number of the colour of its curves, or None.
        baseline: Whether the others are compared with it.
        created: When it was begun, in UTC.
        status: What became of it.
        here: Whether it is held by this very process.
        experiment: Its settings.
        preset: Name of the preset it was begun from, or an empty string.
        parent: Id of the run it was branched from, or an empty string.
        train_count: Training images.
        parameters: Trained numbers.
        epoch: Epochs finished.
        epochs: Epochs planned.
        step: Steps done.
        seconds: Seconds of training, pauses left out.
        best_epoch: The epoch with the lowest validation loss, from 1; 0 for none.
        validation_accuracy: Best share right on the validation images, or None.
        validation_loss: Lowest loss on them, or None.
        test_accuracy: Share right on the test images, measured at the end, or None.
        message: What was said at its end.
        size: Bytes its folder takes.
    """

    id: str
    name: str
    colour: int | None
    baseline: bool
    created: datetime
    status: RunStatus
    here: bool
    experiment: Experiment
    preset: str
    parent: str
    train_count: int
    parameters: int
    epoch: int
    epochs: int
    step: int
    seconds: float
    best_epoch: int
    validation_accuracy: float | None
    validation_loss: float | None
    test_accuracy: float | None
    message: str
    size: int

    @property
    def resumable(self) -> bool:
        """Whether it can be gone on with, for a finished one with more epochs."""
        return self.status in RESUMABLE
