"""Three clouds, each densest in its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.shape import Shape, around

if TYPE_CHECKING:
    from numpy.typing import NDArray

AWAY, WIDTH = 3.0, 0.9  # of a cloud's middle from that of the plane, and its deviation


class Gaussians(Shape):
    """Clouds at the corners of a triangle: straight lines part them."""

    name = "gaussians"
    title = "Gaussian clouds"
    description = (
        "Three clouds of points, each densest in its middle. Straight borders do: no hidden layer is needed."
    )
    count = 3

    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return places ``(N, 2)`` in the cloud of each point's class."""
        radius = WIDTH * np.sqrt(-2 * np.log1p(-along[:, 0]))  # of two normal numbers
        middles = around(np.full(len(label), AWAY), 0.25 + label / self.count)
        return middles + around(radius, along[:, 1])
