"""Calibration: whether a model that says 90 % is right nine times in ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BINS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What a reliability diagram shows: images in bins by the confidence of the answer.

    Attributes:
        edges: ``(bins + 1,)`` bounds of the bins, from 0 to 1; a bin holds its upper bound.
        counts: ``(bins,)`` int64, images in each.
        confidences: ``(bins,)`` mean confidence in each, nan where there is no image.
        accuracies: ``(bins,)`` share that is right in each, nan where there is no image.
        error: Expected calibration error: the mean gap between confidence and accuracy, each bin weighted by its
            images; 0 without images.
        worst: The largest gap of a bin.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    confidences: NDArray[np.float64]
    accuracies: NDArray[np.float64]
    error: float
    worst: float


def calibration(confidences: NDArray[np.floating], right: NDArray[np.bool_], bins: int = BINS) -> Calibration:
    """Gather answers into bins of equal width by their confidence.

    Source: Guo et al. 2017, arXiv:1706.04599.

    Args:
        confidences: ``(N,)`` probability that the model gives each answer.
        right: ``(N,)`` whether the answer is right.
        bins: How many bins.
    """
    edges = np.linspace(0.0, 1.0, bins + 1)
    bounds = edges.astype(confidences.dtype)  # or a confidence of 0.3 in single precision lies above 0.3
    places = np.clip(np.searchsorted(bounds, confidences, side="left") - 1, 0, bins - 1)
    counts = np.bincount(places, minlength=bins).astype(np.int64)
    shown = _means(places, confidences, counts)
    found = _means(places, right, counts)
    gaps = np.abs(shown - found)[counts > 0]
    weights = counts[counts > 0] / max(len(places), 1)
    return Calibration(
        edges, counts, shown, found, float(gaps @ weights), float(gaps.max()) if len(gaps) else 0.0
    )


def _means(
    places: NDArray[np.intp], values: NDArray[np.generic], counts: NDArray[np.int64]
) -> NDArray[np.float64]:
    sums = np.bincount(places, weights=values.astype(np.float64), minlength=len(counts))
    result = np.full(len(counts), np.nan)
    np.divide(sums, counts, out=result, where=counts > 0)
    return result
