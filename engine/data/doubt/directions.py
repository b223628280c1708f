"""What of a drawing is looked at: which way its edges run in each part of it, and where its ink lies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.frame import SIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIRECTIONS = 8
PARTS, CELLS = 5, 7
"""Parts on a side in which directions are gathered, and cells in which ink is."""
FEATURES = DIRECTIONS * PARTS**2 + CELLS**2
FORMER_PARTS = 4
FORMER = DIRECTIONS * FORMER_PARTS**2 + CELLS**2
"""How many numbers a drawing was described by before; doubts of that time are asked with these."""
BLOCK = 512  # pictures at once, so that they stay at hand for the processor
FAINT = 1e-3  # of a mean gradient: below it there is no direction


@cache
def _means(count: int) -> NDArray[np.float32]:
    """Return what brings a row of pixels to the means of so many parts: ``(SIZE, count)``."""
    width = SIZE // count
    return np.repeat(np.eye(count, dtype=np.float32), width, axis=0) / np.float32(width)


@cache
def _windows(count: int) -> NDArray[np.float32]:
    """Return what brings a row of pixels to parts that run into each other, so that no edge jumps from one to the next.

    ``(SIZE, count)``; a pixel counts the less the further it lies from a part's middle, at the next one's not at all.
    """
    width = SIZE / count
    middles = (np.arange(count) + 0.5) * width
    shares = np.maximum(0, 1 - np.abs(np.arange(SIZE)[:, None] + 0.5 - middles) / width)
    windows: NDArray[np.float32] = (shares / shares.sum(axis=0)).astype(np.float32)
    return windows


@cache
def _mix() -> NDArray[np.float32]:
    """Return what shares five maps out to the directions: ``(5, DIRECTIONS)``.

    cos⁴(a − t) = 3/8 + cos 2(a − t) / 2 + cos 4(a − t) / 8: five maps hold what all directions need.
    """
    turns = np.arange(DIRECTIONS) * np.pi / DIRECTIONS
    shares = (
        np.full(DIRECTIONS, 3 / 8),
        np.cos(2 * turns) / 2,
        np.sin(2 * turns) / 2,
        np.cos(4 * turns) / 8,
        np.sin(4 * turns) / 8,
    )
    return np.stack(shares).astype(np.float32)


def features(images: NDArray[np.uint8], count: int = FEATURES) -> NDArray[np.float32]:
    """Describe drawings.

    Source: N. Dalal, B. Triggs, Histograms of oriented gradients for human detection, 2005; here each gradient counts
    for a direction with the fourth power of the cosine between them, and no contrast is evened out.

    Args:
        images: ``(N, 28, 28)`` uint8.
        count: By how many numbers, `FEATURES` or `FORMER`.

    Returns:
        ``(N, count)`` float32: roots of the mean gradients, then the mean ink.
    """
    part = _windows(PARTS) if count == FEATURES else _means(FORMER_PARTS)
    blocks = [_features(images[start : start + BLOCK], part) for start in range(0, len(images), BLOCK)]
    return np.concatenate(blocks) if blocks else np.zeros((0, count), np.float32)


def _features(images: NDArray[np.uint8], part: NDArray[np.float32]) -> NDArray[np.float32]:
    ink = np.pad(images.astype(np.float32) / 255, ((0, 0), (1, 1), (1, 1)))
    across = ink[:, 1:-1, 2:] - ink[:, 1:-1, :-2]
    down = ink[:, 2:, 1:-1] - ink[:, :-2, 1:-1]
    square = across * across + down * down + np.float32(1e-8)
    length = np.sqrt(square)
    cos2, sin2 = (across * across - down * down) / square, 2 * across * down / square
    maps = np.stack(
        [length, length * cos2, length * sin2, length * (2 * cos2 * cos2 - 1), length * (2 * sin2 * cos2)],
        axis=1,
    )  # (N, 5, 28, 28)
    cell = _means(CELLS)
    gathered = part.T @ maps @ part  # (N, 5, parts, parts)
    along = np.tensordot(gathered, _mix(), axes=(1, 0))  # (N, parts, parts, DIRECTIONS)
    along = np.sqrt(np.maximum(along, 0) + np.float32(FAINT))
    cells = cell.T @ ink[:, 1:-1, 1:-1] @ cell
    count = len(images)
    found: NDArray[np.float32] = np.concatenate([along.reshape(count, -1), cells.reshape(count, -1)], axis=1)
    return found
