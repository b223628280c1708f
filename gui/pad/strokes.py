"""The geometry of strokes: smooth them, cut them beyond the paper's edge, and erase parts of them.

All lengths are in pad pixels: the paper is ``SIDE`` of them wide and high however large the window shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

SIDE = 280.0
"""Width and height of the paper: ten pad pixels to each of the network's 28."""
SPACING = 2.0
"""Distance of points along a smoothed stroke."""
TREMOR = 6.0
"""Points nearer to each other than this are evened out: there a hand trembles and a mouse counts whole pixels."""
TOO_SHORT = 1e-6
"""What is shorter than this after a cut is an error of rounding."""
CORNER = 0.5  # cos 60°
"""Turns sharper than this are meant as corners."""
BEYOND = 56.0
"""How far outside the paper a stroke that touches it is kept: a hand that draws large does not see the edge."""


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One pull of the pen.

    Attributes:
        points: ``(N, 2)`` float64, N ≥ 1, x right and y down; one point is a dot.
        width: Width of the round pen; the mean where that changes along the way.
        widths: ``(N,)`` width at each point, where the hand pressed now more, now less; None for an even pen.
    """

    points: NDArray[np.float64]
    width: float
    widths: NDArray[np.float64] | None = None

    @classmethod
    def of(cls, path: NDArray[np.float64], width: float) -> Stroke:
        """Return the stroke along a path.

        Args:
            path: ``(N, 2)``, or ``(N, 3)`` where the third number is the width of the pen there.
            width: Width of the pen where the path does not say it.
        """
        if path.shape[1] == 2:
            return cls(path, width)
        points, widths = np.ascontiguousarray(path[:, :2]), np.ascontiguousarray(path[:, 2])
        steps = np.hypot(*np.diff(points, axis=0).T)
        whole = float(steps.sum())
        mean = float(steps @ (widths[1:] + widths[:-1]) / 2 / whole) if whole > 0 else float(widths.max())
        return cls(points, mean, widths)

    @property
    def path(self) -> NDArray[np.float64]:
        """The points, and beside each the width of the pen where that changes: ``(N, 2)`` or ``(N, 3)``."""
        return self.points if self.widths is None else np.column_stack([self.points, self.widths])

    @property
    def widest(self) -> float:
        """Width where it is widest."""
        return self.width if self.widths is None else float(self.widths.max())

    @property
    def length(self) -> float:
        """Length of the path."""
        return path_length(self.points)


def path_length(points: NDArray[np.float64]) -> float:
    """Return the length of a path ``(N, 2)``, or of one that says the pen's width, too."""
    way = np.diff(points, axis=0)
    return float(np.hypot(way[:, 0], way[:, 1]).sum())


def mean_width(strokes: Iterable[Stroke], otherwise: float) -> float:
    """Return the mean width of the pen along all strokes; ``otherwise`` where there are none."""
    weights = [(stroke.length + stroke.width, stroke.width) for stroke in strokes]
    whole = sum(weight for weight, _ in weights)
    return sum(weight * width for weight, width in weights) / whole if whole > 0 else otherwise


def smoothed(points: ArrayLike) -> NDArray[np.float64]:
    """Return a smooth path through the points that a pen passed.

    Points close together lose their tremor, and a curve is laid through points far apart; corners stay corners. The
    ends stay where they are.

    Args:
        points: ``(N, 2)``, or ``(N, 3)`` with the width of the pen, which goes over as smoothly.

    Returns:
        ``(M, 2)`` or ``(M, 3)`` float64.

    Source: the curve is a cubic Hermite spline with tangents as in Catmull and Rom, "A Class of Local Interpolating
    Splines", 1974, shortened to the nearer neighbour.
    """
    path = _distinct(_path(points))
    if len(path) < 3:
        return path
    curve = _curve(_steadied(path))
    if path.shape[1] > 2:  # a curve swings beyond its points, a pen is not wider than it was pressed
        curve[:, 2] = curve[:, 2].clip(path[:, 2].min(), path[:, 2].max())
    return curve


