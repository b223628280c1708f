"""Drawing digits by the thousand: skeletons bent by random numbers, each image by its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.data.generated.counters import normal, random_words, uniform
from engine.data.generated.grain import grain_of
from engine.data.generated.paths import SAMPLES, path_models
from engine.data.ink import BOX, PEN_WIDTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.config import VariationConfig

MOST_POINTS = 16
MOST_STROKES = 3
MOST_POSES = 4
TREMOR_WAVES = 7
WARP_WAVES = 3
PRESSURE_WAVES = 4
PRESSURE = 0.28
"""How much wider or narrower a hand that presses most unevenly makes its pen, as the deviation of a logarithm."""
PRESSED = (-0.6, 0.45)
"""The least and the most of this logarithm: ink neither vanishes nor runs."""
REACH = 2.6
"""How far from the usual a whole hand is, in deviations of all its habits, before the rest counts less."""
BOLDEST = 0.6 * BOX
"""Pixels; a pen as wide as the box would have nowhere to go."""
FULL = 0.44
"""Share of a digit's box that may be ink before the pen gets thinner."""
OF_DIGITS = (
    (0.08, 0.0, 0.42), (0.09, -0.05, 0.0), (0.05, 0.0, 0.07), (-0.05, -0.07, -0.14), (0.07, -0.09, -0.25),
    (-0.03, 0.03, -0.33), (-0.02, -0.15, -0.05), (-0.04, -0.06, -0.03), (-0.06, -0.1, -0.25), (-0.04, -0.15, -0.36),
)  # fmt: skip
"""How people write each digit beside others, by MNIST: what x gains with height, the logarithm of the width, and the
pen's width in deviations."""
TAIL = 2.5
"""Nobody writes further from the usual than this, in deviations."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawings:
    """Drawings that wait for ink.

    Attributes:
        points: ``(N, SAMPLES, 2)`` float32, x right and y down, about one unit high.
        pen_down: ``(N, SAMPLES)`` bool.
        pen_width: ``(N,)`` float32, pixels of the 28×28 picture.
        softness: ``(N,)`` float32, pixels of the 28×28 picture.
        grain: ``(N, 28, 28)`` float32, by how many pixels the pen's edge strays; None where no edge does.
        pressure: ``(N, SAMPLES)`` float32, by how many times the pen is wider there.
        lean: ``(N,)`` float32, radians by which what was upright in the model leans, to the right above 0.
    """

    points: NDArray[np.float32]
    pen_down: NDArray[np.bool_]
    pen_width: NDArray[np.float32]
    softness: NDArray[np.float32]
    grain: NDArray[np.float32] | None
    pressure: NDArray[np.float32]
    lean: NDArray[np.float32]


class _Numbers:
    """A table of random words, one row an image, handed out column by column."""

    def __init__(self, seed: int, indices: NDArray[np.int64], columns: int) -> None:
        self._words = random_words(seed, indices, columns, stream=1)
        self._next = 0

    def _take(self, count: int) -> NDArray[np.uint64]:
        taken = self._words[:, self._next : self._next + count]
        assert taken.shape[1] == count
        self._next += count
        return taken

    def uniform(self, *shape: int) -> NDArray[np.float32]:
        return uniform(self._take(int(np.prod(shape)))).reshape(-1, *shape)

    def normal(self, *shape: int) -> NDArray[np.float32]:
        return np.clip(normal(self._take(int(np.prod(shape)))).reshape(-1, *shape), -TAIL, TAIL)


COLUMNS = 104
"""Random numbers for one image, and some to spare."""


def draw(
    digits: NDArray[np.int64], seed: int, indices: NDArray[np.int64], variation: VariationConfig
) -> Drawings:
    """Draw one digit for each index.

    Args:
        digits: ``(N,)`` int64, which digit.
        seed: Together with the index it decides everything.
        indices: ``(N,)`` int64.
        variation: How wild the drawings are.
    """
    numbers = _Numbers(seed, indices, COLUMNS)
    style = _styles(digits, numbers.uniform(1)[:, 0], variation.styles)
    hand = np.float32(0.45) + np.float32(1.1) * numbers.uniform(1)[:, 0]  # from careful to hasty
    points, pen_down = _paths(style, hand, numbers, variation)
    flat = points
    points = _trembling(points, numbers, variation.tremor)
    points = _warped(points, numbers, variation.warp * hand * _widths()[style])
    habits = within_reach(numbers.normal(6))  # size, taper, width, slant, turn, pen
    lean_of, width_of, pen_of = np.array(OF_DIGITS, np.float32)[digits].T
    points = _leaning(points, habits, lean_of, width_of, variation)
    pen_down = pen_down & _inked(numbers, variation.gaps)
    bold = np.float32(2.5) - np.float32(1.5) * _widths()[style]  # a mere line is drawn boldly more often
    pen = np.maximum(habits[:, 5] + pen_of, -1.9)
    pen_width = PEN_WIDTH * np.exp(0.29 * variation.pen * np.where(pen > 0, bold * pen, pen))
    pen_width = with_room(points, pen_down, np.minimum(pen_width, BOLDEST))
    softness = 1.0 + 0.35 * variation.softness * numbers.uniform(1)[:, 0]
    amount, place = numbers.uniform(2).T
    grain = grain_of(amount**1.5, place, variation.roughness)
    pressure = _pressure(numbers, variation.pen)
    lean = _lean(flat, points)
    return Drawings(
        points, pen_down, pen_width.astype(np.float32), softness.astype(np.float32), grain, pressure, lean
    )


def _styles(digits: NDArray[np.int64], chance: NDArray[np.float32], rare: float) -> NDArray[np.int64]:
    """Choose a skeleton for each digit by its share; ``rare`` scales all but the commonest."""
    models = path_models()
    style = np.empty(len(digits), dtype=np.int64)
    for digit in range(10):
        mine = np.array([number for number, model in enumerate(models) if model.skeleton.digit == digit])
        shares = np.array([models[number].skeleton.share for number in mine])
        shares = np.where(np.arange(len(shares)) == shares.argmax(), shares, shares * rare)
        chosen = digits == digit
        limits = np.cumsum(shares / shares.sum())[:-1]
        style[chosen] = mine[np.searchsorted(limits, chance[chosen], side="right")]
    return style


def _paths(
    style: NDArray[np.int64], hand: NDArray[np.float32], numbers: _Numbers, variation: VariationConfig
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    count = len(style)
    mixing = numbers.uniform(MOST_POSES)
    jitter = numbers.normal(MOST_POINTS, 2) * (np.float32(0.062 * variation.shape) * hand)[:, None, None]
    stretch = numbers.normal(2) * np.float32(0.3 * variation.ends)
    rounding = (numbers.uniform(1)[:, 0] * 1.3 - 0.25) * np.float32(variation.curvature)
    stroke_shift = numbers.normal(MOST_STROKES, 2) * np.float32(0.035 * variation.strokes)
    stroke_turn = numbers.normal(MOST_STROKES) * np.float32(0.08 * variation.strokes)
    stroke_size = np.exp(numbers.normal(MOST_STROKES) * np.float32(0.09 * variation.strokes))
    points = np.empty((count, SAMPLES, 2), dtype=np.float32)
    pen_down = np.empty((count, SAMPLES), dtype=bool)
    models = path_models()
    order = np.argsort(style, kind="stable")
    borders = np.searchsorted(style[order], np.arange(len(models) + 1))
    for number, model in enumerate(models):
        mine = order[borders[number] : borders[number + 1]]
        if not len(mine):
            continue
        total = len(model.stroke)
        shares = _mixed(mixing[mine], len(model.poses), variation.shape)
        controls = _combined(shares, model.poses) + np.matmul(model.together, jitter[mine, :total])
        for stroke in range(int(model.stroke[-1]) + 1):
            if model.stroke[-1] == 0:
                break  # the only stroke is the digit
            where = np.flatnonzero(model.stroke == stroke)
            part = controls[:, where]
            middle = part.mean(axis=1, keepdims=True)
            part = (part - middle) * stroke_size[mine, stroke, None, None]
            turn = stroke_turn[mine, stroke, None]
            turned = np.stack(
                [part[..., 0] - turn * part[..., 1], part[..., 1] + turn * part[..., 0]], axis=-1
            )
            controls[:, where] = turned + middle + stroke_shift[mine, stroke, None, :]
        begin, end = 0, total - 1
        way = np.matmul(model.ends, controls)
        controls[:, begin] += stretch[mine, 0, None] * way[:, begin]
        controls[:, end] += stretch[mine, 1, None] * way[:, end]
        sharp = np.matmul(model.sharp, controls)
        rounded = np.matmul(model.rounded, controls)
        points[mine] = sharp + rounding[mine, None, None] * (rounded - sharp)
        pen_down[mine] = model.pen_down
    return points, pen_down


def _mixed(chances: NDArray[np.float32], poses: int, shape: float) -> NDArray[np.float32]:
    """Return how much of each pose is in a drawing, ``(N, poses)``, adding up to 1; a little beyond them too."""
    shares = chances[:, :poses] ** 1.5 + np.float32(0.02)
    shares = shares / shares.sum(axis=1, keepdims=True)
    even = np.float32(1 / poses)
    spread = np.float32(1.25 * min(shape, 1.5))
    return np.asarray(even + (shares - even) * spread, dtype=np.float32)


def _combined(shares: NDArray[np.float32], poses: NDArray[np.float32]) -> NDArray[np.float32]:
    controls: NDArray[np.float32] = shares[:, 0, None, None] * poses[0]
    for number in range(1, len(poses)):
        controls += shares[:, number, None, None] * poses[number]
    return controls


@cache
def _tremor_waves() -> NDArray[np.float32]:
    way = np.linspace(0, np.pi, SAMPLES)
    waves = np.stack(
        [np.cos((number + 2) * way) / (number + 2) ** 0.7 for number in range(TREMOR_WAVES)], axis=1
    )
    return waves.astype(np.float32)


@cache
def _widths() -> NDArray[np.float32]:
    """Return how wide each skeleton is beside usual ones, ``(skeletons,)``: a mere line is bent least."""
    extents = [np.ptp(model.poses.mean(axis=0)[:, 0]) for model in path_models()]
    widths: NDArray[np.float32] = np.clip(np.array(extents) / 0.7, 0.35, 1.1).astype(np.float32)
    return widths


def _trembling(points: NDArray[np.float32], numbers: _Numbers, tremor: float) -> NDArray[np.float32]:
    strength = np.float32(0.01 * tremor) * (np.float32(0.3) + np.float32(1.4) * numbers.uniform(1, 1))
    steps: NDArray[np.float32] = np.matmul(_tremor_waves(), numbers.normal(TREMOR_WAVES, 2) * strength)
    return points + steps


def _warped(points: NDArray[np.float32], numbers: _Numbers, warp: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bend the paper by a few waves in random directions, each longer than the digit is high, as a rule."""
    waves = numbers.normal(WARP_WAVES, 2) * np.float32(2.0)
    phase = numbers.uniform(WARP_WAVES, 1) * np.float32(2 * np.pi)
    push = numbers.normal(WARP_WAVES, 2) * (np.float32(0.075) * warp)[:, None, None]
    angle = np.matmul(waves, np.ascontiguousarray(points.transpose(0, 2, 1))) + phase  # (N, waves, SAMPLES)
    np.sin(angle, out=angle)
    steps: NDArray[np.float32] = np.matmul(np.ascontiguousarray(angle.transpose(0, 2, 1)), push)
    return points + steps


