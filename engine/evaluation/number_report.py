"""What an evaluation finds of a model that gives a number: R², and how far its answers lie from the targets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.evaluation.goal_report import GoalReport, json_number
from engine.evaluation.interval import Z_95, Interval
from engine.goals import number

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class NumberReport(GoalReport):
    """How good a model is on N examples with a target each.

    ``loss`` is the mean squared error in the squared unit of the targets, ``accuracy`` is R²: 1 − the sum of squared
    errors / that of the targets' distances from their own mean, so that always saying the mean comes to 0. ``classes``
    is the name of the target alone.

    Attributes:
        targets: ``(N,)`` float32, what is right.
        answers: ``(N,)`` float32, what the model says, in the same unit.
    """

    goal: ClassVar[str] = number.GOAL.name

    targets: NDArray[np.float32]
    answers: NDArray[np.float32]

    @classmethod
    def of(cls, targets: NDArray[np.float32], answers: NDArray[np.float32], name: str) -> NumberReport:
        """Hold the answers of a model against the targets.

        Args:
            targets: ``(N,)`` float32, one at least.
            answers: ``(N,)`` float32.
            name: Of the target.
        """
        loss = float(np.square(answers.astype(np.float64) - targets).mean())
        spread = number.GOAL.fitted(targets).scale.deviation ** 2
        return cls(loss, 1 - loss / spread, len(targets), (name,), targets, answers)

    @property
    def name(self) -> str:
        """What the target is called."""
        return self.classes[0]

    @property
    def errors(self) -> NDArray[np.float64]:
        """How far each answer lies above its target, ``(N,)``, in its unit."""
        return self.answers.astype(np.float64) - self.targets

    @property
    def mae(self) -> float:
        """Mean absolute error, in the unit of the targets."""
        return float(np.abs(self.errors).mean())

    @property
    def rmse(self) -> float:
        """Root of the mean squared error, in the unit of the targets; large errors count the more."""
        return math.sqrt(self.loss)

    @property
    def worst(self) -> NDArray[np.int64]:
        """Indices of all examples, that whose answer lies furthest off first, ``(N,)``."""
        return np.argsort(-np.abs(self.errors), kind="stable")

    @property
    def interval(self) -> Interval:
        """Between which bounds R² on all such examples lies, with 95 % confidence.

        By the delta method: 1 − R² is a quotient of two means over the same examples.
        """
        targets = self.targets.astype(np.float64)
        spread = number.GOAL.fitted(self.targets).scale.deviation ** 2
        each = np.square(self.errors) - (1 - self.accuracy) * np.square(targets - targets.mean())
        half = Z_95 * float(each.std()) / spread / math.sqrt(self.count)
        return Interval(self.accuracy - half, min(1.0, self.accuracy + half))

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them; what is not a finite number becomes None."""
        return {
            "goal": self.goal,
            "target": self.name,
            "accuracy": json_number(self.accuracy),
            "r2": json_number(self.accuracy),
            "interval": list(map(json_number, self.interval)),
            "loss": json_number(self.loss),
            "mae": json_number(self.mae),
            "rmse": json_number(self.rmse),
            "count": self.count,
        }
