"""Changing an image's size: averages of areas when it shrinks, straight lines between pixels when it grows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


BLOCK = 64  # rows that are worked on together, so that they stay at hand for the processor


def resized(image: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Return ``image`` ``(H, W)`` at the size ``(height, width)``; an image of that size is returned as it is."""
    if image.shape == (height, width):
        return image
    across = np.concatenate([_wide(image[row : row + BLOCK], width) for row in range(0, len(image), BLOCK)])
    if len(image) == height:
        return across.astype(np.float32)
    if len(image) > height:
        sums = np.zeros((len(image) + 1, width))
        np.cumsum(across, axis=0, out=sums[1:])
        across = sums
    left, right, rest, share = _between(len(image), height)
    tall = np.empty((len(left), width), np.float32 if len(image) < height else np.float64)
    for row in range(0, len(left), BLOCK):
        some = slice(row, row + BLOCK)
        tall[some] = across[left[some]] * rest[some, None] + across[right[some]] * share[some, None]
    return (
        tall if len(image) < height else ((tall[1:] - tall[:-1]) / (len(image) / height)).astype(np.float32)
    )


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


def _wide(image: NDArray[np.floating], target: int) -> NDArray[np.floating]:
    """Change the width of ``image`` ``(H, W)`` to ``target``."""
    source = image.shape[1]
    if source == target:
        return image
    if source > target:  # the average of an area is the difference of two sums from the left
        sums = np.zeros((len(image), source + 1))
        np.cumsum(image, axis=1, out=sums[:, 1:])
        image = sums
    left, right, rest, share = _between(source, target)
    image = image[:, left] * rest + image[:, right] * share
    return image if source < target else np.asarray((image[:, 1:] - image[:, :-1]) / (source / target))


@lru_cache(maxsize=256)
def _between(
    source: int, target: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[Any], NDArray[Any]]:
    """Return between which two columns each wanted one lies, and the share of either in it.

    They are pixels where the width grows, else sums from the left, of which there is one more.
    """
    scale = source / target
    if scale < 1:
        at, last = np.clip((np.arange(target) + 0.5) * scale - 0.5, 0, source - 1), source - 1
    else:
        at, last = np.arange(target + 1) * scale, source
    left = np.minimum(at.astype(np.int64), max(last - 1, 0))
    share = at - left
    return left, np.minimum(left + 1, last), 1 - share, share
