"""Where a value stands along an axis: evenly, by its power of ten, or as one of a few choices. No Qt in here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.sweep.ranges import Range

MOST_CELLS = 7
STEPS = (1, 2, 5)
LONG_DECADES = 2.0  # from so many powers of ten on, they alone are marked


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from 0 to 1.

    Attributes:
        low: What stands at 0.
        high: What stands at 1.
        log: Whether every tenfold is as long as any other.
        whole: Whether there are whole numbers alone.
        choices: What there is to choose among, evenly spaced; then the others mean nothing.
    """

    low: float = 0.0
    high: float = 1.0
    log: bool = False
    whole: bool = False
    choices: tuple[object, ...] = ()

    @staticmethod
    def of_range(what: Range) -> Scale:
        """Return the axis of a setting that is swept."""
        if what.choices:
            return Scale(choices=what.choices)
        return Scale(what.low, what.high, what.log, what.whole)

    @staticmethod
    def of_numbers(numbers: Iterable[float]) -> Scale:
        """Return the axis on which all these have room, evenly; with one value, it lies in the middle."""
        found = [number for number in numbers if math.isfinite(number)]
        low, high = min(found, default=0.0), max(found, default=1.0)
        if high <= low:
            margin = abs(low) * 0.05 or 0.5
            return Scale(low - margin, high + margin)
        return Scale(low, high)

    def place(self, value: object) -> float | None:
        """Return where a value stands, from 0 to 1 and never beyond; None for one that has no place."""
        if self.choices:
            if value not in self.choices:
                return None
            if len(self.choices) == 1:
                return 0.5
            return self.choices.index(value) / (len(self.choices) - 1)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return None
        low, high, at = self._straight(self.low), self._straight(self.high), self._straight(float(value))
        return 0.5 if high <= low else min(max((at - low) / (high - low), 0.0), 1.0)

    def value(self, place: float) -> float:
        """Return the number that stands at a place; of an axis without choices."""
        low, high = self._straight(self.low), self._straight(self.high)
        found = low + place * (high - low)
        return math.exp(found) if self.log else found

    def _straight(self, value: float) -> float:
        if not self.log:
            return value
        return math.log(value) if value > 0 else -math.inf

    def ticks(self, most: int = 6) -> tuple[tuple[float, object], ...]:
        """Return the places that are marked, each with the value that stands there.

        Args:
            most: How many at most; of choices all are marked.
        """
        if self.choices:
            return tuple((self.place(choice) or 0.0, choice) for choice in self.choices)
        if self.high <= self.low:
            return ((0.5, self._shown(self.low)),)
        numbers = self._decades(most) if self.log else even_ticks(self.low, self.high, most)
        if self.whole:
            numbers = list(dict.fromkeys(round(number) for number in numbers))
        if len(numbers) < 2:
            numbers = [self.low, self.high]
        return tuple((self.place(number) or 0.0, self._shown(number)) for number in numbers)

    def _shown(self, number: float) -> object:
        return int(number) if self.whole else float(number)

    def _decades(self, most: int) -> list[float]:
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        steps = STEPS[:1] if math.log10(self.high / self.low) >= LONG_DECADES else STEPS
        found = [float(f"{step}e{power}") for power in range(first, last + 1) for step in steps]
        inside = [number for number in found if self.low * (1 - 1e-9) <= number <= self.high * (1 + 1e-9)]
        every = max(1, -(-len(inside) // max(1, most)))
        return inside[::every]

    def cells(self) -> tuple[Cell, ...]:
        """Return the parts that the axis is divided into: its choices, its whole numbers, or as many spans as fit."""
        return _cells(self)

    def cell_of(self, value: object) -> int | None:
        """Return in which of the cells a value lies, or None."""
        cells = self.cells()
        if self.choices or (self.whole and self.high - self.low < MOST_CELLS):
            return next((number for number, cell in enumerate(cells) if cell.low == value), None)
        place = self.place(value)
        return None if place is None else min(int(place * len(cells)), len(cells) - 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of an axis.

    Attributes:
        low: The value at its beginning.
        high: That at its end; the same for one value alone.
    """

    low: object
    high: object


def even_ticks(low: float, high: float, most: int) -> list[float]:
    """Return round numbers between two, evenly spaced, at most so many."""
    size = 10.0 ** math.floor(math.log10((high - low) / max(1, most)))
    for step in (size * factor for factor in (1, 2, 5, 10, 20)):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first < max(1, most):
            return [round(number * step, 12) for number in range(first, last + 1)]
    return [low, high]


def in_sight(numbers: Sequence[float], *, is_less_better: bool) -> tuple[float, float]:
    """Return between which numbers a picture of goals goes: a few that are far worse than half of all stand outside.

    Args:
        numbers: Goals, finite ones.
        is_less_better: Whether the lowest is the best, as of a loss.
    """
    if not numbers:
        return 0.0, 1.0
    ordered = sorted(numbers, reverse=not is_less_better)
    best, middle, worst = ordered[0], ordered[len(ordered) // 2], ordered[-1]
    far = best + 4 * (middle - best)
    if len(ordered) >= 4 and middle != best:
        worst = min(worst, far) if is_less_better else max(worst, far)
    return min(best, worst), max(best, worst)


@lru_cache(maxsize=64)
def _cells(scale: Scale) -> tuple[Cell, ...]:
    if scale.choices:
        return tuple(Cell(choice, choice) for choice in scale.choices)
    if scale.whole and scale.high - scale.low < MOST_CELLS:
        return tuple(Cell(number, number) for number in range(int(scale.low), int(scale.high) + 1))
    edges = [scale.value(place / MOST_CELLS) for place in range(MOST_CELLS + 1)]
    return tuple(Cell(*pair) for pair in pairwise(edges))