def _pressure(numbers: _Numbers, pen: float) -> NDArray[np.float32]:
    """Return by how many times the pen is wider along its way: ``(N, SAMPLES)``."""
    strength = np.float32(PRESSURE * pen) * numbers.uniform(1, 1)
    waves = np.matmul(_pressure_waves(), numbers.normal(PRESSURE_WAVES, 1) * strength)[..., 0]
    return np.asarray(np.exp(np.clip(waves, *PRESSED)), dtype=np.float32)


@cache
def _pressure_waves() -> NDArray[np.float32]:
    way = np.linspace(0, np.pi, SAMPLES)
    waves = [np.cos(number * way) / number**0.5 for number in range(1, PRESSURE_WAVES + 1)]
    return np.stack(waves, axis=1).astype(np.float32)


def within_reach(habits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Let nobody be unusual in everything at once: ``(N, habits)``, in deviations."""
    far = np.sqrt((habits**2).sum(axis=1, keepdims=True))
    reach = np.where(far > REACH, REACH + np.float32(0.3) * (far - REACH), far)
    return np.asarray(habits * (reach / np.maximum(far, np.float32(1e-6))), dtype=np.float32)


def with_room(
    points: NDArray[np.float32], pen_down: NDArray[np.bool_], pen_width: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Make pens thinner where they would fill what they go round; a mere line may be as bold as it likes."""
    joined = pen_down[:, 1:] & pen_down[:, :-1]
    way = (np.hypot(*np.diff(points, axis=1).transpose(2, 0, 1)) * joined).sum(axis=1)
    extent = np.ptp(points, axis=1)  # (N, 2)
    scale = (BOX - pen_width) / np.maximum(extent.max(axis=1), 1e-6)
    sides = extent * scale[:, None] + pen_width[:, None]
    inked = way * scale * pen_width / sides.prod(axis=1)
    line = np.clip(way / np.maximum(np.hypot(*extent.T), 1e-6) - 1.0, 0.0, 0.25) * 4  # 0 for a line
    most = np.where(inked > FULL, FULL + 0.45 * (inked - FULL), inked)
    return np.asarray(pen_width * (1 + line * (most / np.maximum(inked, 1e-6) - 1)), dtype=np.float32)


def _leaning(
    points: NDArray[np.float32],
    habits: NDArray[np.float32],
    lean_of: NDArray[np.float32],
    width_of: NDArray[np.float32],
    variation: VariationConfig,
) -> NDArray[np.float32]:
    """Change proportion, width, slant and turn."""
    size, taper, width, slant, turn = habits[:, :5].T
    x, y = points[..., 0], points[..., 1]
    high = y + (np.float32(0.16 * variation.proportion) * size)[:, None] * (y * y - np.float32(0.25))
    wide = x * (1 + (np.float32(0.22 * variation.proportion) * taper)[:, None] * y)
    wide = wide * np.exp(np.float32(variation.width) * (np.float32(0.19) * width + width_of))[:, None]
    wide = (
        wide
        - (np.float32(0.12) + lean_of + np.float32(0.26) * slant)[:, None]
        * np.float32(variation.slant)
        * high
    )
    angle = np.float32(0.09 * variation.slant) * turn
    cosine, sine = np.cos(angle)[:, None], np.sin(angle)[:, None]
    return np.stack([cosine * wide - sine * high, sine * wide + cosine * high], axis=-1)


def _lean(before: NDArray[np.float32], after: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far what was upright leans after all bending and turning: radians, ``(N,)``.

    That is where the linear map that comes nearest to what has become of the points takes a line that was upright. A
    mere line does not tell its width: what is sought is the smallest change of that.

    Args:
        before: ``(N, SAMPLES, 2)``, the points of the path before.
        after: The same after.
    """
    flat = before - before.mean(axis=1, keepdims=True)
    moved = after - after.mean(axis=1, keepdims=True) - flat
    x, y = flat[..., 0], flat[..., 1]
    xx, xy, yy = (
        (x * x).sum(1) + np.float32(0.5),
        (x * y).sum(1),
        (y * y).sum(1),
    )  # (N,); the sum has 96 terms
    towards = np.einsum("nsa,nsb->nab", flat, moved)  # (N, 2, 2): of x and y, with the steps in x and y
    right, down = (
        (xx[:, None] * towards[:, 1] - xy[:, None] * towards[:, 0]) / (xx * yy - xy * xy)[:, None]
    ).T
    return np.asarray(np.arctan2(-right, 1 + down), dtype=np.float32)


def _inked(numbers: _Numbers, gaps: float) -> NDArray[np.bool_]:
    """Let the pen fail for a short way in some drawings: ``(N, SAMPLES)`` bool."""
    chance, middle, length = numbers.uniform(3).T
    fails = (chance < 0.05 * gaps)[:, None]
    away = np.abs(np.arange(SAMPLES) - middle[:, None] * SAMPLES)
    return np.asarray(~(fails & (away < (1.0 + 2.5 * length)[:, None])), dtype=np.bool_)