def _path(points: ArrayLike) -> NDArray[np.float64]:
    """Return points as ``(N, 2)``, or ``(N, 3)`` with the width of the pen."""
    path = np.asarray(points, dtype=np.float64)
    return path if path.ndim == 2 and path.shape[1] == 3 else path.reshape(-1, 2)


def _distinct(path: NDArray[np.float64]) -> NDArray[np.float64]:
    moved = (
        np.append(True, (np.diff(path[:, :2], axis=0) != 0).any(axis=1)) if len(path) else np.empty(0, bool)
    )
    return np.asarray(path[moved])


def _steadied(path: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pull each inner point towards the middle of its neighbours, the more the nearer they are."""
    step = np.hypot(*np.diff(path[:, :2], axis=0).T)
    pull = np.clip(1.0 - np.maximum(step[:-1], step[1:]) / TREMOR, 0.0, 1.0)[:, None] * 0.5
    for _ in range(2):
        middle = (path[:-2] + path[2:]) / 2
        path = np.concatenate([path[:1], path[1:-1] * (1 - pull) + middle * pull, path[-1:]])
    return path


def _curve(path: NDArray[np.float64]) -> NDArray[np.float64]:
    way = np.diff(path, axis=0)  # (N-1, 2)
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-12)
    heading = way / length[:, None]
    turn = (heading[:-1, :2] * heading[1:, :2]).sum(axis=1)
    tangent = np.zeros_like(path)
    between = path[2:] - path[:-2]
    size = np.maximum(np.hypot(between[:, 0], between[:, 1]), 1e-12)
    tangent[1:-1] = np.where((turn > CORNER)[:, None], between / size[:, None], 0.0)
    # The ends go on bending as their neighbours do.
    tangent[0], tangent[-1] = 1.5 * heading[0] - 0.5 * tangent[1], 1.5 * heading[-1] - 0.5 * tangent[-2]

    count = np.maximum(np.ceil(length / SPACING), 1).astype(np.int64)
    segment = np.repeat(np.arange(len(way)), count)
    first = np.repeat(np.cumsum(count) - count, count)
    t = ((np.arange(len(segment)) - first) / count[segment])[:, None]  # (M, 1) in [0, 1)
    begin, end = path[segment], path[segment + 1]
    reach = length[segment][:, None]
    # At a corner the path leaves straight towards the next point.
    leave = (
        np.where(tangent[segment, :2].any(axis=1, keepdims=True), tangent[segment], heading[segment]) * reach
    )
    arrive = (
        np.where(tangent[segment + 1, :2].any(axis=1, keepdims=True), tangent[segment + 1], heading[segment])
        * reach
    )
    square, cube = t * t, t * t * t
    curve = (
        begin * (2 * cube - 3 * square + 1)
        + leave * (cube - 2 * square + t)
        + end * (3 * square - 2 * cube)
        + arrive * (cube - square)
    )
    return np.concatenate([curve, path[-1:]])


def on_paper(points: ArrayLike, side: float = SIDE) -> list[NDArray[np.float64]]:
    """Return the parts of a path that touch the paper, each as far as it goes, but for what is far outside.

    A loop that runs out at an edge and comes back stays one loop: the network sees it as it was drawn. What never
    touches the paper is nothing.

    Args:
        points: ``(N, 2)``, or ``(N, 3)`` with the width of the pen.
        side: Width and height of the paper.

    Returns:
        Paths ``(M, 2)`` or ``(M, 3)`` in order, cut where they are farther than ``BEYOND`` outside.
    """
    path = _path(points)
    parts = _cut(path, -BEYOND, side + BEYOND)
    return [part for part in parts if len(_spans(part, 0.0, side)[0]) or _is_within(part, 0.0, side).any()]


def _is_within(path: NDArray[np.float64], low: float, high: float) -> NDArray[np.bool_]:
    return np.asarray(((path[:, :2] >= low) & (path[:, :2] <= high)).all(axis=1))


def _cut(path: NDArray[np.float64], low: float, high: float) -> list[NDArray[np.float64]]:
    """Return the parts of a path within a square."""
    if _is_within(path, low, high).all():
        return [path] if len(path) else []
    kept, enter, leave = _spans(path, low, high)
    spans = zip(kept.tolist(), enter.tolist(), leave.tolist(), strict=True)
    parts = _joined(path, spans)
    for part in parts:
        part[:, :2] = part[:, :2].clip(low, high)
    return parts


def _spans(
    path: NDArray[np.float64], low: float, high: float
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return which segments of a path meet a square, and from where to where, as shares in [0, 1]."""
    begin, way = path[:-1, :2], np.diff(path[:, :2], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        near, far = (low - begin) / way, (high - begin) / way
    still = way == 0
    within = (begin >= low) & (begin <= high)
    enter = np.where(still, np.where(within, -np.inf, np.inf), np.minimum(near, far)).max(
        axis=1, initial=-np.inf
    )
    leave = np.where(still, np.where(within, np.inf, -np.inf), np.maximum(near, far)).min(
        axis=1, initial=np.inf
    )
    enter, leave = np.maximum(enter, 0.0), np.minimum(leave, 1.0)
    kept = np.flatnonzero(enter < leave)
    return kept, enter[kept], leave[kept]


def erased(strokes: Sequence[Stroke], begin: ArrayLike, end: ArrayLike, radius: float) -> tuple[Stroke, ...]:
    """Return what is left of strokes after a round eraser was pulled from one point to another.

    A stroke is cut so far away that its round end just touches the eraser. Strokes that the eraser does not touch are
    returned as they are, the same objects.

    Args:
        strokes: The strokes.
        begin: ``(2,)`` where the eraser came from.
        end: ``(2,)`` where it went.
        radius: Half the eraser's width.
    """
    start, stop = np.asarray(begin, dtype=np.float64), np.asarray(end, dtype=np.float64)
    left: list[Stroke] = []
    for stroke in strokes:
        reach = radius + stroke.widest / 2
        low, high = stroke.points.min(axis=0) - reach, stroke.points.max(axis=0) + reach
        if (np.maximum(start, stop) < low).any() or (np.minimum(start, stop) > high).any():
            left.append(stroke)
            continue
        parts = _outside(stroke, start, stop, radius)
        if parts is None:
            left.append(stroke)
        else:
            left.extend(Stroke.of(part, stroke.width) for part in parts)
    return tuple(left)


def _outside(
    stroke: Stroke, begin: NDArray[np.float64], end: NDArray[np.float64], radius: float
) -> list[NDArray[np.float64]] | None:
    """Return the paths that are left of a stroke by an eraser of ``radius`` along a segment; None if all of it is."""
    points, path = stroke.points, stroke.path
    if len(path) == 1:
        return [] if _distance(points, begin, end)[0] <= radius + stroke.widest / 2 else None
    # (N-1,): of each segment, where it is widest
    wide = np.full(len(path) - 1, stroke.width)
    if stroke.widths is not None:
        wide = np.maximum(stroke.widths[:-1], stroke.widths[1:])
    reach = radius + wide / 2
    gone = _within(points[:-1], points[1:], begin, end, reach)  # (N-1, 2): from t to t, empty where from > to
    if not (gone[:, 0] <= gone[:, 1]).any():
        return None
    spans: list[tuple[int, float, float]] = []
    for index, (low, high) in enumerate(gone.tolist()):
        if low > high:
            spans.append((index, 0.0, 1.0))
        else:
            spans += [(index, 0.0, low)] * (low > 0.0) + [(index, high, 1.0)] * (high < 1.0)
    return [part for part in _joined(path, spans) if path_length(part) > TOO_SHORT]


def _joined(
    path: NDArray[np.float64], spans: Iterable[tuple[int, float, float]]
) -> list[NDArray[np.float64]]:
    """Join spans of a path's segments, each (segment, from t, to t) and in order, to paths."""
    parts: list[list[NDArray[np.float64]]] = []
    open_end = -1  # the segment that may go on where the last span ended
    for index, low, high in spans:
        a, b = path[index], path[index + 1]
        if index != open_end or low > 0.0:
            parts.append([a + (b - a) * low])
        parts[-1].append(b if high >= 1.0 else a + (b - a) * high)
        open_end = index + 1 if high >= 1.0 else -1
    return [_distinct(np.array(part)) for part in parts]


def _within(
    begin: NDArray[np.float64],
    end: NDArray[np.float64],
    start: NDArray[np.float64],
    stop: NDArray[np.float64],
    reach: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return from where to where, as shares in [0, 1], segments lie within ``reach`` of one segment: ``(N, 2)``.

    What is near a segment is convex: two discs and the band between them, and a line meets it in one span.
    """
    spans = [_within_disc(begin, end, centre, reach) for centre in (start, stop)]
    along = stop - start
    length = float(np.hypot(*along))
    if length > 1e-9:
        axis = along / length
        across = np.array([-axis[1], axis[0]])
        spans.append(_within_box(begin, end, start, axis, across, length, reach))
    low = np.minimum.reduce([np.where(span[:, 0] <= span[:, 1], span[:, 0], np.inf) for span in spans])
    high = np.maximum.reduce([np.where(span[:, 0] <= span[:, 1], span[:, 1], -np.inf) for span in spans])
    return np.stack([low, high], axis=1)


def _within_disc(
    begin: NDArray[np.float64],
    end: NDArray[np.float64],
    centre: NDArray[np.float64],
    reach: NDArray[np.float64],
) -> NDArray[np.float64]:
    way, offset = end - begin, begin - centre
    a = (way * way).sum(axis=1)
    b = (way * offset).sum(axis=1)
    c = (offset * offset).sum(axis=1) - reach * reach
    root = b * b - a * c
    moving = a > 0
    safe = np.where(moving, a, 1.0)
    width = np.sqrt(np.maximum(root, 0.0))
    low = np.where(moving, np.maximum((-b - width) / safe, 0.0), 0.0)
    high = np.where(moving, np.minimum((-b + width) / safe, 1.0), 1.0)
    missed = np.where(moving, root < 0, c > 0)
    return np.stack([np.where(missed, 2.0, low), np.where(missed, -2.0, high)], axis=1)


def _within_box(
    begin: NDArray[np.float64],
    end: NDArray[np.float64],
    start: NDArray[np.float64],
    axis: NDArray[np.float64],
    across: NDArray[np.float64],
    length: float,
    reach: NDArray[np.float64],
) -> NDArray[np.float64]:
    frame = np.stack([axis, across], axis=1)
    here, way = (begin - start) @ frame, (end - begin) @ frame
    low_edge = np.stack([np.zeros_like(reach), -reach], axis=1)
    high_edge = np.stack([np.full_like(reach, length), reach], axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        near, far = (low_edge - here) / way, (high_edge - here) / way
    still = way == 0
    inside = (here >= low_edge) & (here <= high_edge)
    enter = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(near, far)).max(axis=1)
    leave = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(near, far)).min(axis=1)
    return np.stack([np.maximum(enter, 0.0), np.minimum(leave, 1.0)], axis=1)


def _distance(
    points: NDArray[np.float64], begin: NDArray[np.float64], end: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distance of points ``(N, 2)`` to a segment: ``(N,)``."""
    way = end - begin
    square = float(way @ way)
    share = np.clip((points - begin) @ way / square, 0.0, 1.0) if square > 0 else np.zeros(len(points))
    nearest = begin + share[:, None] * way
    return np.asarray(np.hypot(*(points - nearest).T))
