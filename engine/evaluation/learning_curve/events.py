"""What a learning curve tells while it is drawn: frozen, typed events."""

from __future__ import annotations

from dataclasses import dataclass

from engine.evaluation.learning_curve.summary import CurvePoint, CurveSummary


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
class CurveFinished:
    """All trainings are done.

    Attributes:
        points: What came of each.
        summary: What follows from them.
    """

    points: tuple[CurvePoint, ...]
    summary: CurveSummary


CurveEvent = CurveStarted | CurveProgress | CurvePoint | CurveFinished
