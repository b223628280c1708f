"""From skeletons to matrices: each point of the pen's path as a weighted sum of a skeleton's points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.data.generated.skeletons import SKELETONS, Skeleton

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAMPLES = 96
"""Points of a drawing's path, those between two strokes included."""
ROUNDING = 0.045
"""Width of the kernel that rounds corners, as a share of the whole path."""
FINE = 24
"""Points between two neighbouring points of a skeleton while lengths are measured."""


@dataclass(frozen=True, slots=True, eq=False)
class PathModel:
    """A skeleton made ready for drawing many times.

    Attributes:
        skeleton: What it was made from.
        poses: ``(poses, C, 2)`` float32, in digit heights, around the middle of the digit.
        stroke: ``(C,)`` int64, the stroke of each point.
        together: ``(C, C)`` float32: moves neighbours on a stroke together, for independent random steps.
        ends: ``(C, C)`` float32: for the ends of strokes the way from the neighbouring point, else nothing.
        sharp: ``(SAMPLES, C)`` float32: points of the path = sharp @ points of the skeleton.
        rounded: ``(SAMPLES, C)`` float32, the same with rounded corners.
        pen_down: ``(SAMPLES,)`` bool.
    """

    skeleton: Skeleton
    poses: NDArray[np.float32]
    stroke: NDArray[np.int64]
    together: NDArray[np.float32]
    ends: NDArray[np.float32]
    sharp: NDArray[np.float32]
    rounded: NDArray[np.float32]
    pen_down: NDArray[np.bool_]


@cache
def path_models() -> tuple[PathModel, ...]:
    """Return one model for each skeleton, in their order."""
    return tuple(_path_model(skeleton) for skeleton in SKELETONS)


def _path_model(skeleton: Skeleton) -> PathModel:
    parsed = [[_points(stroke) for stroke in pose] for pose in skeleton.poses]
    corners = [corner for _, corner in parsed[0]]
    poses = np.stack([np.concatenate([points for points, _ in pose]) for pose in parsed])
    counts = [len(corner) for corner in corners]
    stroke = np.repeat(np.arange(len(counts)), counts)
    mean = poses.mean(axis=0)

    closed = [
        bool((mean[stroke == number][0] == mean[stroke == number][-1]).all()) for number in range(len(counts))
    ]

    splines, lengths = [], []
    for number in range(len(counts)):
        points = mean[stroke == number]
        spline = _spline(points, corners[number])
        path = spline @ points
        splines.append((spline, np.append(0.0, np.cumsum(np.hypot(*np.diff(path, axis=0).T)))))
        lengths.append(splines[-1][1][-1])
    samples = _shared_out(SAMPLES - (len(counts) - 1), np.array(lengths))

    total = stroke.size
    sharp = np.zeros((SAMPLES, total))
    rounded = np.zeros((SAMPLES, total))
    pen_down = np.ones(SAMPLES, dtype=bool)
    row = 0
    for number, (spline, way) in enumerate(splines):
        at = np.linspace(0, way[-1], samples[number])
        columns = stroke == number
        even = np.stack([np.interp(at, way, column) for column in spline.T], axis=1)
        block = slice(row, row + samples[number])
        sharp[block, columns] = even
        gap = np.abs(at[:, None] - at[None, :])
        if closed[number]:
            gap = np.minimum(gap, way[-1] - gap)
        kernel = np.exp(-0.5 * (gap / (ROUNDING * sum(lengths))) ** 2)
        rounded[block, columns] = kernel / kernel.sum(axis=1, keepdims=True) @ even
        row += samples[number]
        if number + 1 < len(splines):
            pen_down[row] = False
            sharp[row, np.flatnonzero(columns)[-1]] = rounded[row, np.flatnonzero(columns)[-1]] = 1.0
            row += 1

    ends = np.zeros((total, total))
    for number in range(len(counts)):
        mine = np.flatnonzero(stroke == number)
        ends[mine[0], mine[0]], ends[mine[0], mine[1]] = 1.0, -1.0
        ends[mine[-1], mine[-1]], ends[mine[-1], mine[-2]] = 1.0, -1.0
    together = _together(stroke, closed)
    low, high = mean.min(axis=0), mean.max(axis=0)
    arrays = (
        array.astype(np.float32) for array in (poses - (low + high) / 2, together, ends, sharp, rounded)
    )
    placed, together32, ends32, sharp32, rounded32 = arrays
    return PathModel(skeleton, placed, stroke, together32, ends32, sharp32, rounded32, pen_down)


