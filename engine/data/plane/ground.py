"""The plane that a network's features lie on: where its edges are, and how a place becomes a row of features."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.choices import PlaneFeature
from engine.data.plane.features import FORMULAS, plane_features
from engine.data.plane.origins import origins_of
from engine.data.plane.shape import HALF
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature

LARGEST = (2 - 2**-23) * 2.0**127  # of float32
MARGIN = 0.08  # of a table's numbers that the plane goes beyond the farthest of them
X, Y = PlaneFeature.X.value, PlaneFeature.Y.value


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane, x to the right and y up.

    Attributes:
        names: Of the features, in the order in which a network takes them.
        x_range: Its left and right edge.
        y_range: Its lower and upper edge.
        axes: What the two coordinates are called.
        is_drawn: Whether its features are calculated from the two coordinates; else they are the two coordinates.
    """

    names: tuple[str, ...]
    x_range: tuple[float, float] = (-HALF, HALF)
    y_range: tuple[float, float] = (-HALF, HALF)
    axes: tuple[str, str] = (X, Y)
    is_drawn: bool = True

    def rows(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what a network is told of points ``(N, 2)``: ``(N, F)`` float32."""
        return plane_features(points, self.names) if self.is_drawn else points.astype(np.float32)

    def points(self, rows: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """Return where rows ``(N, F)`` lie, ``(N, 2)``; None where their features do not tell and nobody remembers."""
        if not self.is_drawn:
            return rows
        if X not in self.names or Y not in self.names:
            return origins_of(rows)
        return rows[:, [self.names.index(X), self.names.index(Y)]]

    def grid(self, side: int) -> NDArray[np.float32]:
        """Return the middles of ``side`` × ``side`` equal parts, ``(side², 2)``, row by row from the upper left."""
        (left, right), (low, high) = self.x_range, self.y_range
        steps = (np.arange(side) + 0.5) / side
        x, y = np.meshgrid(left + steps * (right - left), high - steps * (high - low))
        return np.column_stack([x.ravel(), y.ravel()]).astype(np.float32)

    def grid_rows(self, side: int) -> NDArray[np.float32]:
        """Return what a network is told of that grid, ``(side², F)``."""
        return self.rows(self.grid(side))

    def within(self, x: float, y: float) -> tuple[float, float]:
        """Return a point, brought into the plane where it lies beside it."""
        (left, right), (low, high) = self.x_range, self.y_range
        return min(max(x, left), right), min(max(y, low), high)


def is_plane(features: Sequence[Feature]) -> bool:
    """Tell whether features lie on a plane: all are calculated from two coordinates, or there are two numbers."""
    return plane_of(features) is not None


def plane_of(features: Sequence[Feature]) -> Plane | None:
    """Return the plane that features lie on, or None where they lie on none."""
    names = tuple(feature.name for feature in features)
    if names and len(set(names)) == len(names) and set(names) <= set(FORMULAS) and _fits(features):
        return Plane(names)
    if len(features) != 2 or any(feature.column for feature in features):
        return None
    first, second = (_range(feature) for feature in features)
    return Plane(names, first, second, (names[0], names[1]), is_drawn=False)


def _fits(features: Sequence[Feature]) -> bool:
    """Whether coordinates are those of this program's plane, and not columns of a table with such a name."""
    return all(
        -HALF <= feature.low and feature.high <= HALF for feature in features if feature.name in (X, Y)
    )


def _range(feature: Feature) -> tuple[float, float]:
    room = MARGIN * (feature.high - feature.low) or 1.0
    return max(feature.low - room, -LARGEST), min(feature.high + room, LARGEST)
