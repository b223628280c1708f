"""How light colours are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Source: ITU-R BT.601.
RED_GREEN_BLUE = (0.299, 0.587, 0.114)
"""What each of them counts for in lightness."""


def lightness_of(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the lightness of colours ``(H, W, 3)`` in [0, 1]: ``(H, W)``."""
    lightness: NDArray[np.float32] = colours @ np.array(RED_GREEN_BLUE, dtype=np.float32)
    return lightness
