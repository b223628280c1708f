"""What an evaluation finds: loss, accuracy, who is taken for whom, and which images the model gets wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import numpy as np

from engine.evaluation.calibration import BINS, Calibration, calibration
from engine.evaluation.goal_report import GoalReport, json_number
from engine.evaluation.interval import Interval, wilson_interval
from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Macro(NamedTuple):
    """Means over the classes, each class counting the same."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, eq=False)
class Report(GoalReport):
    """How good a model is on one data set of N images.

    Attributes:
        loss: Mean cross-entropy, in nats.
        accuracy: Share of the images that are right.
        count: N.
        classes: The names of the classes.
        confusion: ``(classes, classes)`` int64; row is the truth, column the model's answer.
        labels: ``(N,)`` int64, the truth of each image.
        predictions: ``(N,)`` int64, the model's answer to each image.
        confidences: ``(N,)`` float32, the probability that the model gives its answer.
        mistakes: ``(M,)`` int64, indices of the images that are wrong, the most confident mistake first.
        probabilities: ``(N, classes)`` float32 if they were kept, else None.
    """

    goal: ClassVar[str] = CLASSES.name

    confusion: NDArray[np.int64]
    labels: NDArray[np.int64]
    predictions: NDArray[np.int64]
    confidences: NDArray[np.float32]
    mistakes: NDArray[np.int64]
    probabilities: NDArray[np.float32] | None = None

    @property
    def interval(self) -> Interval:
        """Between which bounds the accuracy on all such images lies, with 95 % confidence."""
        return wilson_interval(int(self._right.sum()), self.count)

    @property
    def support(self) -> NDArray[np.int64]:
        """How many images each class has, ``(classes,)``."""
        support: NDArray[np.int64] = self.confusion.sum(axis=1)
        return support

    @property
    def recall(self) -> NDArray[np.float64]:
        """Share of each class's images that are found, ``(classes,)``; nan for a class without images."""
        return _share(self._right, self.confusion.sum(axis=1))

    @property
    def precision(self) -> NDArray[np.float64]:
        """Share of each answer that is right, ``(classes,)``; nan for an answer never given."""
        return _share(self._right, self.confusion.sum(axis=0))

    @property
    def f1(self) -> NDArray[np.float64]:
        """Harmonic mean of recall and precision of each class, ``(classes,)``; nan for a class never seen nor said."""
        return _share(2 * self._right, self.confusion.sum(axis=0) + self.confusion.sum(axis=1))

    @property
    def macro(self) -> Macro:
        """Precision, recall and F1 averaged over the classes that were seen or said; undefined ones count as 0."""
        there = self.confusion.sum(axis=0) + self.confusion.sum(axis=1) > 0
        means = [np.nan_to_num(values[there]).mean() for values in (self.precision, self.recall, self.f1)]
        return Macro(*map(float, means))

    @property
    def confusion_shares(self) -> NDArray[np.float64]:
        """Which share of a class is taken for what, ``(classes, classes)``; a row adds up to 1, or is nan."""
        result = np.full(self.confusion.shape, np.nan)
        support = self.support[:, None]
        np.divide(self.confusion, support, out=result, where=support > 0)
        return result

    def calibration(self, bins: int = BINS) -> Calibration:
        """Return how far confidence and accuracy agree, in so many bins."""
        return calibration(self.confidences, self.predictions == self.labels, bins)

    def images_of(self, truth: int, answer: int) -> NDArray[np.int64]:
        """Return the indices of the images in one cell of the confusion matrix, the most confident answer first."""
        found = np.flatnonzero((self.labels == truth) & (self.predictions == answer))
        return found[np.argsort(-self.confidences[found], kind="stable")]

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them; what is not a finite number becomes None."""
        return {
            "accuracy": json_number(self.accuracy),
            "interval": list(self.interval),
            "loss": json_number(self.loss),
            "count": self.count,
            "mistakes": len(self.mistakes),
            "classes": list(self.classes),
            "recall": [json_number(value) for value in self.recall],
            "precision": [json_number(value) for value in self.precision],
            "f1": [json_number(value) for value in self.f1],
            "support": self.support.tolist(),
            "macro": {name: json_number(value) for name, value in self.macro._asdict().items()},
            "calibration_error": json_number(self.calibration().error),
            "confusion": self.confusion.tolist(),
        }

    @property
    def _right(self) -> NDArray[np.int64]:
        return np.diagonal(self.confusion)


def _share(part: NDArray[np.int64], whole: NDArray[np.int64]) -> NDArray[np.float64]:
    result = np.full(len(whole), np.nan)
    np.divide(part, whole, out=result, where=whole > 0)
    return result
