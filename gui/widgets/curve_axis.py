"""The y axis of a curve plot: shares in percent, powers of ten as plain numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg

from gui.widgets.number_text import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def value_text(value: float, *, percent: bool) -> str:
    """Return a value as the readout and the axis show it."""
    if not math.isfinite(value):
        return "–"
    if percent:
        return f"{100 * value:.2f}\u00a0%"
    return number_text(float(f"{value:.4g}"))


class ValueAxis(pg.AxisItem):
    """A y axis that says shares in percent, and powers of ten as plain numbers."""

    def __init__(self, *, percent: bool) -> None:
        super().__init__("left")
        self._percent = percent
        self.shows_log = False

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        if not self.shows_log:
            ticks: list[tuple[float, list[float]]] = super().tickValues(low, high, size)
            return ticks
        digits = (1,) if high - low > 2 else (1, 2, 5) if high - low > 0.5 else tuple(range(1, 10))
        powers = range(math.floor(low) - 1, math.ceil(high) + 1)
        stride = max(1, len(powers) // 8)
        values = [power + math.log10(digit) for power in powers[::stride] for digit in digits]
        return [(1.0, [value for value in values if low <= value <= high])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.shows_log:
            values = [10.0 ** min(value, 300) for value in values]
        if self._percent:
            return [f"{100 * value:.4g}\u00a0%" for value in values]
        if self.shows_log:
            return [number_text(float(f"{value:.3g}")) for value in values]
        strings: list[str] = super().tickStrings(values, scale, spacing)
        return strings
