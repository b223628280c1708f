"""Changing an image's size: averages of areas when it shrinks, straight lines between pixels when it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def resized(image: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Return ``image`` ``(H, W)`` at the size ``(height, width)``; an image of that size is returned as it is."""
    if image.shape == (height, width):
        return image
    return _along_rows(_along_rows(image, width).T, height).T.astype(np.float32)


def coarser(image: NDArray[Any], longest: int) -> NDArray[Any]:
    """Return an image with no more pixels than needed: averages of whole blocks, of the same type.

    Of a large picture, copies in wide numbers might not fit into memory. One that is less than twice as long as wanted
    is returned as it is.

    Args:
        image: ``(H, W)`` or ``(H, W, C)``, numbers of any type.
        longest: How many pixels its longer side keeps at least.
    """
    factor = max(image.shape[:2]) // max(1, longest)
    if factor < 2:
        return image
    down, across = (min(factor, side) for side in image.shape[:2])
    height, width = -(-image.shape[0] // down), -(-image.shape[1] // across)
    small = np.empty((height, width, *image.shape[2:]), image.dtype)
    wide = np.float64 if image.dtype.itemsize > 2 else np.float32
    lefts = np.arange(width) * across
    counts = np.diff(lefts, append=image.shape[1]).reshape(-1, *[1] * (image.ndim - 2))
    for row in range(height):
        strip = image[row * down : (row + 1) * down]
        sums = np.add.reduceat(strip.sum(axis=0, dtype=wide), lefts, axis=0)
        means = sums / (counts * len(strip))
        small[row] = means if image.dtype.kind == "f" else np.rint(means)
    return small


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
