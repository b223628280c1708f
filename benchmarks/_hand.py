"""Fifty digits as a hand drew them: five ways of writing each, every one with its own size, place, slant and tremor.

A stroke is given by the few points through which the pen went, in a box of 100 × 100, x right and y down; the pen's way
between them is a smooth curve. The points were set by eye, as people write: with flags and feet, open and closed
fours, crossed sevens, loops that do not quite meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

STEPS = 12  # points between two given ones
# Of each digit its ways of writing; strokes are parted by "/", points by spaces.
WAYS: dict[int, tuple[str, ...]] = {
    0: (
        "54,3 30,10 15,38 18,72 38,96 62,94 82,70 84,34 68,8 50,4",
        "60,2 40,8 26,36 24,70 38,97 56,92 70,62 74,28 64,6 52,5",
        "48,8 20,16 6,46 14,80 44,95 78,86 95,54 84,20 56,6 40,10",
        "62,8 40,4 22,24 16,58 28,88 52,97 74,80 82,48 76,20 66,12",
        "40,4 66,6 82,34 80,70 60,95 36,94 18,68 20,30 36,8 52,3",
    ),
    1: (
        "50,2 50,34 49,66 50,98",
        "28,28 42,14 54,2 / 54,2 54,36 53,68 52,98",
        "64,2 58,34 51,66 44,98",
        "34,24 46,14 54,3 54,40 53,70 53,95 / 32,96 52,95 74,96",
        "46,2 50,30 52,64 50,98",
    ),
    2: (
        "20,26 30,8 52,2 74,12 76,32 62,54 40,76 20,95 / 20,95 44,94 64,95 84,93",
        "22,22 40,4 66,6 76,26 64,52 38,80 22,92 16,84 28,78 46,88 66,96 86,88",
        "18,20 42,4 70,8 78,28 60,54 36,74 16,94 42,92 66,96 88,91",
        "26,30 28,10 50,3 70,12 70,34 52,60 28,90 26,94 50,95 78,93",
        "24,16 46,5 68,14 68,36 48,62 22,94 34,95 56,91 72,95 82,90",
    ),
    3: (
        "22,14 44,2 68,8 72,26 58,42 40,47 62,50 78,66 72,88 46,98 20,88",
        "22,5 46,5 74,5 / 74,5 60,22 44,40 / 44,40 66,46 78,64 70,88 44,97 20,88",
        "28,12 50,3 66,14 62,34 44,44 66,48 82,66 74,90 46,98 22,90",
        "24,18 42,4 64,8 68,26 52,43 38,46 58,48 74,62 72,84 52,97 30,94",
        "26,10 52,3 72,16 64,36 46,46 38,42 46,45 70,52 78,74 62,94 38,97 20,86",
    ),
    4: (
        "34,4 28,28 20,56 / 20,56 46,57 84,55 / 66,24 64,58 62,98",
        "62,3 44,26 28,46 14,66 / 14,66 44,67 86,65 / 63,3 63,36 62,68 61,98",
        "26,6 24,30 22,52 46,54 78,50 / 76,4 73,34 70,66 66,98",
        "68,98 68,66 68,34 68,4 / 68,4 48,28 30,48 14,64 / 14,64 46,66 88,64",
        "40,2 32,24 20,50 18,58 44,58 82,56 / 62,34 60,64 56,98",
    ),
    5: (
        "72,6 50,6 30,7 / 30,7 28,26 26,44 / 26,44 48,38 70,48 76,70 62,92 40,97 20,88",
        "76,4 54,6 34,6 / 34,6 30,24 28,40 / 28,40 50,36 72,50 74,74 54,94 26,92",
        "34,5 31,24 29,42 / 29,42 52,38 72,52 74,74 58,94 36,97 22,88 / 34,5 54,6 78,3",
        "80,8 58,5 40,10 34,26 34,40 54,42 74,54 76,76 56,95 24,92",
        "74,5 52,6 32,5 / 32,5 30,22 28,42 / 28,42 56,42 78,58 74,84 48,98 22,90",
    ),
    6: (
        "66,4 46,18 30,42 22,68 30,90 52,97 72,86 76,66 60,54 40,58 26,72",
        "60,2 46,24 34,46 26,70 34,90 54,96 72,82 70,64 54,56 36,64 28,76",
        "70,8 50,6 32,26 22,56 26,84 48,98 72,90 80,70 66,54 44,54 28,68",
        "62,2 42,22 28,50 24,78 40,97 62,92 68,76 56,64 38,70 28,82",
        "72,12 56,3 36,18 24,48 24,76 42,96 66,92 74,72 60,56 38,60 26,74",
    ),
    7: (
        "18,8 44,8 80,7 / 80,7 68,34 56,64 46,98",
        "20,7 46,8 80,6 / 80,6 66,36 54,66 46,98 / 36,50 56,50 76,49",
        "20,20 20,6 / 20,6 48,8 82,6 / 82,6 68,34 58,64 52,98",
        "22,8 50,10 78,5 66,26 54,50 46,74 44,98",
        "16,10 44,6 84,8 / 84,8 66,32 48,62 36,98",
    ),
    8: (
        "70,14 50,3 30,14 32,32 52,46 72,62 74,84 52,97 28,86 28,66 48,50 68,34 70,16",
        "50,4 30,14 32,36 50,46 68,36 70,14 50,4 / 50,46 26,60 26,86 50,97 74,86 74,60 50,46",
        "62,8 46,3 34,16 40,34 54,48 66,64 66,86 50,97 34,86 34,66 48,50 62,34 66,16 58,5",
        "76,16 58,4 36,10 32,28 50,44 70,60 74,82 54,96 30,90 24,70 44,54 66,38 76,18",
        "58,10 46,5 36,16 42,30 56,42 76,60 76,84 50,98 24,86 26,62 44,44 60,30 60,12",
    ),
    9: (
        "70,22 54,4 32,10 26,32 40,48 60,44 72,24 / 72,16 71,44 69,72 66,98",
        "72,20 52,3 30,12 26,34 44,48 64,40 73,18 74,46 70,78 54,96 30,92",
        "68,14 46,3 26,18 28,42 50,48 68,32 71,10 70,38 66,68 60,98",
        "70,26 60,6 40,4 26,22 32,44 54,46 70,28 66,54 58,78 50,98",
        "74,12 54,4 34,14 30,36 48,48 66,38 74,14 73,42 68,72 52,94 36,96",
    ),
}
# Of each way of writing: height of the box as a share of the pad, its centre, and its slant.
PLACES = (
    (0.66, 0.50, 0.50, 0.00),
    (0.52, 0.42, 0.56, 0.16),
    (0.78, 0.53, 0.49, 0.08),
    (0.44, 0.62, 0.40, -0.08),
    (0.60, 0.46, 0.47, 0.24),
)
TREMOR = 0.9  # of the box of 100; how far the pen strays


@dataclass(frozen=True)
class HandDrawn:
    """One digit on the pad.

    Attributes:
        digit: What it is meant to be.
        way: Which way of writing, counted from 1.
        strokes: Each ``(N, 2)``, 0 to 1 from left to right and top to bottom of the pad.
    """

    digit: int
    way: int
    strokes: tuple[Points, ...]


def fifty() -> Iterator[HandDrawn]:
    """Draw five of each digit; the same fifty every time."""
    random = np.random.default_rng(5)
    for digit, ways in WAYS.items():
        for number, (way, place) in enumerate(zip(ways, PLACES, strict=True), start=1):
            height, centre_x, centre_y, slant = place
            strokes = []
            for stroke in way.split("/"):
                given = np.array([[float(part) for part in point.split(",")] for point in stroke.split()])
                curve = smooth(given)
                curve = curve + tremor(curve, random) - 50
                curve[:, 0] -= slant * curve[:, 1]
                strokes.append(curve * height / 100 + (centre_x, centre_y))
            yield HandDrawn(digit, number, tuple(strokes))


def smooth(points: Points) -> Points:
    """Return the pen's way through points, ``(N, 2)`` to ``(M, 2)``.

    Source: E. Catmull, R. Rom, A class of local interpolating splines, 1974; tension 1/2.
    """
    if len(points) < 3:
        shares = np.linspace(0, 1, STEPS + 1)[:, None]
        return points[0] + shares * (points[-1] - points[0])
    padded = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    parts = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]
    return np.concatenate([*parts, points[-1:]])


def tremor(curve: Points, random: np.random.Generator) -> Points:
    """Return how far an unsteady hand strays along a curve: slow waves, ``(M, 2)``."""
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    stray = np.zeros_like(curve)
    for length in (90.0, 45.0, 22.0):
        phases = random.uniform(0, 2 * np.pi, 2)
        sizes = random.normal(0, TREMOR * length / 90, 2)
        stray += sizes * np.sin(2 * np.pi * way[:, None] / length + phases)
    return stray
