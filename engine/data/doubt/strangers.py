"""Drawings that are none of what a model learns: strokes that mean nothing, and parts of its examples put together.

They are made to be learnt from, as many as the examples. Some turn out to be a seven or a one all the same; the limit,
which is chosen on real drawings, makes up for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink import BOX, SIZE, render_many
from engine.data.ink.frame import centre_by_mass, ink_boxes, shift

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Maker = Callable[[np.random.Generator], list[Points]]

PENS = (1.8, 2.1, 2.4, 2.8, 3.2, 3.6)  # pixels
STEPS = 8  # points between two given ones
INKED = 40  # of 255: a pixel that is no soft edge


def strangers(
    images: NDArray[np.uint8], labels: NDArray[np.int64], count: int, random: np.random.Generator
) -> NDArray[np.uint8]:
    """Make some ``count`` drawings that are none.

    Args:
        images: ``(N, 28, 28)`` uint8, the examples.
        labels: ``(N,)`` int64; only examples of different classes are put together.
        count: Half of them are of strokes, the rest of examples.
        random: Draws all of them.

    Returns:
        ``(M, 28, 28)`` uint8, M about ``count``.
    """
    drawn = _drawn(count // 8, random)
    # What is no drawing upright is none mirrored or lying either, which costs nothing to draw.
    turned = [drawn, drawn[:, ::-1], drawn[:, :, ::-1], drawn.transpose(0, 2, 1)]
    half = images[random.integers(0, len(images), count // 5)]
    one, other = _pairs(labels, count // 4, random)
    two = _over(images[one], images[other], random)
    three = _over(
        two[: count // 12], images[random.integers(0, len(images), len(two[: count // 12]))], random
    )
    return np.concatenate([*turned, _brought(_cut(half, random)), two, three])


def _pairs(
    labels: NDArray[np.int64], count: int, random: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return places of examples of two classes; fewer than ``count``, as those of one are left out."""
    one, other = random.integers(0, len(labels), (2, count))
    unlike = labels[one] != labels[other]
    return one[unlike], other[unlike]


