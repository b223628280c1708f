"""Rows of numbers as small pictures: a bar for each feature, as high as its number lies between least and greatest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature

SIDE = 28  # pixels
ROOM = SIDE - 2  # of bars, within a margin of one
WIDE = 3  # pixels of a bar from which on a gap parts it from the next


def pictured(examples: NDArray[Any], features: Sequence[Feature]) -> NDArray[np.uint8]:
    """Return examples as pictures: those that are stay what they are, rows of numbers become bars.

    Args:
        examples: ``(N, H, W)`` or ``(N, H, W, 3)`` uint8, or ``(N, F)`` float32.
        features: What each number is; of pictures none.

    Returns:
        ``(N, H, W)`` or ``(N, H, W, 3)`` uint8.
    """
    return bar_pictures(examples, features) if features else examples


def bar_pictures(rows: NDArray[np.float32], features: Sequence[Feature]) -> NDArray[np.uint8]:
    """Return a picture ``(28, 28)`` of bars for each row ``(N, F)``; of many features some share a column."""
    low, high = (np.array([getattr(each, name) for each in features]) for name in ("low", "high"))
    shares = np.clip((rows - low) / np.where(high > low, high - low, 1), 0, 1)
    edges = np.linspace(0, ROOM, len(features) + 1)
    column = np.clip(np.searchsorted(edges, np.arange(ROOM) + 0.5) - 1, 0, len(features) - 1)
    heights = np.maximum(np.rint(shares * ROOM), 1)[:, column]  # (N, columns)
    from_below = np.arange(ROOM, 0, -1)[:, None]
    pictures = np.where(heights[:, None] >= from_below, 255, 0).astype(np.uint8)
    if ROOM >= WIDE * len(features):
        pictures[:, :, np.flatnonzero(np.diff(column))] = 0
    return np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
