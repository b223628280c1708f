"""The phases of one training step, in their order. No Qt in here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What happens in a phase."""

    BATCH = "batch"
    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    GRADIENT = "gradient"
    UPDATE = "update"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase.

    Attributes:
        stage: What happens.
        column: In which column of the picture, where it is one; 0 is the input.
    """

    stage: Stage
    column: int = 0


def phases_of(layers: int) -> tuple[Phase, ...]:
    """Return the phases of a step through so many layers: there, the loss, back, and what becomes of it."""
    there = (Phase(Stage.FORWARD, column) for column in range(1, layers + 1))
    back = (Phase(Stage.BACKWARD, column) for column in range(layers, 0, -1))
    ends = (Phase(stage) for stage in (Stage.GRADIENT, Stage.UPDATE, Stage.AFTER))
    return (Phase(Stage.BATCH), *there, Phase(Stage.LOSS), *back, *ends)


@dataclass(frozen=True, slots=True)
class Instant:
    """A place in the animation.

    Attributes:
        number: Which phase, counted from 0.
        share: How much of it has happened, above 0 to 1.
    """

    number: int
    share: float


def instant_at(position: float) -> Instant:
    """Return where the animation is: at whole positions a phase is complete, and between two the later one happens."""
    number = max(0, math.ceil(position - 1e-9))
    return Instant(number, 1.0 if number == 0 else min(1.0, max(0.0, position - number + 1)))