def _together(stroke: NDArray[np.int64], closed: list[bool]) -> NDArray[np.float64]:
    """Return weights that make independent steps of deviation 1 into steps like those of the neighbours."""
    away = np.abs(np.arange(stroke.size)[:, None] - np.arange(stroke.size)[None, :])
    for number, round_about in enumerate(closed):
        mine = np.flatnonzero(stroke == number)
        if round_about:  # the last point is the first one again
            inner = away[np.ix_(mine, mine)]
            away[np.ix_(mine, mine)] = np.minimum(inner, len(mine) - 1 - inner)
    weights = np.exp(-0.5 * (away / 1.6) ** 2) * (stroke[:, None] == stroke[None, :])
    weights /= np.sqrt((weights**2).sum(axis=1, keepdims=True))
    return np.asarray(0.95 * weights + 0.2 * np.eye(stroke.size))


def _points(stroke: str) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Read a stroke: its points ``(C, 2)`` in digit heights, and which of them are corners."""
    parts = [part.strip() for part in stroke.split(",")]
    points = np.array([[float(number) for number in part.rstrip("^").split()] for part in parts]) / 100
    return points, np.array([part.endswith("^") for part in parts])


def _shared_out(samples: int, lengths: NDArray[np.float64]) -> NDArray[np.int64]:
    """Share samples out among strokes by length, at least four each."""
    shares: NDArray[np.int64] = np.maximum(np.floor(samples * lengths / lengths.sum()), 4).astype(np.int64)
    shares[int(lengths.argmax())] += samples - shares.sum()
    return shares


def _spline(points: NDArray[np.float64], corner: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the weights of a smooth curve through points, ``(F, C)``; corners part it.

    Source: Catmull and Rom, "A class of local interpolating splines", 1974, with centripetal knots.
    """
    count = len(points)
    breaks = [0, *(int(number) for number in np.flatnonzero(corner) if 0 < number < count - 1), count - 1]
    closed = len(breaks) == 2 and bool((points[0] == points[-1]).all())
    pieces = [np.eye(count)[:1]]
    for first, last in pairwise(breaks):
        knots = np.append(
            0.0, np.cumsum(np.sqrt(np.hypot(*np.diff(points[first : last + 1], axis=0).T)) + 1e-6)
        )
        tangents = _tangents(knots, closed)
        for number in range(last - first):
            share = np.arange(1, FINE + 1)[:, None] / FINE
            step = knots[number + 1] - knots[number]
            here, there = np.eye(count)[first + number], np.eye(count)[first + number + 1]
            leaving, arriving = np.zeros(count), np.zeros(count)
            leaving[first : last + 1], arriving[first : last + 1] = tangents[number], tangents[number + 1]
            pieces.append(
                (2 * share**3 - 3 * share**2 + 1) * here
                + (share**3 - 2 * share**2 + share) * step * leaving
                + (3 * share**2 - 2 * share**3) * there
                + (share**3 - share**2) * step * arriving
            )
    return np.concatenate(pieces)


def _tangents(knots: NDArray[np.float64], closed: bool) -> NDArray[np.float64]:
    """Return the slope at each knot as weights of the points: ``(C, C)``."""
    count = len(knots)
    slopes = np.zeros((count - 1, count))  # of the straight ways between neighbours
    index = np.arange(count - 1)
    steps = np.diff(knots)
    slopes[index, index], slopes[index, index + 1] = -1 / steps, 1 / steps
    tangents = np.zeros((count, count))
    for number in range(1, count - 1):
        before, after = steps[number - 1], steps[number]
        tangents[number] = (after * slopes[number - 1] + before * slopes[number]) / (before + after)
    if closed:
        before, after = steps[-1], steps[0]
        tangents[0] = tangents[-1] = (after * slopes[-1] + before * slopes[0]) / (before + after)
    elif count > 2:
        tangents[0] = 1.5 * slopes[0] - 0.5 * tangents[1]
        tangents[-1] = 1.5 * slopes[-1] - 0.5 * tangents[-2]
    else:
        tangents[0] = tangents[-1] = slopes[0]
    return tangents
