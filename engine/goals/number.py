"""A number: a target in a unit of its own, by the squared error; what is called accuracy is R².

While it learns, a network is to give the targets brought to mean 0 and deviation 1, whatever unit they are in; the last
part of the network brings what it finds back (``Scale``). The loss that is told is the mean squared error in the
targets' own unit, squared, whose root is how far an answer lies from the truth.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np

from engine.goals.goal import Goal, Guess, Scale
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

MOST_TARGET = 1e12  # its square, and sums of such, are still numbers in float32
LEAST_SPREAD = 1e-18  # as is the square of a thousandth of it; of less, float32 makes 0
AS_IT_IS = Scale(0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Number(Goal):
    """Labels ``(N,)`` float32, one target for each example; ``Dataset.classes`` is the name of it alone.

    Attributes:
        scale: Mean and deviation of the targets that are learnt, or measured on.
    """

    scale: Scale = AS_IT_IS

    name: ClassVar[str] = "number"
    measure: ClassVar[str] = Phrase("R²")
    measure_of_training: ClassVar[str] = Phrase("R² of training")
    measure_of_validation: ClassVar[str] = Phrase("R² of validation")
    loss_name: ClassVar[str] = Phrase("Squared error")
    guessing: ClassVar[str] = Phrase("always saying the mean")
    least: ClassVar[float] = -math.inf
    wrong_of_validation: ClassVar[str] = Phrase("1 − R² of validation")
    wrong_of_training: ClassVar[str] = Phrase("1 − R² of training")
    not_begun: ClassVar[str] = Phrase(
        "The network is hardly better than always saying the mean: it has not begun to learn. Train it longer, or "
        "change the learning rate."
    )
    no_smoothing: ClassVar[str] = Phrase("spreads certainty over classes, and these data ask for a number")
    no_teacher: ClassVar[str] = Phrase(
        "tells what it finds probable of classes, and these data ask for a number"
    )
    no_adversary: ClassVar[str] = Phrase(
        "changes pictures until their class is missed, and these data ask for a number"
    )
    no_privacy: ClassVar[str] = Phrase(
        "cannot be kept for a number, whose scale is read off the targets themselves"
    )
    no_attack: ClassVar[str] = Phrase(
        "An attack wants another class to be answered; these data ask for a number, which is never wholly right."
    )
    no_exposure: ClassVar[str] = Phrase(
        "What a model betrays is measured by how sure it is of a class; these data ask for a number."
    )
    no_arithmetic: ClassVar[str] = Phrase(
        "A step is written out where classes are told apart: these data ask for a number."
    )
    no_classes: ClassVar[str] = Phrase("These data ask for a number, and there are no classes to tell apart.")
    no_compression: ClassVar[str] = Phrase(
        "A smaller model is judged by the classes it tells apart; this one answers with a number."
    )
    no_comparison: ClassVar[str] = Phrase(
        "Reports are compared class by class, and there are no classes here; Runs sets runs side by side."
    )

    def holds(self, labels: NDArray[Any]) -> bool:
        """Whether there is one real number for each example."""
        return labels.dtype == np.float32 and labels.ndim == 1

    def fits(self, labels: NDArray[Any], classes: int) -> bool:
        """Whether all are finite, and one name says what they are."""
        return classes == 1 and (not len(labels) or bool(np.abs(labels).max() <= MOST_TARGET))

    def fitted(self, labels: NDArray[Any]) -> Self:
        """Return the goal with the scale of some targets; those that are all the same have the deviation 1."""
        if not len(labels):
            return type(self)()
        values = labels.astype(np.float64)
        mean, deviation = float(values.mean()), float(values.std())
        # What is left of a constant by rounding is no deviation, nor is what cannot be squared.
        return type(self)(Scale(mean, deviation if deviation > max(1e-7 * abs(mean), LEAST_SPREAD) else 1.0))

    def why_not(self, labels: NDArray[Any]) -> Phrase:
        """Say it where targets differ by so little that nothing is left of the square of it."""
        values = labels.astype(np.float64)
        if len(values) and values.min() < values.max() and values.std() <= LEAST_SPREAD:
            return Phrase(
                "The numbers to be found spread by {spread:.1g} alone, and nothing is left of the square of that: "
                "scale the column, such as divided by {spread:.1g}.",
                spread=float(values.std()),
            )
        return Phrase("")

    def outputs(self, classes: int) -> int:
        """Return 1: there is one number."""
        del classes
        return 1

    def guess(self, classes: int) -> Guess:
        """Return what comes of always saying the mean."""
        del classes
        return Guess(self.scale.deviation**2, 0.0)

    def wrong_words(self, size: int, error: float, train_error: float) -> Phrase:
        """Return in a sentence how much of the variance is not explained."""
        return Phrase(
            "With {size:,} training examples {error:.2%} of the variance of the validation targets is not explained, "
            "and {train:.2%} of that of the training targets.",
            size=size,
            error=error,
            train=train_error,
        )

    def answers(self, outputs: Tensor) -> Tensor:
        """Return the numbers as they are."""
        return outputs

    def loss(self, outputs: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
        """Return the mean squared error of a batch, in squared deviations of the targets."""
        del smoothing
        return ((outputs[:, 0] - labels) / self.scale.deviation).square().mean()

    def told(self, loss: Tensor, outputs: Tensor, labels: Tensor, smoothing: float) -> Tensor:
        """Return the mean squared error of a batch, in the squared unit of the targets."""
        del outputs, labels, smoothing
        return loss * self.scale.deviation**2

    def losses(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the squared error of each example, ``(B,)``, in the squared unit of the targets."""
        return (outputs[:, 0] - labels).square()

    def scores(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return 1 − (ŷ − y)² / variance of the targets, ``(B,)``; over all of these its mean is R².

        R² is 1 where every answer is right, 0 for one that always says the mean, and less for worse ones.
        """
        return 1 - ((outputs[:, 0] - labels) / self.scale.deviation).square()


GOAL = Number()
