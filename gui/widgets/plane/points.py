"""The points that are shown on a plane, by the part of the data they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_SHOWN = 3_000  # points; more would cover each other and the background


@dataclass(frozen=True, slots=True, eq=False)
class PlanePoints:
    """Points and their classes, or numbers.

    Attributes:
        places: ``(N, 2)`` float32, x to the right and y up.
        labels: ``(N,)`` int64; float32 where each has a number and no class.
        is_test: ``(N,)`` bool, those that are not learnt from.
        indices: ``(N,)`` int64, which of those that were given each one is.
    """

    places: NDArray[np.float32]
    labels: NDArray[Any]
    is_test: NDArray[np.bool_]
    indices: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def have_numbers(self) -> bool:
        """Whether each has a number, and no class."""
        return self.labels.dtype.kind == "f"

    def nearest(self, x: float, y: float, scale: tuple[float, float]) -> tuple[int, float]:
        """Return which point is nearest, or -1 without any, and how far it is in pixels.

        Args:
            x: To the right.
            y: Up.
            scale: Pixels of a unit along either axis.
        """
        if not len(self):
            return -1, np.inf
        apart = (self.places - np.array([x, y], np.float32)) * np.array(scale, np.float32)
        far = np.hypot(apart[:, 0], apart[:, 1])
        place = int(far.argmin())
        return place, float(far[place])


def no_points() -> PlanePoints:
    """Return none."""
    return points_of(np.zeros((0, 2), np.float32), np.zeros(0, np.int64), np.zeros(0, np.bool_))


def points_of(places: NDArray[np.float32], labels: NDArray[Any], is_test: NDArray[np.bool_]) -> PlanePoints:
    """Return points to be shown: all of them, or of very many the same part of each stretch."""
    count = len(labels)
    chosen = (
        np.arange(count)
        if count <= MOST_SHOWN
        else np.linspace(0, count - 1, MOST_SHOWN).round().astype(np.int64)
    )
    return PlanePoints(places[chosen], labels[chosen], is_test[chosen], chosen)
