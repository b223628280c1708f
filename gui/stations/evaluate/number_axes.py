"""Round numbers along an axis, and where they lie. No Qt in here."""

from __future__ import annotations

import math
from dataclasses import dataclass

ROUND = (1, 2, 5, 10)  # between lines, times a power of ten


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers between two bounds.

    Attributes:
        low: The least that is shown.
        high: The greatest.
    """

    low: float
    high: float

    def along(self, value: float) -> float:
        """Return where a number lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> list[float]:
        """Return round numbers to write beside the axis, so many at most."""
        rough = (self.high - self.low) / max(1, most)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next((each * power for each in ROUND if each * power >= rough), 10 * power)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [0.0 if number == 0 else number * step for number in range(first, last + 1)]


def axis_of(low: float, high: float, room: float = 0.04) -> Axis:
    """Return an axis for numbers from ``low`` to ``high``, with a share of room on either side."""
    span = (high - low) or abs(high) or 1.0
    return Axis(low - room * span, high + room * span)
