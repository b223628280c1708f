"""Drawings that are none of what a model learns: strokes that mean nothing, and parts of its examples put together.

They are made to be learnt from, more of them than examples. Some turn out to be a seven or a one all the same; the
limit, which is chosen on real drawings, makes up for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.doubt.scrawls import scrawls
from engine.data.doubt.signs import signs
from engine.data.ink import BOX, SIZE
from engine.data.ink.frame import centre_by_mass, ink_boxes, shift

if TYPE_CHECKING:
    from numpy.typing import NDArray

INKED = 40  # of 255: a pixel that is no soft edge
LOST = 0.15
"""Which share of its ink a part must lack at least."""
SIGNS, SCRAWLS, PARTS, TWO = 0.32, 0.18, 0.25, 0.15
"""Which shares are signs, scrawls, parts of an example and two of them at one place; in the rest there are three."""


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
    drawn = scrawls(round(count * SCRAWLS / 4), random)
    # What is no drawing upright is none mirrored or lying either, which costs nothing to draw.
    turned = [drawn, drawn[:, ::-1], drawn[:, :, ::-1], drawn.transpose(0, 2, 1)]
    parts = _brought(_cut(_some(images, round(count * PARTS), random), random))
    one, other = _pairs(labels, round(count * (1 - SIGNS - SCRAWLS - PARTS)), random)
    two = _over(images[one], images[other], random)
    only = round(count * TWO)
    three = _over(two[only:], _some(images, len(two[only:]), random), random)
    found = [*turned, signs(round(count * SIGNS), random), parts, two[:only], three]
    return np.concatenate([each[each.any(axis=(1, 2))] for each in found])


def _some(images: NDArray[np.uint8], count: int, random: np.random.Generator) -> NDArray[np.uint8]:
    return images[random.integers(0, len(images), count)]


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
    """Leave one side of each drawing, or three quarters of it, cut upright, level or along any slant.

    What lost next to nothing is an example still, and is left out.
    """
    count = len(images)
    upright = random.integers(0, 4, count) * np.pi / 2
    angle = np.where(random.random(count) < 0.25, random.uniform(0, 2 * np.pi, count), upright)
    from_middle = np.arange(SIZE) - (SIZE - 1) / 2

    def beyond(angle: NDArray[np.float64]) -> NDArray[np.bool_]:
        x = np.cos(angle)[:, None, None] * from_middle
        y = np.sin(angle)[:, None, None] * from_middle[:, None]
        far: NDArray[np.bool_] = x + y > random.normal(0, 1.7, (count, 1, 1))
        return far

    gone = beyond(angle)
    quarters = random.random(count) < 0.4
    gone[quarters] &= beyond(angle + np.pi / 2)[quarters]
    kept = np.where(gone, np.uint8(0), images)
    left, whole = (each.sum(axis=(1, 2), dtype=np.int64) for each in (kept, images))
    parts: NDArray[np.uint8] = kept[left < (1 - LOST) * whole]
    return parts


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
