"""The axes of a curve plot: shares in percent, powers of ten as plain numbers, steps as whole ones."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from gui.look import words

if TYPE_CHECKING:
    from collections.abc import Sequence


LABEL_ROOM = 0.94  # of a label's height, from the middle of one to that of the next at least
DIGITS = (tuple(range(1, 10)), (1, 2, 5), (1,))  # of each power of ten, the finest division first


def value_text(value: float, *, percent: bool) -> str:
    """Return a value as the readout and the axis show it."""
    if not math.isfinite(value):
        return "–"
    return words.percent(value) if percent else words.plain_number(value, 4)


class ValueAxis(pg.AxisItem):
    """A y axis that says shares in percent, and powers of ten as plain numbers."""

    def __init__(self, *, percent: bool) -> None:
        super().__init__("left")
        self._percent = percent
        self.shows_log = False

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        letters = QFontMetricsF(self.style["tickFont"] or QGuiApplication.font()).height()
        lines = size / (LABEL_ROOM * letters)
        if not self.shows_log:
            return thinned(super().tickValues(low, high, size), low, high, lines)
        return [(1.0, power_ticks(low, high, lines))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.shows_log:
            values = [10.0 ** min(value, 300) for value in values]
        if self._percent:
            return shares(values)
        return [words.plain_number(value, 3 if self.shows_log else 10) for value in values]


class StepAxis(pg.AxisItem):
    """An x axis that counts steps or epochs, and says them as numbers are said elsewhere; or says shares in percent."""

    def __init__(self, *, percent: bool = False) -> None:
        super().__init__("bottom")
        self._percent = percent

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return whole numbers alone where steps are counted: there is no half an epoch to be read there."""
        levels: list[tuple[float, list[float]]] = super().tickValues(low, high, size)
        if self._percent:
            return levels
        return [level for level in levels if level[0] >= 1] or [(1.0, whole_between(low, high))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return shares(values) if self._percent else [words.plain_number(value, 10) for value in values]


def shares(values: Sequence[float]) -> list[str]:
    """Return shares from 0 to 1 in percent, with the digits that they have."""
    return [words.percent_of(words.plain_number(100 * value, 4)) for value in values]


def whole_between(low: float, high: float) -> list[float]:
    """Return the whole numbers from one end of a short axis to the other."""
    return [float(number) for number in range(math.ceil(low), math.floor(high) + 1)]


def thinned(
    ticks: list[tuple[float, list[float]]], low: float, high: float, length: float
) -> list[tuple[float, list[float]]]:
    """Return fewer of the ticks of an even axis where the labels of all would overlap.

    Args:
        ticks: Distance and values of each level, the coarsest first.
        low: Lower end of the axis.
        high: Its upper end.
        length: Of the axis, in labels that have room on it.
    """
    if not ticks:
        return ticks
    step, values = ticks[0]
    stride = math.ceil(_least(low, high, length) / step)
    if stride <= 1:
        return ticks
    return [(stride * step, [value for value in values if round(value / step) % stride == 0])]


def power_ticks(low: float, high: float, length: float) -> list[float]:
    """Return logarithms to base ten of round numbers whose labels do not overlap; at least one.

    Args:
        low: Logarithm of the lower end of the axis.
        high: Of its upper end.
        length: Of the axis, in labels that have room on it.
    """
    least = _least(low, high, length)
    powers = range(math.floor(low), math.ceil(high) + 1)
    finer: list[float] = []
    for digits in DIGITS:
        values = [power + math.log10(digit) for power in powers for digit in digits]
        shown = [value for value in values if low <= value <= high]
        if len(shown) < 2:
            return _ends(finer, least) or _even_ticks(low, high, least)
        if _are_apart(shown, least):
            return shown
        finer = shown
    stride = math.ceil(least)
    return [value for value in finer if round(value) % stride == 0] or finer[:1]


def _even_ticks(low: float, high: float, least: float) -> list[float]:
    """Return those of numbers at equal distances, where hardly a number of one digit is in sight."""
    bottom, top = 10.0**low, 10.0**high
    whole = 10.0 ** math.floor(math.log10(top - bottom))
    ticks: list[float] = []
    for step in (whole / 5, whole / 2, whole, 2 * whole):
        numbers = range(math.ceil(bottom / step), math.floor(top / step) + 1)
        ticks = [math.log10(number * step) for number in numbers] or ticks
        if _are_apart(ticks, least):
            return ticks
    return _ends(ticks, least)


def _least(low: float, high: float, length: float) -> float:
    """Return how far two labels must be apart."""
    return (high - low) / max(length, 0.1)


def _ends(ticks: list[float], least: float) -> list[float]:
    ends = [*ticks[:1], *ticks[-1:]]
    return ends if _are_apart(ends, least) else ends[:1]


def _are_apart(ticks: list[float], least: float) -> bool:
    return all(after - before >= least for before, after in pairwise(ticks))
