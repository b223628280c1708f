"""Three hills and three hollows, and level ground between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.surface import Surface

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 1.2  # deviation of each
TOPS = ((-4.0, 2.5), (0.0, 2.5), (4.0, 2.5), (-4.0, -2.5), (0.0, -2.5), (4.0, -2.5))
HEIGHTS = (1.0, -1.0, 1.0, -1.0, 1.0, -1.0)


class Hills(Surface):
    """Bell-shaped hills and hollows in turn: hidden layers are needed to follow them."""

    name = "hills"
    title = "Hills and hollows"
    description = (
        "Points with a number each: three hills and three hollows, with level ground between them. The network is to "
        "find the number, and needs hidden layers to follow them."
    )

    def height(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sum of the bells over each place."""
        squares = np.square(places[:, None, :] - np.array(TOPS)).sum(axis=2)  # (N, 6)
        heights: NDArray[np.float64] = np.exp(-squares / (2 * WIDTH**2)) @ np.array(HEIGHTS)
        return np.clip(heights, -1, 1)
