"""Signs that mean nothing: stems, bars, slants, bows and rings, put together as those of writings are.

Thousands are made at once, as each has the same number of points: one in Python would take longer than its picture.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink import SIZE, render_polylines

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MOST_STROKES = 4
STROKES = (0.03, 0.32, 0.37, 0.28)
"""How often a sign has one stroke, two, three and four."""
POINTS = 32  # of a stroke
THINNEST, BOLDEST = 1.7, 3.7  # pens, in pixels
BLOCK = 1024  # signs at once, so that they stay at hand for the processor
JOINTS = (0, POINTS // 4, POINTS // 2, 3 * POINTS // 4, POINTS - 1)
"""Points of a stroke at which another may begin."""


@cache
def _along() -> Numbers:
    """Return the shares of its way at which a stroke's points lie: ``(POINTS,)``."""
    return np.linspace(0, 1, POINTS)


def signs(count: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Draw signs.

    Args:
        count: How many.
        random: Draws all of them.

    Returns:
        ``(count, 28, 28)`` uint8, in no order.
    """
    blocks = [_signs(min(BLOCK, count - start), random) for start in range(0, count, BLOCK)]
    return np.concatenate(blocks) if blocks else np.zeros((0, SIZE, SIZE), np.uint8)


def _signs(count: int, random: np.random.Generator) -> NDArray[np.uint8]:
    strokes = np.zeros((count, MOST_STROKES, POINTS + 1, 2))  # the last point is where the pen is up
    for number in range(MOST_STROKES):
        strokes[:, number, :-1] = _stroke(strokes[:, :number, :-1], random)
    used = random.choice(MOST_STROKES, count, p=STROKES) + 1
    points = _in_a_hand(strokes.reshape(count, -1, 2), random)
    pens = random.uniform(THINNEST, BOLDEST, count)
    down = np.tile(np.arange(POINTS + 1) < POINTS, MOST_STROKES)
    drawn = []
    for strokes_of_it in range(1, MOST_STROKES + 1):
        some, last = used == strokes_of_it, strokes_of_it * (POINTS + 1)
        shown = np.broadcast_to(down[:last], (int(some.sum()), last))
        drawn.append(render_polylines(points[some, :last], shown, pen_width=pens[some]))
    return np.concatenate(drawn)


def _stroke(before: Numbers, random: np.random.Generator) -> Numbers:
    """Return one more stroke of each sign, after those in ``before`` ``(N, strokes, POINTS, 2)``: ``(N, POINTS, 2)``.

    Signs lie in a box of 1, y down.
    """
    count, number = len(before), int(before.shape[1])
    first = number == 0
    start, end = _places(count, random), _places(count, random)
    if not first:
        which = random.integers(0, number, count)
        where = random.choice(JOINTS, count, p=(0.3, 0.1, 0.2, 0.1, 0.3))
        joined = random.random(count) < 0.7
        start[joined] = before[np.arange(count), which, where][joined]
    chance = random.random(count)
    stem, bar = chance < (0.35 if first else 0.2), chance > (0.85 if first else 0.6)
    end[stem, 0] = start[stem, 0]
    if first:
        start[stem, 1], end[stem, 1] = random.choice([0, 0, 0, 0.3], int(stem.sum())), 1
    end[bar, 1] = start[bar, 1]
    # What would be a dot goes across or down instead.
    dots = np.flatnonzero(np.abs(end - start).max(axis=1) < 0.2)
    axis = random.integers(0, 2, len(dots))
    end[dots, axis] = np.where(start[dots, axis] > 0.5, 0, 1)
    start, end = start + random.normal(0, 0.03, start.shape), end + random.normal(0, 0.04, end.shape)
    ring = random.random(count) < (0.25 if first else 0.06)
    bow = random.random(count) < (0.25 if first else 0.4)
    line = _line(start, end, bow, random)
    stroke: Numbers = np.where(ring[:, None, None], _ring(count, random), line)
    return stroke


def _places(count: int, random: np.random.Generator) -> Numbers:
    """Return places at sides, middle, top, base and between: ``(count, 2)``."""
    across = random.choice([0, 0.5, 1], count, p=(0.4, 0.2, 0.4))
    down = random.choice([0, 0.25, 0.5, 0.75, 1], count, p=(0.25, 0.1, 0.3, 0.1, 0.25))
    return np.stack([across, down], axis=1)


def _line(start: Numbers, end: Numbers, bow: NDArray[np.bool_], random: np.random.Generator) -> Numbers:
    """Return strokes between places ``(N, 2)``, as good as straight, or bows: ``(N, POINTS, 2)``."""
    count = len(start)
    way = end - start
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1)
    depth = random.choice([-1, 1], count) * random.uniform(0.25, 1, count)
    depth = np.where(bow, depth, random.normal(0, 0.035, count))
    straight = _along()
    along = np.where(bow[:, None], (1 - np.cos(np.pi * straight)) / 2, straight)
    out = depth[:, None] * np.sin(np.pi * straight).clip(0) ** random.uniform(0.55, 1, (count, 1))
    return start[:, None] + along[..., None] * way[:, None] + out[..., None] * aside[:, None]


def _ring(count: int, random: np.random.Generator) -> Numbers:
    """Return rings, whole, open or half, some of them nearly square: ``(count, POINTS, 2)``."""
    sweep = random.choice([-1, 1], count) * random.uniform(0.9, 2.05, count) * np.pi
    begin = random.choice([-0.5, 0, 0.5, 1], count) * np.pi + random.normal(0, 0.35, count)
    angle = begin[:, None] + sweep[:, None] * _along()
    corners = np.where(random.random(count) < 0.3, random.uniform(0.4, 1, count), 1)[:, None]
    down = random.choice([0.25, 0.5, 0.5, 0.5, 0.75], count)
    centre = np.stack([np.full(count, 0.5), down], axis=1)
    reach = np.stack([random.uniform(0.3, 0.6, count), np.where(down == 0.5, 0.5, 0.27)], axis=1)

    def side(wave: Callable[[Numbers], Numbers]) -> Numbers:
        values = wave(angle)
        sides: Numbers = np.sign(values) * np.abs(values) ** corners
        return sides

    ring: Numbers = centre[:, None] + reach[:, None] * np.stack([side(np.cos), side(np.sin)], axis=2)
    return ring


def _in_a_hand(points: Numbers, random: np.random.Generator) -> Numbers:
    """Make each sign ``(K, 2)`` as wide, leaning and turned as a hand of its own does."""
    count = len(points)
    wide = random.uniform(0.45, 1.1, count) * np.exp(random.normal(0, 0.1, count))
    turn, lean = random.normal(0, 0.1, count), random.normal(0, 0.15, count)
    leaning = np.array([[wide, -lean], [np.zeros(count), np.ones(count)]])
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    shape = np.einsum("ijn,jkn->nik", turned, leaning)
    written: Numbers = points @ shape.transpose(0, 2, 1)
    return written
