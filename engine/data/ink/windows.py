"""Least, greatest, mean and middle values around each pixel; beyond its edges a picture goes on as it ends."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def extended(image: NDArray[np.float32], down: int, across: int) -> NDArray[np.float32]:
    """Return an image ``(H, W)`` with so many pixels more at each of its sides, each a copy of the nearest one."""
    if down:
        image = image.take(_nearest(image.shape[0], down), axis=0)
    return image.take(_nearest(image.shape[1], across), axis=1) if across else image


@lru_cache(maxsize=256)
def _nearest(length: int, reach: int) -> NDArray[np.int64]:
    """Return the places of the pixels in a row that is ``reach`` longer at each end: 0, 0, 0, 1, 2, … for 2."""
    return np.clip(np.arange(-reach, length + reach), 0, length - 1)


def extreme(image: NDArray[np.float32], reach: int, pick: np.ufunc) -> NDArray[np.float32]:
    """Return the least or greatest value within ``reach`` pixels of each; each round doubles the window.

    Args:
        image: ``(H, W)``.
        reach: Pixels to each side; the window is a square.
        pick: ``np.minimum`` or ``np.maximum``.
    """
    image = extended(image, reach, reach)
    window = 1
    while window < 2 * reach + 1:
        step = min(window, 2 * reach + 1 - window)
        image = pick(image[:-step], image[step:])
        image = pick(image[:, :-step], image[:, step:])
        window += step
    return image


def blurred(image: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of each pixel and its eight neighbours, down first."""
    above = extended(image, 1, 0)
    image = (above[:-2] + above[1:-1] + above[2:]) / np.float32(3)
    left = extended(image, 0, 1)
    return (left[:, :-2] + left[:, 1:-1] + left[:, 2:]) / np.float32(3)


def medians(image: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """Return the middle one of the values within ``reach`` pixels of each pixel ``(H, W)``, a square window.

    All values are put in order and parted into groups of equal size. How many of each group are in a window tells in
    which of them its middle value is; only the members of that one are then gone through.
    """
    height, width = image.shape
    order = image.ravel().argsort()
    size = max(1, round(order.size**0.5))  # of a group: then there are as many groups as members
    groups = -(-order.size // size)
    group = np.empty(order.size, np.int64)
    group[order] = np.arange(order.size) // size
    down, across = _shares(height, reach), _shares(width, reach)
    reached = (group <= np.arange(groups)[:, None]).astype(np.float32).reshape(groups, height, width)
    counts = (down @ (reached @ across.T)).reshape(
        groups, -1
    )  # whole numbers: of this group and those before it
    middle = (2 * reach + 1) ** 2 // 2 + 1
    windows = np.arange(height * width)
    found = (counts >= middle).argmax(axis=0)
    before = np.where(found > 0, counts[found - 1, windows], 0)
    members = np.append(order, np.full(groups * size - order.size, order[-1])).reshape(groups, size)
    rows, columns = np.divmod(members, width)
    top, left = np.divmod(windows, width)
    times = down.T[rows].transpose(2, 0, 1)[top, found] * across.T[columns].transpose(2, 0, 1)[left, found]
    nth = (times.cumsum(axis=1) >= (middle - before)[:, None]).argmax(axis=1)
    middles: NDArray[np.float32] = image.ravel()[members[found, nth]].reshape(height, width)
    return middles


@lru_cache(maxsize=64)
def _shares(length: int, reach: int) -> NDArray[np.float32]:
    """Return how often each pixel of a row is in the window around each: ``(length, length)``, window by pixel."""
    shares = np.zeros((length, length), np.float32)
    windows = _nearest(length, reach)[np.arange(length)[:, None] + np.arange(2 * reach + 1)]
    np.add.at(shares, (np.arange(length)[:, None], windows), 1)
    return shares
