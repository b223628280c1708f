"""Scrawls: what a hand draws that means nothing, from a dab to a filled patch, one by one as a list of strokes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink import render_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Maker = Callable[[np.random.Generator], list[Points]]

PENS = (1.8, 2.1, 2.4, 2.8, 3.2, 3.6)  # pixels
STEPS = 8  # points between two given ones


def scrawls(count: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Draw what means nothing: about ``(count, 28, 28)``, as many of each kind and of each pen."""
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


def _turning(random: np.random.Generator) -> list[Points]:
    """A line that goes up and down in straight ways, with a bar across or a line from a corner at times."""
    count = int(random.integers(3, 6))
    across = np.arange(count) * random.uniform(30, 60) / max(1, (count - 1) / 2)
    down = np.where((np.arange(count) + random.integers(2)) % 2, 0.0, 100.0)
    down = np.where(random.random(count) < 0.25, random.uniform(30, 70, count), down)
    line = np.stack([across, down], axis=1) + random.normal(0, 5, (count, 2))
    strokes, chance = [line if random.random() < 0.6 else _smooth(line)], random.random()
    if chance < 0.3:
        share = random.uniform(0.3, 0.8)
        ends = line[0] + (line[1] - line[0]) * share, line[1] + (line[2] - line[1]) * (1 - share)
        strokes.append(np.stack(ends))
    elif chance < 0.5:
        corner = line[random.integers(count)]
        strokes.append(np.stack([corner, corner + np.array([0, 100 if corner[1] < 50 else -100])]))
    elif chance < 0.7:
        half = np.array([40, random.normal(0, 30)])
        strokes.append((line[0] + line[1]) / 2 + np.stack([-half, half]))
    return strokes


def _outline(random: np.random.Generator) -> list[Points]:
    """A closed line round a few corners, its sides straight, hollow or bulging, with something in it at times."""
    count = int(random.integers(3, 8))
    angle = (np.arange(count) + random.uniform(-0.35, 0.35, count)) * 2 * np.pi / count
    angle += random.uniform(0, 2 * np.pi)
    reach = 50 * np.exp(random.normal(0, 0.25, (count, 1)))
    corners = reach * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    corners = np.concatenate([corners, corners[:1]])
    bulge, t = random.uniform(-0.35, 0.5), np.linspace(0, np.pi, STEPS)
    if random.random() < 0.5:
        bulge = 0.0
    sides = []
    for one, other in pairwise(corners):
        way = other - one
        sides.append(
            one + np.outer((1 - np.cos(t)) / 2, way) + np.outer(np.sin(t) * bulge, (way[1], -way[0]))
        )
    strokes = [np.concatenate(sides)]
    if random.random() < 0.3:
        for _ in range(int(random.integers(1, 4))):
            place = random.uniform(-25, 25, 2)
            strokes.append(np.stack([place, place + random.uniform(-25, 25, 2)]))
    return strokes


_MAKERS: tuple[Maker, ...] = (
    *(_polygon, _anywhere, _to_and_fro, _rings, _dabs, _lines),
    *(_turning, _outline),
)
