"""Numbers that grow while they are looked at: columns, and series that a plot of any width can show at once."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import ArrayLike, NDArray

BLOCK = 8  # values of one level of a pyramid that make one of the next
FIRST_CAPACITY = 64
NEGLIGIBLE = 1e-9


class Column:
    """An array that grows: twice as much room whenever it is full, so that a million appends cost no more each.

    Args:
        dtype: NumPy's name for the type of its values, such as ``int64``. It is asked for nothing before the first
            value: a window shows the curves of no run before NumPy is loaded.
    """

    def __init__(self, dtype: str) -> None:
        self._dtype = dtype
        self._length = 0

    @cached_property
    def _room(self) -> NDArray[Any]:
        return np.empty(FIRST_CAPACITY, self._dtype)

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> NDArray[np.generic]:
        """What is in it, a read-only view."""
        view = self._room[: self._length]
        view.flags.writeable = False
        return view

    @property
    def last(self) -> float:
        """The newest value, as it is kept.

        Raises:
            IndexError: If there is none.
        """
        if not self._length:
            raise IndexError
        return float(self._room[self._length - 1])

    def extend(self, values: ArrayLike) -> None:
        """Add values at the end."""
        added = np.asarray(values, self._room.dtype).reshape(-1)
        needed = self._length + len(added)
        if needed > len(self._room):
            self._grow(needed)
        self._room[self._length : needed] = added
        self._length = needed

    def append(self, value: float) -> None:
        """Add a value at the end, in a tenth of the time that ``extend`` takes."""
        if self._length == len(self._room):
            self._grow(self._length + 1)
        self._room[self._length] = value
        self._length += 1

    def _grow(self, needed: int) -> None:
        larger = np.empty(max(needed, 2 * len(self._room)), self._room.dtype)
        larger[: self._length] = self._room[: self._length]
        self._room = larger

    def truncate(self, length: int) -> None:
        """Keep the first ``length`` values only."""
        self._length = min(self._length, length)


class Series:
    """Values over an x that rises, with the least and greatest of every stretch at hand.

    A pyramid of minima and maxima over 8, 64, 512 … values lets a plot of a million be drawn as fast as one of a
    thousand, without losing a peak.

    Args:
        x: The x of every value, shared between series; it is extended by its owner, before the series.
    """

    def __init__(self, x: Column) -> None:
        self._x = x
        self._y = Column("float32")
        self._levels: list[tuple[Column, Column]] = []  # minima and maxima over 8, 64, … values
        self._smoothed: dict[float, Series] = {}
        self._carry = 0.0

    def __len__(self) -> int:
        return len(self._y)

    @property
    def values(self) -> NDArray[np.float32]:
        """All values, a read-only view."""
        return self._y.values  # type: ignore[return-value]

    @property
    def last(self) -> float:
        """The newest value, as it is kept.

        Raises:
            IndexError: If there is none.
        """
        return self._y.last

    def extend(self, values: ArrayLike) -> None:
        """Add values at the end."""
        self._y.extend(values)

    def append(self, value: float) -> None:
        """Add a value at the end."""
        self._y.append(value)

    def _build_levels(self) -> None:
        """Bring the pyramid up to date; what has come since it was looked at last is worked out at once."""
        lower = upper = self._y.values
        for level in range(64):
            if len(lower) < BLOCK:
                return
            if level == len(self._levels):
                self._levels.append((Column("float32"), Column("float32")))
            minima, maxima = self._levels[level]
            start, stop = len(minima) * BLOCK, len(lower) // BLOCK * BLOCK
            if start == stop:
                return  # nothing new here, nothing new above
            minima.extend(lower[start:stop].reshape(-1, BLOCK).min(axis=1))
            maxima.extend(upper[start:stop].reshape(-1, BLOCK).max(axis=1))
            lower, upper = minima.values, maxima.values

    def truncate(self, length: int) -> None:
        """Keep the first ``length`` values only."""
        self._y.truncate(length)
        self._smoothed.clear()
        for minima, maxima in self._levels:
            length //= BLOCK
            minima.truncate(length)
            maxima.truncate(length)

    def display(
        self, x0: float = -math.inf, x1: float = math.inf, width: int = 1000, smoothing: float = 0.0
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Return what a plot needs to show the series between two x, and one value more on either side.

        Args:
            x0: Left end.
            x1: Right end.
            width: Pixels there are; at most four points each come back, whatever the number of values.
            smoothing: Weight of what came before in a running average, 0 to below 1; 0 shows the values themselves.

        Returns:
            x ``(K,)`` and y ``(K,)``: the values, or where they are too many the least and the greatest of every
            stretch, at the x of its beginning.
        """
        if smoothing > 0:
            return self._smooth(smoothing).display(x0, x1, width)
        x = self._x.values[: len(self)]
        first = max(0, _place(x, x0, "left") - 1)
        last = min(len(x), _place(x, x1, "right") + 1)
        width = max(1, width)
        if last - first <= 2 * width:
            return x[first:last].astype(np.float64), self.values[first:last].copy()
        return self._stretches(first, last, width)

    def _stretches(
        self, first: int, last: int, width: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        self._build_levels()
        level, block = 0, 1  # the coarsest level that still has two stretches a pixel
        while level < len(self._levels) and (last - first) // (block * BLOCK) >= 2 * width:
            level, block = level + 1, block * BLOCK
        if level == 0:
            lower = upper = self.values
        else:
            lower, upper = (column.values for column in self._levels[level - 1])  # type: ignore[assignment]
        inner_first, inner_last = -(-first // block), min(last // block, len(lower))
        count = max(1, (inner_last - inner_first) // width)  # stretches put together to fit the width
        starts = np.arange(inner_first, inner_last, count)
        minima = np.minimum.reduceat(lower[:inner_last], starts)
        maxima = np.maximum.reduceat(upper[:inner_last], starts)
        indices = starts * block
        for start, stop in ((first, inner_first * block), (inner_last * block, last)):
            if start < stop:  # what an end has beside whole blocks
                edge = self.values[start:stop]
                place = int(np.searchsorted(indices, start))
                indices = np.insert(indices, place, start)
                minima = np.insert(minima, place, edge.min())
                maxima = np.insert(maxima, place, edge.max())
        x = np.repeat(self._x.values[indices].astype(np.float64), 2)
        return x, np.stack([minima, maxima], axis=1).reshape(-1)

    def _smooth(self, smoothing: float) -> Series:
        """Return the smoothed series, kept and extended by what has come since."""
        smoothed = self._smoothed.setdefault(smoothing, Series(self._x))
        done = len(smoothed)
        if done < len(self):
            values, smoothed._carry = smooth(self.values[done:], smoothing, carry=smoothed._carry, count=done)
            smoothed.extend(values)
        return smoothed


def _place(x: NDArray[np.generic], value: float, side: Literal["left", "right"]) -> int:
    """Find the place of a value among those that rise, by looking at a few of them."""
    if len(x) == 0:
        return 0
    if np.issubdtype(x.dtype, np.integer):
        # NumPy would turn a million whole numbers into floats to compare them with one.
        within = min(max(value, float(x[0]) - 1), float(x[-1]) + 1)
        value = math.ceil(within) if side == "left" else math.floor(within)
    return int(np.searchsorted(x, x.dtype.type(value), side))


def smooth(
    values: NDArray[np.floating], smoothing: float, *, carry: float = 0.0, count: int = 0
) -> tuple[NDArray[np.float32], float]:
    """Average exponentially: each value has weight 1 − ``smoothing``, all before it together ``smoothing``.

    The first values are corrected for the zero the average begins with, as Adam does.

    Args:
        values: ``(N,)``.
        smoothing: 0 to below 1; 0 changes nothing.
        carry: The uncorrected average of values before, as returned.
        count: How many values came before.

    Returns:
        The corrected averages ``(N,)`` float32, and the last uncorrected one to go on from.
    """
    if len(values) == 0:
        return np.empty(0, np.float32), carry
    average = values.astype(np.float64) * (1 - smoothing)
    average[0] += smoothing * carry
    shift, weight = 1, smoothing
    while (
        shift < len(average) and weight > NEGLIGIBLE
    ):  # after each round every value sums twice as many before it
        average[shift:] += weight * average[:-shift]
        shift, weight = 2 * shift, weight * weight
    correction = 1 - smoothing ** np.arange(count + 1, count + len(average) + 1, dtype=np.float64)
    return (average / correction).astype(np.float32), float(average[-1])
