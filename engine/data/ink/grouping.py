"""Joining pieces of ink to digits, where several digits stand side by side.

Pure geometry, measured in the height of the tallest piece. Two pieces are joined at a time, the surest pair first: a
short one with what it lies on, above or inside of (the roof of a 5, the bar of a 7, the stem of a 4), tall ones only
where they run into each other. What stands beside another piece is a digit of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS = 24
"""Rows in which the outlines of pieces are compared."""
TOUCH = 0.04
"""Pieces nearer to each other than this touch."""
TALL = 0.7
"""A piece at least this high may be a digit without its neighbour."""
FLAT = 0.2
"""A lower piece is a bar: it never stands beside anything."""
BESIDE = 0.12
"""A short piece beside a tall one belongs to it up to this distance."""
ABOVE = 0.3
"""A short piece above or below another one belongs to it up to this distance."""
STACKED = 0.33
"""Tall pieces above each other belong together up to this distance; lines of digits lie farther apart."""
RING = 0.4
"""Tall pieces that touch at places so far apart are the two halves of a ring."""
FRAGMENT = 0.45
"""A lower piece is no digit, but a part of one that is near."""
FLYING = 0.9
"""Such a part belongs to what is under or above it up to this distance, as the roof of a hasty 5."""
ASTRAY = 0.4
"""A bar belongs to what is nearest up to this distance, even where nothing of it is under or above."""
UNDER = 0.15
"""What shares at least so much of its width with another piece is under or above it."""
SPECK = 0.12
"""A smaller piece is a slip of the pen and goes to what is nearest, wherever that lies."""


@dataclass(slots=True, eq=False)
class Pieces:
    """Strokes or patches, each alone at first, which are joined step by step.

    Attributes:
        members: Which ones each piece holds.
        low: ``(N, 2)`` least x and y.
        high: ``(N, 2)`` greatest x and y.
        left: ``(N, ROWS)`` least x in each row of the drawing, +inf where there is no ink.
        right: ``(N, ROWS)`` greatest x in each row, -inf where there is no ink.
        touch: Pieces nearer to each other than this touch.
        gap: ``(N, N)`` least distance between two pieces.
        first: ``(N, N)`` least y at which a piece touches the other, +inf where they do not.
        last: ``(N, N)`` greatest y at which a piece touches the other, -inf where they do not.
    """

    members: list[tuple[int, ...]]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    left: NDArray[np.float64]
    right: NDArray[np.float64]
    touch: float
    gap: NDArray[np.float64]
    first: NDArray[np.float64]
    last: NDArray[np.float64]

    @classmethod
    def of(cls, points: NDArray[np.float64], owner: NDArray[np.int64], pen_width: float = 0.0) -> Self:
        """Measure pieces given by points that lie close together.

        Args:
            points: ``(P, 2)``, x right and y down.
            owner: ``(P,)``, to which piece each point belongs; ascending from 0, no number left out.
            pen_width: Points nearer to each other than half of it touch, however small the drawing is.
        """
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        count = len(starts)
        low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
        touch = max(TOUCH * _tallest(high - low), pen_width / 2)
        top, bottom = low[:, 1].min(), high[:, 1].max()
        row = ((points[:, 1] - top) * (ROWS / max(bottom - top, 1e-12))).astype(np.int64).clip(0, ROWS - 1)
        left, right = np.full((count, ROWS), np.inf), np.full((count, ROWS), -np.inf)
        np.minimum.at(left, (owner, row), points[:, 0])
        np.maximum.at(right, (owner, row), points[:, 0])
        x, y = points[:, 0], points[:, 1]
        apart = np.hypot(x[:, None] - x, y[:, None] - y)  # (P, P)
        nearest = np.minimum.reduceat(apart, starts, axis=1)  # (P, N)
        touching = nearest <= touch
        return cls(
            [(number,) for number in range(count)],
            low,
            high,
            left,
            right,
            touch,
            np.minimum.reduceat(nearest, starts, axis=0),
            np.minimum.reduceat(np.where(touching, y[:, None], np.inf), starts, axis=0),
            np.maximum.reduceat(np.where(touching, y[:, None], -np.inf), starts, axis=0),
        )

    def __len__(self) -> int:
        return len(self.members)

    @property
    def size(self) -> NDArray[np.float64]:
        """Width and height of each piece: ``(N, 2)``."""
        return self.high - self.low

    def join(self, one: int, other: int) -> None:
        """Let piece ``one`` take in piece ``other``."""
        self.members[one] += self.members.pop(other)
        for table, pick in ((self.low, np.minimum), (self.high, np.maximum)):
            table[one] = pick(table[one], table[other])
        for table, pick in ((self.left, np.minimum), (self.right, np.maximum)):
            table[one] = pick(table[one], table[other])
        for table, pick in ((self.gap, np.minimum), (self.first, np.minimum), (self.last, np.maximum)):
            table[one] = pick(table[one], table[other])
            table[:, one] = pick(table[:, one], table[:, other])
        self.low, self.high, self.left, self.right = (
            np.delete(table, other, axis=0) for table in (self.low, self.high, self.left, self.right)
        )
        self.gap, self.first, self.last = (
            np.delete(np.delete(table, other, axis=0), other, axis=1)
            for table in (self.gap, self.first, self.last)
        )


def joined(pieces: Pieces, *, least_height: float = 0.0) -> list[list[int]]:
    """Join pieces to digits.

    Args:
        pieces: They are changed on the way.
        least_height: What is lower than this share of the tallest piece goes to what is nearest, wherever that lies.

    Returns:
        The members of each digit in ascending order; digits line by line and from left to right.
    """
    while len(pieces) > 1:
        pair = _surest_pair(pieces) or _fragment(pieces, least_height)
        if pair is None:
            break
        pieces.join(*pair)
    return [sorted(pieces.members[number]) for number in _reading_order(pieces)]


def _tallest(size: NDArray[np.float64]) -> float:
    """Return the height that all is measured in; of mere dashes, half the length."""
    return max(float(np.maximum(size[:, 1], size[:, 0] / 2).max()), 1e-12)


def _surest_pair(pieces: Pieces) -> tuple[int, int] | None:
    """Return the two pieces that most surely belong to one digit, or None where no two do."""
    whole = _tallest(pieces.size)
    height, gap = pieces.size[:, 1] / whole, pieces.gap / whole
    touching = pieces.gap <= pieces.touch
    both_tall = np.minimum(height[:, None], height) >= TALL
    shared, beside = _shared_width(pieces, 0.05 * whole), _stands_beside(pieces)
    beside &= np.minimum(height[:, None], height) >= FLAT

    ring = pieces.last - pieces.first >= RING * whole
    tall = (touching & (~beside | ring | (shared >= 0.4))) | (~beside & (shared >= 0.5) & (gap <= STACKED))
    short = touching | (beside & (gap <= BESIDE)) | (~beside & (shared >= 0.4) & (gap <= ABOVE))
    belongs = np.where(both_tall, tall, short)
    np.fill_diagonal(belongs, val=False)
    if not belongs.any():
        return None
    sureness = np.where(belongs, shared + 0.5 * touching - 2 * gap, -np.inf)
    one, other = sorted(divmod(int(sureness.argmax()), len(pieces)))
    return one, other


def _shared_width(pieces: Pieces, edge: float) -> NDArray[np.float64]:
    """Return how much of the narrower one's width lies above, below or within the other: ``(N, N)``, 0 to 1.

    Args:
        pieces: The pieces.
        edge: Added at both sides, for a mere stem has some width, too.
    """
    left, right = pieces.low[:, 0] - edge, pieces.high[:, 0] + edge
    shared = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    return np.asarray(np.clip(shared / np.minimum((right - left)[:, None], right - left), 0, 1))


def _stands_beside(pieces: Pieces) -> NDArray[np.bool_]:
    """Return whether one stands clear of the other, at the same side in most rows: ``(N, N)``."""
    rows = np.isfinite(pieces.left)
    common = rows[:, None] & rows  # (N, N, ROWS)
    clear = (common & (pieces.right[:, None] < pieces.left)).sum(axis=2)
    count, lower = common.sum(axis=2), np.minimum(rows.sum(axis=1)[:, None], rows.sum(axis=1))
    return np.asarray((count >= 0.25 * lower) & (np.maximum(clear, clear.T) >= 0.7 * count) & (count > 0))


def _fragment(pieces: Pieces, least_height: float) -> tuple[int, int] | None:
    """Return a piece that is too low for a digit and the one that it belongs to, or None."""
    whole = _tallest(pieces.size)
    size = pieces.size / whole
    gap = np.where(np.eye(len(pieces), dtype=bool), np.inf, pieces.gap / whole)
    under = _shared_width(pieces, 0.05 * whole) >= UNDER
    gap = np.where(under & (gap <= FLYING), gap / 2, gap)  # a flying roof rather belongs to what is under it
    reach = np.where(size[:, 1] < FLAT, ASTRAY, BESIDE)[:, None]
    low = (size[:, 1] < FRAGMENT) & ((gap <= reach) | (under & (gap <= FLYING / 2))).any(axis=1)
    small = low | (size.max(axis=1) < SPECK) | (size[:, 1] < least_height)
    if not small.any():
        return None
    number = int(np.where(small, size.max(axis=1), np.inf).argmin())
    one, other = sorted((number, int(gap[number].argmin())))
    return one, other


def _reading_order(pieces: Pieces) -> list[int]:
    """Return the pieces line by line, from left to right in each."""
    lines: list[tuple[float, float, list[int]]] = []  # top, bottom, pieces
    for number in np.argsort(pieces.low[:, 1] + pieces.high[:, 1], kind="stable").tolist():
        top, bottom = float(pieces.low[number, 1]), float(pieces.high[number, 1])
        if lines:
            line_top, line_bottom, line = lines[-1]
            shared = min(bottom, line_bottom) - max(top, line_top)
            if shared >= 0.4 * min(bottom - top, line_bottom - line_top):
                lines[-1] = (min(top, line_top), max(bottom, line_bottom), [*line, number])
                continue
        lines.append((top, bottom, [number]))
    middle = (pieces.low[:, 0] + pieces.high[:, 0]).tolist()
    return [number for _, _, line in lines for number in sorted(line, key=lambda item: (middle[item], item))]
