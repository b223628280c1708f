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
    rows, columns = _weights(image.shape[0], height), _weights(image.shape[1], width)
    return (rows @ image @ columns.T).astype(np.float32, copy=False)


def _weights(source: int, target: int) -> NDArray[np.float32]:
    """Return how much each source pixel counts in each target pixel: ``(target, source)``, rows adding up to 1."""
    if source == target:
        return np.eye(source, dtype=np.float32)
    scale = source / target
    if scale > 1:
        begin = np.arange(target)[:, None] * scale
        first = np.arange(source)[None, :]
        weights = np.minimum(first + 1, begin + scale) - np.maximum(first, begin)
    else:
        middle = np.clip((np.arange(target)[:, None] + 0.5) * scale - 0.5, 0, source - 1)
        weights = 1 - np.abs(middle - np.arange(source)[None, :])
    weights = np.maximum(weights, 0)
    weights /= weights.sum(axis=1, keepdims=True)
    return np.asarray(weights, dtype=np.float32)
