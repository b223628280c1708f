"""A slider's steps and the numbers that they stand for. No Qt in here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.inputs.feature import Feature

STEPS = 200
"""Of a slider whose numbers are no whole ones, or too many."""
DIGITS = 3
"""Significant digits of the range, to which a slider's numbers are rounded."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers between two bounds.

    Attributes:
        low: The least.
        high: The greatest, which may be the same.
        count: How many steps lie between.
        places: To how many places behind the point numbers are rounded; below 0 to tens, hundreds ….
    """

    low: float
    high: float
    count: int
    places: int

    def value(self, step: int) -> float:
        """Return the number of a step, from 0 to ``count``."""
        if step >= self.count:
            return self.high
        if step <= 0:
            return self.low
        return round(self.low + (self.high - self.low) * step / self.count, self.places)

    def step(self, value: float) -> int:
        """Return the step that lies next to a number; the last one for what lies beyond."""
        if self.high <= self.low:
            return 0
        share = (value - self.low) / (self.high - self.low)
        return min(max(round(share * self.count), 0), self.count)


def scale_of(feature: Feature) -> Scale:
    """Return the scale of a feature: whole numbers one by one, others in so many steps that each pixel has one."""
    span = feature.high - feature.low
    if feature.whole and 0 < span <= STEPS:
        return Scale(feature.low, feature.high, round(span), 0)
    if span <= 0:
        return Scale(feature.low, feature.high, 1, 0)
    places = DIGITS - 1 - math.floor(math.log10(span))
    return Scale(feature.low, feature.high, STEPS, min(places, 0) if feature.whole else places)


def is_within(value: float, feature: Feature) -> bool:
    """Say whether a number lies between those that were learnt from, but for what float32 rounds away."""
    slack = 1e-6 * max(abs(feature.low), abs(feature.high))
    return feature.low - slack <= value <= feature.high + slack
