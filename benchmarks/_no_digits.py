"""Drawings that are no digit: scribbles, letters, half digits, digits over each other, dabs in a corner, shapes.

All is drawn by strokes, each with its own size, place, turn, lean, tremor and pen, and goes the way of a drawing on the
pad. Letters and shapes are paths set by eye in a box of 100 × 100 (as in `_hand.py`; a stroke of two points is a
straight line, and `!` before a stroke keeps its corners sharp). Left out is what a person could take for a digit: the
letters O, I, S, Z, B, l, b, q and g, of digits' halves those that are digits again (the upper ring of a 9), a stroke
that stands (a 1), and a 1 over another digit.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from _hand import WAYS, Points, smooth, tremor
from numpy.typing import NDArray

from engine.data.ink import render_strokes

PAD = 280.0  # side in the unit of the strokes
SIZES = (0.35, 0.75)  # height of the box as a share of the pad
TURN = 8.0  # degrees to either side
LEAN = 0.2  # a change of x for one of y, to either side
PRESSED = 0.15  # logarithm of the factor on the width, to either side
JITTER = 1.5  # deviation of each point in a box of 100
PENS = (12.0, 24.0)  # width on the pad

LETTERS: dict[str, tuple[str, ...]] = {
    "A": ("!14,98 50,2 86,98 / 28,64 72,64", "12,96 30,50 50,4 68,48 88,98 / 26,62 50,60 76,62"),
    "C": ("84,18 60,3 30,12 14,46 24,82 54,97 86,84",),
    "D": ("20,4 20,50 20,96 / 20,4 62,12 84,46 66,86 20,96",),
    "E": ("!80,4 22,4 22,96 82,96 / 22,48 70,48", "78,10 50,3 28,16 32,38 56,46 30,54 20,78 40,96 78,90"),
    "F": ("!80,4 24,4 24,98 / 24,48 70,48",),
    "G": ("82,20 58,3 28,12 14,48 26,86 56,97 82,82 / !52,56 84,56 84,96",),
    "H": ("20,3 20,97 / 80,3 80,97 / 20,50 80,50", "24,4 20,98 / 78,2 80,96 / 22,46 80,54"),
    "J": ("70,4 70,50 66,84 44,97 22,84 / 44,4 94,4",),
    "K": ("22,3 22,97 / !80,4 24,54 84,97", "24,2 22,98 / 76,8 26,50 / 40,44 82,96"),
    "M": ("!12,97 18,4 50,66 82,4 90,97", "10,96 20,30 28,6 40,40 50,70 64,34 74,6 82,40 92,96"),
    "N": ("!18,97 18,4 82,96 82,3",),
    "P": ("22,98 22,4 / 22,6 58,2 80,22 62,46 22,50",),
    "Q": ("52,4 24,14 12,50 26,84 52,94 78,82 88,48 76,14 52,4 / 58,66 94,99",),
    "R": ("22,98 22,4 / 22,5 60,3 78,24 58,46 22,50 / 44,50 84,98",),
    "T": ("8,5 92,5 / 50,5 50,98",),
    "U": ("16,4 17,50 24,86 50,97 76,86 83,50 84,4",),
    "V": ("!12,4 50,97 88,4",),
    "W": ("!6,4 28,97 50,30 72,97 94,4", "6,6 16,60 28,94 42,60 50,34 60,66 72,95 86,50 94,6"),
    "X": ("14,4 86,97 / 86,4 14,97",),
    "Y": ("!12,4 50,52 88,4 / 50,52 50,98",),
    "a": ("76,36 50,22 24,42 22,76 46,92 70,74 78,36 / 78,30 76,70 92,94",),
    "e": ("20,56 50,54 80,50 70,24 44,20 22,44 22,76 50,95 80,82",),
    "f": ("76,14 58,3 44,20 42,60 40,98 / 18,40 72,40",),
    "h": ("26,3 25,50 24,98 / 25,58 46,38 66,46 70,70 72,98",),
    "k": ("26,3 25,98 / !72,34 28,64 76,98",),
    "m": ("12,30 14,64 14,97 / 14,50 30,32 44,44 46,96 / 46,50 62,32 78,44 82,97",),
    "n": ("18,22 20,60 20,97 / 20,48 44,24 68,32 76,60 78,97",),
    "r": ("26,22 28,60 28,98 / 28,52 48,26 78,28",),
    "t": ("46,4 46,50 50,88 76,92 / 18,32 78,32",),
    "w": ("8,28 16,70 28,94 44,64 50,40 58,72 72,94 84,66 92,26",),
    "y": ("20,6 26,36 48,46 72,30 78,6 / 78,6 70,50 46,96 18,86",),
}  # fmt: skip
SHAPES: dict[str, tuple[str, ...]] = {
    "triangle": ("!50,6 94,92 6,92 50,6", "!10,10 90,12 48,92 10,10"),
    "square": ("!10,10 90,10 90,90 10,90 10,10",),
    "star": ("!50,2 72,96 6,36 94,36 28,96 50,2",),
    "heart": ("50,28 32,8 10,16 10,44 30,72 50,96 72,70 92,42 88,14 66,8 50,28",),
    "arrow": ("4,50 96,50 / !66,20 96,50 66,80", "50,96 50,6 / !22,36 50,4 78,36"),
    "plus": ("50,6 50,94 / 6,50 94,50",),
    "asterisk": ("50,4 50,96 / 10,26 90,74 / 90,26 10,74",),
    "grid": ("34,4 34,96 / 66,4 66,96 / 4,34 96,34 / 4,66 96,66",),
    "house": ("!16,96 16,44 50,6 84,44 84,96 16,96", "!14,46 50,8 86,46 / !20,46 20,96 80,96 80,46"),
    "face": ("50,3 18,16 4,50 18,84 50,97 82,84 96,50 82,16 50,3 / 34,34 34,44 / 66,34 66,44 / 28,64 50,78 72,64",),
    "spiral": ("50,50 58,46 60,56 48,62 38,52 44,36 64,34 74,52 64,74 40,76 24,56 30,28 58,16 86,34 92,64",),
    "wave": ("2,56 14,34 28,54 40,74 54,52 66,32 80,54 96,70",),
    "zigzag": ("!2,70 18,26 34,72 50,26 66,72 82,28 98,70",),
    "tick": ("!12,54 38,90 92,10",),
    "moon": ("62,4 24,18 12,52 28,86 66,97 / 62,4 44,28 40,54 48,80 66,97",),
    "fish": ("4,50 30,22 62,30 94,78 / 4,50 30,78 62,70 94,22",),
    "flash": ("!62,2 26,54 56,54 34,98 82,38 50,38 72,2",),
    "flower": ("50,40 38,16 58,10 54,40 84,30 82,54 56,52 70,80 46,84 48,54 18,70 16,44 48,46",),
}  # fmt: skip
# Halves that are no digit by themselves, nor look like one: which part of which digit is drawn.
HALVES: tuple[tuple[int, str], ...] = (
    (0, "upper"), (0, "lower"), (2, "lower"), (3, "left"), (4, "upper"), (4, "lower"), (5, "lower"), (5, "left"),
    (3, "upper"), (8, "left"), (2, "left"), (4, "left"), (0, "quarter off"), (8, "quarter off"),
)  # fmt: skip
OVER = (0, 2, 3, 4, 5, 6, 7, 9)
Maker = Callable[[int, np.random.Generator], tuple[str, list[Points]]]
KINDS = ("scribbles", "letters", "half digits", "several over each other", "corner dabs", "shapes")


@dataclass(frozen=True)
class NoDigits:
    """Drawings of one kind.

    Attributes:
        images: ``(N, 28, 28)`` uint8, as the network sees them.
        strokes: Of each drawing its strokes, ``(M, 2)`` on a pad of `PAD`.
        names: Of each drawing what it is meant to be.
        pens: ``(N,)`` width of the pen.
    """

    images: NDArray[np.uint8]
    strokes: list[list[Points]]
    names: list[str]
    pens: NDArray[np.float64]


def no_digits(kind: str, count: int = 100, *, seed: int = 3) -> NoDigits:
    """Draw ``count`` of a kind, one of `KINDS`; the same ones every time."""
    random = np.random.default_rng([seed, KINDS.index(kind)])
    drawn = [_MAKERS[kind](number, random) for number in range(count)]
    pens = random.uniform(*PENS, count)
    images = [
        render_strokes(strokes, pen_width_drawn=float(pen), canvas=(PAD, PAD))
        for (_, strokes), pen in zip(drawn, pens, strict=True)
    ]
    return NoDigits(np.stack(images), [strokes for _, strokes in drawn], [name for name, _ in drawn], pens)


def _box(
    strokes: list[Points], random: np.random.Generator, sizes: tuple[float, float] = SIZES
) -> list[Points]:
    """Bring strokes in a box of 100 to the pad, in a hand of their own."""
    size = random.uniform(*sizes) * PAD
    angle = math.radians(random.uniform(-TURN, TURN))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    wide = math.exp(random.uniform(-PRESSED, PRESSED))
    shape = turn @ np.array([[wide, -random.uniform(-LEAN, LEAN)], [0.0, 1.0]]) * size / 100
    place = random.uniform(0.38, 0.62, 2) * PAD
    return [((stroke + tremor(stroke, random) - 50) @ shape.T + place).clip(0, PAD) for stroke in strokes]


def _curves(way: str, random: np.random.Generator) -> list[Points]:
    """Return the strokes of a path in its box."""
    curves = []
    for stroke in way.split("/"):
        text = stroke.strip()
        given = np.array(
            [[float(part) for part in point.split(",")] for point in text.removeprefix("!").split()]
        )
        given = given + random.normal(0, JITTER, given.shape)
        if text.startswith("!"):
            curves.append(np.concatenate([smooth(np.stack(pair)) for pair in pairwise(given)]))
        else:
            curves.append(smooth(given))
    return curves


def _of_paths(paths: dict[str, tuple[str, ...]]) -> Maker:
    names = list(paths)

    def make(number: int, random: np.random.Generator) -> tuple[str, list[Points]]:
        name = names[number % len(names)]
        ways = paths[name]
        return name, _box(_curves(ways[int(random.integers(len(ways)))], random), random)

    return make


def _scribble(number: int, random: np.random.Generator) -> tuple[str, list[Points]]:
    """A hand that goes to and fro, round and round, or anywhere."""
    name = ("to and fro", "round and round", "anywhere", "strokes")[number % 4]
    turns = int(random.integers(5, 11))
    if name == "to and fro":
        across = np.linspace(5, 95, 2 * turns)
        down = np.where(np.arange(2 * turns) % 2, 90, 10) + random.normal(0, 9, 2 * turns)
        return name, _box([smooth(np.stack([across, down], axis=1))], random)
    if name == "round and round":
        angle = np.linspace(0, 2 * np.pi * turns / 2, 6 * turns)
        reach = 44 * np.exp(random.normal(0, 0.2, len(angle)))
        drift = np.linspace(-16, 16, len(angle)) * random.choice([-1, 1])
        curve = np.stack([50 + drift + reach * np.cos(angle), 50 + reach * np.sin(angle)], axis=1)
        return name, _box([smooth(curve)], random)
    if name == "anywhere":
        return name, _box([smooth(random.uniform(4, 96, (turns + 5, 2)))], random)
    return name, _box(
        [smooth(random.uniform(2, 98, (int(random.integers(2, 4)), 2))) for _ in range(turns)], random
    )


def _half(number: int, random: np.random.Generator) -> tuple[str, list[Points]]:
    """A part of a digit, the rest of which was never drawn."""
    digit, part = HALVES[number % len(HALVES)]
    ways = WAYS[digit]
    kept = []
    for curve in _curves(ways[int(random.integers(len(ways)))], random):
        x, y = curve.T
        inside = {
            "upper": y < 50, "lower": y > 50, "left": x < 46, "quarter off": (y < 50) | (x < 40),
        }[part]  # fmt: skip
        runs = np.split(np.arange(len(curve)), np.flatnonzero(np.diff(inside.astype(int))) + 1)
        kept += [curve[run] for run in runs if inside[run[0]] and len(run) > 2]
    return f"{part} of {digit}", _box(kept, random)


def _several(number: int, random: np.random.Generator) -> tuple[str, list[Points]]:
    """Two or three digits at one place."""
    digits = random.choice(OVER, 2 + number % 2, replace=False)
    strokes: list[Points] = []
    for digit in digits:
        ways = WAYS[int(digit)]
        shift = random.uniform(-14, 14, 2)
        strokes += [curve + shift for curve in _curves(ways[int(random.integers(len(ways)))], random)]
    return " over ".join(map(str, digits)), _box(strokes, random)


def _dab(number: int, random: np.random.Generator) -> tuple[str, list[Points]]:
    """Nothing but a dot, a flat dash or a few of them, near a corner of the pad."""
    name = ("dot", "dash", "two dots", "dots and a dash")[number % 4]
    corner = np.array([random.choice([0.06, 0.84]), random.choice([0.06, 0.84])]) * PAD
    size = random.uniform(0.04, 0.1) * PAD

    def dot() -> Points:
        return corner + random.uniform(0, 2.4 * size, 2) + random.normal(0, 0.4, (3, 2))

    def dash() -> Points:
        start = corner + random.uniform(0, size, 2)
        return smooth(
            start + np.array([[0, 0], [size, random.normal(0, 3)], [2 * size, random.normal(0, 5)]])
        )

    strokes = {
        "dot": lambda: [dot()], "dash": lambda: [dash()], "two dots": lambda: [dot(), dot()],
        "dots and a dash": lambda: [dot(), dash(), dot()],
    }[name]()  # fmt: skip
    return name, [stroke.clip(0, PAD) for stroke in strokes]


_MAKERS = {
    "scribbles": _scribble,
    "letters": _of_paths(LETTERS),
    "half digits": _half,
    "several over each other": _several,
    "corner dabs": _dab,
    "shapes": _of_paths(SHAPES),
}
