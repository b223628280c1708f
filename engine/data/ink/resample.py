"""Changing an image's size: averages of areas when it shrinks, straight lines between pixels when it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def resized(image: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Return ``image`` ``(H, W)`` at the size ``(height, width)``; an image of that size is returned as it is."""
    if image.shape == (height, width):
        return image
    return _along_rows(_along_rows(image, width).T, height).T.astype(np.float32)


def _along_rows(image: NDArray[np.floating], target: int) -> NDArray[np.floating]:
    """Change the width of ``image`` ``(H, W)`` to ``target``."""
    source = image.shape[1]
    if source == target:
        return image
    scale = source / target
    if scale < 1:
        middle = np.clip((np.arange(target) + 0.5) * scale - 0.5, 0, source - 1)
        return _between(image, middle)
    # The average of an area is the difference of two sums from the left.
    sums = np.zeros((image.shape[0], source + 1))
    np.cumsum(image, axis=1, out=sums[:, 1:])
    return np.asarray(np.diff(_between(sums, np.arange(target + 1) * scale), axis=1) / scale)


def _between(image: NDArray[np.floating], at: NDArray[np.float64]) -> NDArray[np.floating]:
    """Read each row at fractional columns."""
    left = np.minimum(at.astype(np.int64), max(image.shape[1] - 2, 0))
    share = at - left
    right = np.minimum(left + 1, image.shape[1] - 1)
    return np.asarray(image[:, left] * (1 - share) + image[:, right] * share)
