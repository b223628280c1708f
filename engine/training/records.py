"""Where the numbers of a run were better than all before them, so that its best is known without looking at all."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.training.series import Column

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Records:
    """Notes each value that beats all before it; the best of any beginning is then the last such one in it.

    The first of several equal ones is the best. What is not finite is never one.

    Args:
        lowest: Whether the lowest is the best, and not the highest.
    """

    def __init__(self, *, lowest: bool = False) -> None:
        self._sign = -1.0 if lowest else 1.0
        self._best = -math.inf
        self._places, self._values = Column("int64"), Column("float64")

    def note(self, place: int, value: float) -> None:
        """Take the next value in.

        Args:
            place: Which it is, counted from 0; places rise.
            value: The value as it is kept.
        """
        merit = self._sign * value
        if math.isfinite(merit) and (merit > self._best or not len(self._places)):
            self._best = merit
            self._places.append(place)
            self._values.append(merit)

    def best(self, count: int | None = None) -> int | None:
        """Return the place of the best of the first ``count`` values, of all for None; None where there is none."""
        if not len(self._places):
            return None
        places = cast("NDArray[np.int64]", self._places.values)
        among = len(places) if count is None else int(np.searchsorted(places, count, "left"))
        return int(places[among - 1]) if among else None

    def truncate(self, count: int) -> None:
        """Forget all but the first ``count`` values."""
        left = int(np.searchsorted(self._places.values, count, "left"))
        self._places.truncate(left)
        self._values.truncate(left)
        self._best = float(self._values.values[-1]) if left else -math.inf
