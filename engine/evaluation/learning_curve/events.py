"""What a learning curve tells while it is drawn: frozen, typed events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.evaluation.learning_curve.summary import CurveSummary


@dataclass(frozen=True, slots=True)
class CurveStarted:
    """The sizes are chosen and the first training is next.

    Attributes:
        sizes: Numbers of training images, ascending.
        seeds: How many trainings each size gets.
        runs: How many trainings there will be.
    """

    sizes: tuple[int, ...]
    seeds: int
    runs: int


@dataclass(frozen=True, slots=True)
class CurveProgress:
    """A training is under way.

    Attributes:
        size: Its training images.
        seed: Its seed.
        run: Which training it is, from 0.
        runs: How many there will be.
        share: Which share of all the work is done.
    """

    size: int
    seed: int
    run: int
    runs: int
    share: float


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A training is done.

    Attributes:
        size: Its training images.
        seed: Its seed.
        accuracy: Share of the validation images that are right after it.
        train_accuracy: Share of the training images that were right in its last epoch, as they were seen.
        validation_count: How many validation images there are.
    """

    size: int
    seed: int
    accuracy: float
    train_accuracy: float
    validation_count: int

    @property
    def error(self) -> float:
        """Share of the validation images that are wrong."""
        return 1 - self.accuracy

    @property
    def train_error(self) -> float:
        """Share of the training images that were wrong."""
        return 1 - self.train_accuracy


@dataclass(frozen=True, slots=True)
class CurveFinished:
    """All trainings are done.

    Attributes:
        points: What came of each.
        summary: What follows from them.
    """

    points: tuple[CurvePoint, ...]
    summary: CurveSummary


CurveEvent = CurveStarted | CurveProgress | CurvePoint | CurveFinished
