"""Two arms that wind around each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.shape import Shape, around

if TYPE_CHECKING:
    from numpy.typing import NDArray

TURNS, FIRST, LAST = 1.75, 0.25, 5.2  # turns of an arm, and its distance from the middle at either end


class Spiral(Shape):
    """The hard one: the border winds nearly twice around the middle."""

    name = "spiral"
    title = "Spiral"
    description = (
        "Two arms that wind around each other nearly twice. The hardest of these: it needs hidden layers."
    )

    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return places ``(N, 2)`` in the arm of each point's class."""
        # By the root there are as many points along the outer turn as along the inner one of the same length.
        share = np.sqrt(along[:, 0])
        return around(FIRST + share * (LAST - FIRST), share * TURNS + label / self.count)
