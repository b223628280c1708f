"""A disc, and a ring around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.shape import Shape, around

if TYPE_CHECKING:
    from numpy.typing import NDArray

DISC, INNER, OUTER = 2.3, 3.4, 5.0  # radii


class Circles(Shape):
    """One class inside, the other all around it: no straight line parts them."""

    name = "circles"
    title = "Circles"
    description = (
        "A disc of points, and a ring around it. No straight line parts them, but with x² and y² one does."
    )

    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return places ``(N, 2)`` in the disc, and on the ring."""
        low, high = np.where(label == 0, 0.0, INNER), np.where(label == 0, DISC, OUTER)
        radius = np.sqrt(low**2 + along[:, 0] * (high**2 - low**2))  # as many points everywhere
        return around(radius, along[:, 1])
