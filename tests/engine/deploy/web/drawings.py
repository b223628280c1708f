"""Drawings that tests give to the page and to the program: pulls of a pen, in pad pixels."""

from __future__ import annotations

import numpy as np

Pull = list[list[float]]
"""The points that a pen passed, each x and y."""

SIDE = 280.0
SPECIAL: list[list[Pull]] = [
    [[[140.0, 140.0]]],  # a dot
    [[[140.0, 140.0], [140.0, 140.0]]],  # one that was held
    [[[140.0, 140.0], [141.0, 140.5]]],  # a trembling hand
    [[[140.0, 140.0], [142.0, 140.0]]],  # just as long as a tenth of the pen
    [[[140.0, 140.0], [142.5, 140.0], [143.0, 141.0]]],
    [[[0.0, 0.0], [280.0, 280.0]]],
    [[[140.0, 20.0], [140.0, 260.0]]],
    [[[20.0, 140.0], [260.0, 140.0]]],
    [[[70.0, 40.0], [70.0, 120.0]], [[71.0, 200.0]]],
    [[[-40.0, 60.0], [320.0, 200.0]]],  # straight over the paper
    [[[-50.0, -50.0], [-10.0, 400.0]]],  # beside it
    [[[100.0, 100.0], [400.0, 120.0], [100.0, 160.0]]],  # out and in again
    [[[280.0, 0.0], [280.0, 280.0]]],  # along its edge
    [[[10.0, 10.0], [270.0, 10.0], [270.0, 270.0], [10.0, 270.0], [10.0, 10.0]]],  # corners
    [[[x, 140 + 100 * (-1) ** i] for i, x in enumerate(np.linspace(10, 270, 90).tolist())]],  # a scribble
]


def pulls(count: int, *, seed: int, wide: float = 1.0, beyond: bool = False) -> list[list[Pull]]:
    """Return drawings of one to four wavy pulls each, of all sizes, always the same.

    Args:
        count: How many drawings.
        seed: For the random numbers.
        wide: The share of the paper's width that each is drawn on.
        beyond: Whether they may leave the paper.
    """
    numbers = np.random.default_rng(seed)
    drawings = []
    for _ in range(count):
        size = float(numbers.uniform(8, 130))
        middle = numbers.uniform(20, SIDE - 20, 2)
        drawing = []
        for _ in range(int(numbers.integers(1, 5))):
            knots = int(numbers.integers(1, 40))
            turn = np.cumsum(numbers.normal(0, numbers.uniform(0.05, 1.2), knots)) + numbers.uniform(0, 6.3)
            step = np.stack([np.cos(turn), np.sin(turn)], axis=1) * numbers.uniform(0.5, 2) * size / knots
            path = middle + numbers.uniform(-0.5, 0.5, 2) * size + np.cumsum(step, axis=0)
            if numbers.random() < 0.5:
                path = np.round(path)  # a mouse counts whole pixels
            if not beyond:
                path = np.clip(path, 0, SIDE)
            drawing.append((path * [wide, 1.0]).tolist())
        drawings.append(drawing)
    return drawings


def side_by_side(count: int, *, seed: int) -> list[list[Pull]]:
    """Return drawings of one to three smaller ones beside each other."""
    numbers = np.random.default_rng(seed)
    parts = iter(pulls(3 * count, seed=seed + 1, wide=0.33))
    drawings = []
    for _ in range(count):
        drawing: list[Pull] = []
        for place in range(int(numbers.integers(1, 4))):
            drawing += [[[x + place * 93, y] for x, y in pull] for pull in next(parts)]
        drawings.append(drawing)
    return drawings
