"""What an evaluation finds of any goal: how good the answers are, of how many examples, and how sure that is."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from engine.goals.registry import GOALS

if TYPE_CHECKING:
    from engine.evaluation.interval import Interval


@dataclass(frozen=True, slots=True, eq=False)
class GoalReport(ABC):
    """How good a model is on one data set; each goal has its own report beside this.

    Attributes:
        goal: The name of the goal.
        loss: Mean loss, as the goal tells it.
        accuracy: The goal's measure, 1 at best.
        count: Of how many examples.
        classes: The names of the classes, or of the target.
    """

    goal: ClassVar[str]

    loss: float
    accuracy: float
    count: int
    classes: tuple[str, ...]

    @property
    def measure(self) -> str:
        """What the accuracy is called."""
        return GOALS[self.goal].measure

    @property
    @abstractmethod
    def interval(self) -> Interval:
        """Between which bounds the accuracy on all such examples lies, with 95 % confidence."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them; what is not a finite number becomes None."""


def json_number(value: float) -> float | None:
    """Return a number as JSON can hold it: None for one that is not finite."""
    return float(value) if math.isfinite(value) else None
