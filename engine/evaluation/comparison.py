"""What changed between two evaluations, such as those of two runs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.evaluation.report import Report

SIGNIFICANT = 0.05
EXACT_BELOW = 1000
"""With fewer changed answers than this the binomial sum is worked out, else a normal distribution stands for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The second report less the first.

    Attributes:
        accuracy: Gain in accuracy.
        loss: Change of the loss; below 0 is better.
        confusion: ``(classes, classes)`` int64, change of the counts.
        confusion_shares: ``(classes, classes)`` change of each row's shares, nan where a class has no images.
        precision: ``(classes,)`` change of each class, nan where it is not defined in both.
        recall: ``(classes,)`` likewise.
        f1: ``(classes,)`` likewise.
        mended: Indices of the images that are right now and were wrong, or None if these are not the same images.
        broken: Indices of those that were right and are wrong now, or None likewise.
        significant: Whether chance alone would hardly make such a difference (below 5 %), or None likewise.
    """

    accuracy: float
    loss: float
    confusion: NDArray[np.int64]
    confusion_shares: NDArray[np.float64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    f1: NDArray[np.float64]
    mended: NDArray[np.int64] | None
    broken: NDArray[np.int64] | None
    significant: bool | None


def compare(before: Report, after: Report) -> Comparison:
    """Subtract one report from another.

    Where both have the same labels in the same order they are taken to be of the same images.

    Raises:
        DataError: If they know different classes.
    """
    if before.classes != after.classes:
        raise DataError(
            "These two evaluations cannot be compared.",
            cause="They know different classes.",
            remedy="Choose two runs on the same data.",
        )
    mended = broken = significant = None
    if np.array_equal(before.labels, after.labels):
        was, is_ = before.predictions == before.labels, after.predictions == after.labels
        mended, broken = np.flatnonzero(is_ & ~was), np.flatnonzero(was & ~is_)
        significant = mcnemar(len(mended), len(broken)) < SIGNIFICANT
    return Comparison(
        accuracy=after.accuracy - before.accuracy,
        loss=after.loss - before.loss,
        confusion=after.confusion - before.confusion,
        confusion_shares=after.confusion_shares - before.confusion_shares,
        precision=after.precision - before.precision,
        recall=after.recall - before.recall,
        f1=after.f1 - before.f1,
        mended=mended,
        broken=broken,
        significant=significant,
    )


def mcnemar(mended: int, broken: int) -> float:
    """Return how probable so uneven a change, or one more uneven, is where both models are equally good.

    Only images on which the two differ tell anything; each of them is then a toss of a coin.

    Source: McNemar 1947, Psychometrika 12:153; the exact two-sided form.
    """
    count, fewer = mended + broken, min(mended, broken)
    if mended == broken:
        return 1.0
    if count < EXACT_BELOW:
        tail: int = sum(math.comb(count, k) for k in range(fewer + 1))
        return min(1.0, float(2 * tail / 2**count))
    return math.erfc((abs(mended - broken) - 1) / math.sqrt(2 * count))
