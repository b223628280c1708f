"""How well one number tells two kinds of images apart: the ROC curve, and how sure what is read from it is.

Sources: DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837, for the area; its fast form is by Sun & Xu 2014, IEEE
Signal Processing Letters 21:1389.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.evaluation.interval import Z_95, Interval, wilson_interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

FALSE_ALARMS = 0.01
"""The share of false alarms at which is told how many are found."""
RESAMPLES = 1000  # of the bootstrap
KOLMOGOROV_95 = (
    1.3581  # what the largest distance of two samples of one kind exceeds in 1 of 20 cases, scaled
)


@dataclass(frozen=True, slots=True, eq=False)
class Roc:
    """What a threshold on a number can do, over all thresholds.

    Attributes:
        false_alarms: ``(P,)`` float64 rising from 0 to 1: of the images outside, the share that is taken for inside.
        found: ``(P,)`` float64 beside it: of the images inside, the share that is found.
        auc: The area under the curve: in which share of all pairs the image inside has the higher number; a tie counts
            half.
        interval: Between which bounds the true area lies with 95 % confidence, by DeLong.
        accuracy: The share that the best threshold gets right, where both kinds are equally likely. It was chosen by
            the very images it is told of, which flatters it.
        by_chance: What that share stays below in 19 of 20 cases where there is no difference at all.
        found_few: The share that is found with at most 1 % false alarms.
        found_interval: Between which bounds that lies, by a bootstrap of both kinds.
        inside: How many images are inside.
        outside: How many are outside.
    """

    false_alarms: NDArray[np.float64]
    found: NDArray[np.float64]
    auc: float
    interval: Interval
    accuracy: float
    by_chance: float
    found_few: float
    found_interval: Interval
    inside: int
    outside: int

    @property
    def tells(self) -> bool:
        """Whether images inside certainly have the higher number: all of the interval lies above a half."""
        return self.interval.low > 0.5


def roc(inside: NDArray[np.float64], outside: NDArray[np.float64], *, seed: int = 0) -> Roc:
    """Return what a threshold can do.

    Args:
        inside: ``(M,)`` numbers of the images inside, one at least; those above a threshold are said to be inside.
        outside: ``(N,)`` numbers of those outside, one at least.
        seed: Of the bootstrap.
    """
    false_alarms, found = _curve(inside, outside)
    auc, interval = _area(inside, outside)
    few, few_interval = _found_few(inside, outside, seed)
    count, others = len(inside), len(outside)
    spread = KOLMOGOROV_95 * math.sqrt((count + others) / (count * others))
    return Roc(
        false_alarms,
        found,
        auc,
        interval,
        accuracy=0.5 + 0.5 * float((found - false_alarms).max()),
        by_chance=min(1.0, 0.5 + 0.5 * spread),
        found_few=few,
        found_interval=few_interval,
        inside=count,
        outside=others,
    )


def _curve(
    inside: NDArray[np.float64], outside: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return a point for each threshold that makes a difference; equal numbers stand on one side together."""
    values = np.concatenate([inside, outside])
    is_inside = np.concatenate([np.ones(len(inside)), np.zeros(len(outside))])
    order = np.argsort(-values, kind="stable")
    values, is_inside = values[order], is_inside[order]
    ends = np.flatnonzero(np.append(values[1:] != values[:-1], True))
    found = np.cumsum(is_inside)[ends]
    alarms = ends + 1 - found
    return np.append(0.0, alarms / len(outside)), np.append(0.0, found / len(inside))


def _area(inside: NDArray[np.float64], outside: NDArray[np.float64]) -> tuple[float, Interval]:
    """Return the area under the curve and its interval."""
    beats = _share_below(np.sort(outside), inside)  # (M,) of each one inside: which share outside it beats
    loses = 1 - _share_below(
        np.sort(inside), outside
    )  # (N,) of each one outside: which share inside beats it
    auc = float(beats.mean())
    variance = sum(float(part.var(ddof=1)) / len(part) for part in (beats, loses) if len(part) > 1)
    half = Z_95 * math.sqrt(variance)
    if variance == 0:  # all or nothing: the rule of three says what so many images can exclude
        half = 3 / min(len(inside), len(outside))
    return auc, Interval(max(0.0, auc - half), min(1.0, auc + half))


def _share_below(ordered: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each value which share of the ordered ones lies below it; a tie counts half."""
    sides = np.searchsorted(ordered, values, "left"), np.searchsorted(ordered, values, "right")
    return (sides[0] + sides[1]) / (2 * len(ordered))


def _found_few(
    inside: NDArray[np.float64], outside: NDArray[np.float64], seed: int
) -> tuple[float, Interval]:
    """Return which share is found with few false alarms, and its interval.

    The threshold hangs on the few highest numbers outside, so that these are drawn anew as well as those inside. It is
    never narrower than what the number of images found allows.
    """
    count, others = len(inside), len(outside)
    allowed = math.floor(FALSE_ALARMS * others + 1e-9)
    ordered, highest = np.sort(inside), np.sort(outside)[::-1]

    def above(threshold: NDArray[np.float64]) -> NDArray[np.int64]:
        return count - np.searchsorted(ordered, threshold, "right")

    found = int(above(highest[allowed : allowed + 1])[0])
    generator = np.random.default_rng(seed)
    # Of a sample drawn anew, the place that the number after the allowed ones had: an order statistic of even numbers.
    places = np.floor(others * generator.beta(allowed + 1, others - allowed, RESAMPLES)).astype(np.int64)
    shares = generator.binomial(count, above(highest[np.minimum(places, others - 1)]) / count) / count
    low, high = np.quantile(shares, (0.025, 0.975))
    counted = wilson_interval(found, count)
    return found / count, Interval(min(float(low), counted.low), max(float(high), counted.high))