def _over(one: NDArray[np.uint8], other: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Lay drawings over each other, not quite at the same place."""
    return _brought(np.maximum(one, shift(other, random.integers(-3, 4, (len(other), 2)))))


def _cut(images: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Leave one half of each drawing, or three quarters."""
    kept = images.copy()
    y, x = np.arange(SIZE)[:, None], np.arange(SIZE)
    for image, part, at in zip(
        kept, random.integers(0, 6, len(kept)), random.integers(12, 17, len(kept)), strict=True
    ):
        gone = (y < at, y >= at, x < at, x >= at, (y >= at) & (x >= at), (y < at) & (x < at))[part]
        image[np.broadcast_to(gone, image.shape)] = 0
    return kept


def _brought(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Bring ink to the size and the place that the preparation gives it; the pen grows with it."""
    boxes = ink_boxes(np.where(images > INKED, images, np.uint8(0)))  # left, top, right, bottom
    low, high = boxes[:, :2], boxes[:, 2:]
    scale = np.maximum((high - low).max(axis=1), 4) / BOX  # pixels there for one here
    middle = (low + high) / 2
    here, there = np.arange(SIZE) + 0.5 - SIZE / 2, np.arange(SIZE) + 0.5

    def between(centre: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return which share of each pixel there makes one here: ``(N, SIZE, SIZE)``."""
        place = centre[:, None] + here * scale[:, None]
        shares: NDArray[np.float32] = np.maximum(0, 1 - np.abs(place[:, :, None] - there)).astype(np.float32)
        return shares

    ink = between(middle[:, 1]) @ images.astype(np.float32) @ between(middle[:, 0]).transpose(0, 2, 1)
    return centre_by_mass(ink.clip(0, 255).astype(np.uint8))


# Strokes


def _drawn(count: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Draw what means nothing: ``(count, 28, 28)``, about so many."""
    each = -(-count // len(PENS))
    drawings = [[_MAKERS[number % len(_MAKERS)](random) for number in range(each)] for _ in PENS]
    return np.concatenate(
        [render_many(some, pen_width=pen) for some, pen in zip(drawings, PENS, strict=True)]
    )


def _smooth(points: Points) -> Points:
    """Return the way of a pen through points, ``(N, 2)`` to ``(M, 2)``.

    Source: E. Catmull, R. Rom, A class of local interpolating splines, 1974; tension 1/2.
    """
    if len(points) < 3:
        return np.linspace(points[0], points[-1], STEPS)
    ends = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    a, b, c, d = (ends[start : len(ends) - 3 + start, None] for start in range(4))
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    way = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return np.concatenate([way.reshape(-1, 2), points[-1:]])


def _sign(random: np.random.Generator) -> list[Points]:
    """Some straight and round strokes between corners, middles and edges, as letters are made of."""
    strokes = []
    for _ in range(int(random.integers(2, 6))):
        if random.random() < 2 / 3:
            start, end = random.choice(9, 2, replace=False)
            ends = np.array([divmod(int(start), 3), divmod(int(end), 3)]) * 50.0
            bent = np.stack([ends[0], ends.mean(axis=0) + random.normal(0, 4, 2), ends[1]])
            strokes.append(_smooth(bent + random.normal(0, 5, (3, 2))))
        else:
            centre, reach = 25 + 25 * random.integers(0, 3, 2), random.uniform(18, 50, 2)
            begin = random.uniform(0, 2 * np.pi)
            angle = np.linspace(begin, begin + random.uniform(1.2, 2 * np.pi), 10)
            strokes.append(centre + reach * np.stack([np.cos(angle), np.sin(angle)], axis=1))
    return strokes


def _polygon(random: np.random.Generator) -> list[Points]:
    """Corners joined by straight lines, in order or across, mostly closed."""
    count = int(random.integers(3, 9))
    even = np.linspace(0, 2 * np.pi, count, endpoint=False) + random.uniform(0, 2 * np.pi)
    angle = np.sort(random.uniform(0, 2 * np.pi, count)) if random.random() < 0.5 else even
    angle = random.permutation(angle) if random.random() < 0.4 else angle
    corners = np.stack([np.cos(angle), np.sin(angle)], axis=1) * random.uniform(25, 50, (count, 1))
    if random.random() < 0.7:
        corners = np.concatenate([corners, corners[:1]])
    return [corners]


def _anywhere(random: np.random.Generator) -> list[Points]:
    """One line that goes anywhere."""
    return [_smooth(random.uniform(0, 100, (int(random.integers(4, 16)), 2)))]


def _to_and_fro(random: np.random.Generator) -> list[Points]:
    """A line that goes to and fro, from a zigzag to a filled patch."""
    count, angle = int(random.integers(4, 22)), random.uniform(0, np.pi)
    down = np.where(np.arange(count) % 2, 100 * random.uniform(0.3, 1), 0) + random.normal(0, 8, count)
    line = np.stack([np.linspace(0, 100, count), down], axis=1) - 50
    line = line @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [_smooth(line) if random.random() < 0.6 else line]


def _rings(random: np.random.Generator) -> list[Points]:
    """A line that goes round and round."""
    rounds = random.uniform(1.6, 6)
    angle = np.linspace(0, 2 * np.pi * rounds, int(14 * rounds))
    reach = (
        50 * np.linspace(random.uniform(0.1, 1), 1, len(angle)) * np.exp(random.normal(0, 0.12, len(angle)))
    )
    drift = angle * random.normal(0, 1.2)
    return [np.stack([reach * np.cos(angle) + drift, reach * np.sin(angle)], axis=1)]


def _dabs(random: np.random.Generator) -> list[Points]:
    """A few dots and dashes, or one dash that lies."""
    if random.random() < 0.3:
        return [np.outer(np.linspace(0, 1, 5), [100, random.normal(0, 12)]) + random.normal(0, 2, (5, 2))]
    strokes = []
    for _ in range(int(random.integers(1, 5))):
        place = random.uniform(0, 100, 2)
        dash = np.outer(np.linspace(0, 1, 4), [random.uniform(10, 60), random.normal(0, 4)])
        strokes.append(place + (random.normal(0, 1, (2, 2)) if random.random() < 0.6 else dash))
    return strokes


def _lines(random: np.random.Generator) -> list[Points]:
    """Many short lines."""
    count = int(random.integers(3, 10))
    return [_smooth(random.uniform(0, 100, (int(random.integers(2, 4)), 2))) for _ in range(count)]


_MAKERS: tuple[Maker, ...] = (
    *(_sign, _sign, _sign, _sign, _sign),  # the hardest to tell, so the most of them
    *(_polygon, _anywhere, _to_and_fro, _rings, _dabs, _lines),
)
