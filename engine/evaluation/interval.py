"""How sure a share is that was counted on a limited number of images."""

from __future__ import annotations

import math
from typing import NamedTuple

Z_95 = 1.959963984540054
"""Standard deviations on either side of the mean that hold 95 % of a normal distribution."""


class Interval(NamedTuple):
    """Two bounds, ``low <= high``."""

    low: float
    high: float

    def __contains__(self, value: object) -> bool:
        """Tell whether a number lies between the bounds or on one of them."""
        return isinstance(value, int | float) and self.low <= value <= self.high


def wilson_interval(right: int, count: int, z: float = Z_95) -> Interval:
    """Return between which bounds the true share lies, with 95 % confidence.

    Unlike the usual ± it stays within 0 and 1 and holds for shares near either, where good models are.

    Source: Wilson 1927, JASA 22:209.

    Args:
        right: How many of the images are right.
        count: How many there are; with none, anything is possible.
        z: Deviations on either side.
    """
    if count == 0:
        return Interval(0.0, 1.0)
    share, weight = right / count, z * z / count
    center = (share + weight / 2) / (1 + weight)
    half = z * math.sqrt(share * (1 - share) / count + weight / (4 * count)) / (1 + weight)
    # Rounding must not keep the interval from holding the share itself.
    return Interval(min(max(center - half, 0.0), share), max(min(center + half, 1.0), share))
