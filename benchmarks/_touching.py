"""Two digits that run into each other, by the strange pens: the right one is pushed until it touches the left one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from _hand import WAYS, Points
from _strange_pens import PAD, STYLES, drawn

PEN = 14.0  # width on the pad
DEPTHS = (0.0, 0.12)  # how far one reaches into the other, as a share of its width


@dataclass(frozen=True)
class Pair:
    """Two digits on the pad.

    Attributes:
        digits: The left one and the right one.
        strokes: Of both, the left one's first.
        left: How many of them are the left one's.
    """

    digits: tuple[int, int]
    strokes: list[Points]
    left: int


def pairs(count: int = 100, *, seed: int = 7) -> list[Pair]:
    """Draw pairs; the same ones every time."""
    random = np.random.default_rng(seed)
    ways = [(digit, way) for digit, found in WAYS.items() for way in found]
    ways += [(digit, way) for (digit, _), found in STYLES.items() for way in found]
    return [_pair(ways[one], ways[other], random) for one, other in random.integers(0, len(ways), (count, 2))]


def singles(count: int, *, seed: int = 7) -> list[tuple[int, list[Points]]]:
    """Draw single digits, which are not to be parted."""
    random = np.random.default_rng(seed)
    ways = [(digit, way) for digit, found in WAYS.items() for way in found]
    ways += [(digit, way) for (digit, _), found in STYLES.items() for way in found]
    chosen = (ways[number % len(ways)] for number in range(count))
    return [(digit, drawn(way, random)[0]) for digit, way in chosen]


def _pair(one: tuple[int, str], other: tuple[int, str], random: np.random.Generator) -> Pair:
    size = 0.4 * PAD
    found = []
    for _, way in (one, other):
        strokes, height = drawn(way, random)
        scale = size * random.uniform(0.9, 1.1) / height
        found.append([stroke * scale for stroke in strokes])
    left, right = ([stroke - np.concatenate(strokes).mean(axis=0) for stroke in strokes] for strokes in found)
    # Pushed from the right until the ink touches, then a little farther.
    a, b = np.concatenate(left), np.concatenate(right)
    rows = np.abs(a[:, None, 1] - b[:, 1]) < PEN / 2
    apart = np.where(rows, a[:, None, 0] - b[:, 0], -np.inf).max()
    push = apart + PEN / 2 - random.uniform(*DEPTHS) * np.ptp(b[:, 0])
    middle = np.array([PAD / 2 - push / 2, PAD / 2])
    strokes = [stroke + middle for stroke in left] + [stroke + middle + (push, 0) for stroke in right]
    return Pair((one[0], other[0]), strokes, len(left))
