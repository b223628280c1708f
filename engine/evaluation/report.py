"""What an evaluation finds: loss, accuracy, who is taken for whom, and which images the model gets wrong."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """How good a model is on one data set of N images.

    Attributes:
        loss: Mean cross-entropy, in nats.
        accuracy: Share of the images that are right.
        count: N.
        classes: The names of the classes.
        confusion: ``(classes, classes)`` int64; row is the truth, column the model's answer.
        predictions: ``(N,)`` int64, the model's answer to each image.
        confidences: ``(N,)`` float32, the probability that the model gives its answer.
        mistakes: ``(M,)`` int64, indices of the images that are wrong, the most confident mistake first.
        probabilities: ``(N, classes)`` float32 if they were kept, else None.
    """

    loss: float
    accuracy: float
    count: int
    classes: tuple[str, ...]
    confusion: NDArray[np.int64]
    predictions: NDArray[np.int64]
    confidences: NDArray[np.float32]
    mistakes: NDArray[np.int64]
    probabilities: NDArray[np.float32] | None = None

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

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them; what is not a finite number becomes None."""
        return {
            "accuracy": _json_number(self.accuracy),
            "loss": _json_number(self.loss),
            "count": self.count,
            "mistakes": len(self.mistakes),
            "classes": list(self.classes),
            "recall": [_json_number(value) for value in self.recall],
            "precision": [_json_number(value) for value in self.precision],
            "f1": [_json_number(value) for value in self.f1],
            "confusion": self.confusion.tolist(),
        }

    @property
    def _right(self) -> NDArray[np.int64]:
        return np.diagonal(self.confusion)


def _share(part: NDArray[np.int64], whole: NDArray[np.int64]) -> NDArray[np.float64]:
    result = np.full(len(whole), np.nan)
    np.divide(part, whole, out=result, where=whole > 0)
    return result


def _json_number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
