"""Two digits that run into each other: how the strokes of what was taken for one may be shared out between two.

In an image it is cut at a column with little ink. Pure geometry: whether one of these ways is better than one digit is
for somebody else to judge, who knows digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TALL = 0.6
"""Each of two digits is at least so high as a share of both together."""
SHARED = 0.5
"""The narrower one lies above or below the other with this share of its width at most."""
WIDE = 0.7
"""Two digits side by side are at least so wide for their height."""
WIDE_INK = 1.0
"""The same in an image, where a cut may go through any digit."""
MIDDLE = 0.25
"""A cut leaves at least so much of the width to each side."""
CUTS = 3
"""Columns where an image is cut at most."""
INKED = 0.35
"""A pixel with at least this share of the darkest one's ink counts."""
MOST = 10
"""More strokes than these are no two digits."""


def partings(strokes: Sequence[NDArray[np.floating]]) -> list[tuple[list[int], list[int]]]:
    """Share strokes out between a digit at the left and one at the right.

    Strokes are divided where they lie, from left to right, and where one digit was drawn after the other.

    Args:
        strokes: Those of what was taken for one digit, in the order they were drawn; each ``(N, 2)``, x right, y down.

    Returns:
        Ways to do so, each the indices of the left digit's strokes and of the right one's; none where the strokes are
        one digit by their places alone.
    """
    count = len(strokes)
    if not 1 < count <= MOST:
        return []
    low, high = (np.array([pick(stroke, axis=0) for stroke in strokes]) for pick in (np.min, np.max))
    size = high.max(axis=0) - low.min(axis=0)
    if size[1] <= 0 or size[0] < WIDE * size[1]:
        return []
    middle = (low[:, 0] + high[:, 0]) / 2
    ways: list[tuple[list[int], list[int]]] = []
    for order in (np.argsort(middle, kind="stable"), np.arange(count)):
        for number in range(1, count):
            parts = sorted(
                (sorted(order[:number].tolist()), sorted(order[number:].tolist())),
                key=lambda part: float(middle[part].mean()),
            )
            way = parts[0], parts[1]
            if way not in ways and _stand_side_by_side(low, high, way, float(size[1])):
                ways.append(way)
    return ways


def _stand_side_by_side(
    low: NDArray[np.float64], high: NDArray[np.float64], way: tuple[list[int], list[int]], height: float
) -> bool:
    """Whether both parts are as high as digits, and beside each other."""
    (left, top), (right, bottom) = (
        np.array([low[part].min(axis=0) for part in way]).T,
        np.array([high[part].max(axis=0) for part in way]).T,
    )
    if (bottom - top).min() < TALL * height:
        return False
    shared = min(right) - max(left)
    return bool(shared <= SHARED * max(float((right - left).min()), 0.15 * height))


def cuts(ink: NDArray[np.float32]) -> list[int]:
    """Return the columns at which ink may be cut into a digit at the left and one at the right.

    Args:
        ink: ``(H, W)`` float32.

    Returns:
        The first column of the right digit, where there is least ink first; none where all is one digit by its form.
    """
    mask = ink > INKED * float(ink.max(initial=0.0))
    if not mask.any():
        return []
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    height, left, width = int(np.ptp(rows)) + 1, int(columns[0]), int(np.ptp(columns)) + 1
    if width < WIDE_INK * height:
        return []
    amount = np.convolve(mask.sum(axis=0).astype(np.float64), np.ones(3) / 3, mode="same")
    found: list[int] = []
    first, last = left + round(MIDDLE * width), left + width - round(MIDDLE * width)
    for column in (first + np.argsort(amount[first:last], kind="stable")).tolist():
        if len(found) == CUTS:
            break
        apart = all(abs(column - other) > 0.08 * width for other in found)
        if apart and min(_tall(mask[:, :column]), _tall(mask[:, column:])) >= TALL * height:
            found.append(column)
    return found


def _tall(mask: NDArray[np.bool_]) -> int:
    """Return from the first to the last row with ink."""
    rows = np.flatnonzero(mask.any(axis=1))
    return int(np.ptp(rows)) + 1 if len(rows) else 0
