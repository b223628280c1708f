"""Exclusive or: opposite corners belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.shape import Shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEAR, FAR = 0.4, 5.0  # from either axis


class ExclusiveOr(Shape):
    """Four squares, one a corner."""

    name = "xor"
    title = "Exclusive or"
    description = (
        "Points whose coordinates have the same sign against those whose signs differ: what a single neuron "
        "cannot learn, and one with the feature x·y can."
    )

    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return places ``(N, 2)`` in the two squares of each point's class."""
        x = 2 * along[:, 0] - 1
        is_right = x >= 0
        across = np.where(is_right, 1.0, -1.0) * (NEAR + np.abs(x) * (FAR - NEAR))
        is_up = is_right == (label == 0)
        up = np.where(is_up, 1.0, -1.0) * (NEAR + along[:, 1] * (FAR - NEAR))
        return np.column_stack([across, up])
