"""A slope: the height rises evenly from one corner of the plane to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.shape import HALF
from engine.data.plane.surface import Surface

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Slope(Surface):
    """An inclined plane: a network without hidden layers finds it."""

    name = "slope"
    title = "Slope"
    description = (
        "Points with a number each, which rises evenly from the lower left to the upper right. The network is to "
        "find the number: no hidden layer is needed."
    )

    def height(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (x + y) / 12."""
        heights: NDArray[np.float64] = places.sum(axis=1) / (2 * HALF)
        return heights
