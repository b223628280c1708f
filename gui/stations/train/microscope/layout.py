"""Where the columns, units and words of the step's picture stand. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.stations.train.microscope.scene import Scene


NEAR = 7.0  # pixels from a line within which a click means it
MOST_UNITS = 10  # of a column are shown: with more, no line could be followed


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels of what is drawn, at the size of words of the moment.

    Attributes:
        unit: Width and height of a unit.
        names: Room for names at the left and at the right.
        gap: Least between two columns.
        apart: Least between two units.
        head: Above the units.
        foot: Below them.
    """

    unit: tuple[float, float]
    names: tuple[float, float]
    gap: float
    apart: float
    head: float
    foot: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is drawn.

    Attributes:
        number: Which one, 0 is the input.
        x: The middle of it.
        units: Which units are shown, from top to bottom.
        ys: The middle of each.
        total: How many there are.
    """

    number: int
    x: float
    units: tuple[int, ...]
    ys: tuple[float, ...]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether it has more units than are shown."""
        return len(self.units) < self.total

    def y_of(self, unit: int) -> float | None:
        """Return where a unit stands; None where it is not shown."""
        return self.ys[self.units.index(unit)] if unit in self.units else None


def shown_columns(count: int, focus: int, fits: int) -> range:
    """Return which of ``count`` columns are shown where ``fits`` have room: those around the one that it is about."""
    fits = max(2, min(count, fits))
    first = min(max(0, focus - fits // 2), count - fits)
    return range(first, first + fits)


def lay_out(scene: Scene, width: float, height: float, sizes: Sizes) -> tuple[Column, ...]:
    """Return the columns that are shown, from left to right.

    Args:
        scene: What is shown.
        width: Of the picture, pixels.
        height: Likewise.
        sizes: Of its parts.
    """
    wide, high = sizes.unit
    left, right = sizes.names
    room = width - left - right - wide
    fits = 1 + int(max(0.0, room) // (wide + sizes.gap))
    focus = scene.phase.column or scene.column
    numbers = shown_columns(scene.columns, focus, fits)
    stride = room / max(1, len(numbers) - 1)
    usable = height - sizes.head - sizes.foot
    most = min(MOST_UNITS, max(2, int((usable + sizes.apart) // (high + sizes.apart))))
    found = []
    for place, number in enumerate(numbers):
        units = scene.shown(number, most)
        pitch = min(usable / max(1, len(units)), 3.2 * (high + sizes.apart))
        top = sizes.head + (usable - pitch * len(units)) / 2 + pitch / 2
        ys = tuple(top + pitch * row for row in range(len(units)))
        x = left + wide / 2 + stride * place
        found.append(Column(number, x, tuple(units), ys, scene.units(number)))
    return tuple(found)


def unit_at(columns: Sequence[Column], sizes: Sizes, x: float, y: float) -> tuple[int, int] | None:
    """Return column and number of the unit at a place; None where there is none."""
    wide, high = sizes.unit
    for column in columns:
        for unit, middle in zip(column.units, column.ys, strict=True):
            if abs(x - column.x) <= wide / 2 and abs(y - middle) <= high / 2:
                return column.number, unit
    return None


def weight_at(columns: Sequence[Column], sizes: Sizes, x: float, y: float) -> tuple[int, int, int] | None:
    """Return column, unit before and unit of the weight whose line is nearest; None with none near."""
    half, found = sizes.unit[0] / 2, []
    for before, after in pairwise(columns):
        share = (x - before.x - half) / max(1.0, after.x - before.x - 2 * half)
        if not 0 <= share <= 1:
            continue
        for source, start in zip(before.units, before.ys, strict=True):
            for unit, end in zip(after.units, after.ys, strict=True):
                found.append((abs(start + (end - start) * share - y), (after.number, source, unit)))
    distance, weight = min(found, default=(NEAR + 1, (0, 0, 0)))
    return weight if distance <= NEAR else None
