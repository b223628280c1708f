"""Two half circles that reach into each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.shape import Shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

RADIUS = 3.2


class Moons(Shape):
    """One moon opens downwards, the other upwards, its end within the first."""

    name = "moons"
    title = "Two moons"
    description = "Two half moons that reach into each other. A few hidden units bend the border around them."

    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return places ``(N, 2)`` in the moon of each point's class."""
        angle, is_upper = np.pi * along[:, 0], label == 0
        x, y = RADIUS * np.cos(angle), RADIUS * np.sin(angle)
        side, down = RADIUS / 2, RADIUS / 4
        return np.column_stack(
            [np.where(is_upper, x - side, side - x), np.where(is_upper, y - down, down - y)]
        )
