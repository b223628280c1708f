"""From pen strokes to the 28×28 that the network sees, one drawing or thousands at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.coverage import END_WEIGHT, SPACING, coverage, kernel_width
from engine.data.ink.frame import BOX, PEN_WIDTH, SIZE, centre_by_mass
from engine.data.ink.steps import STAGE_LABELS, InkStage, InkSteps
from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Strokes = Sequence[ArrayLike]
    """The strokes of one drawing: a list of ``(N, 2)`` arrays, x right and y down."""
else:
    Strokes = Sequence

FAR = 1e150
"""Coordinates beyond this are drawn at this: their squares would not be numbers any more."""
MAX_SAMPLES = 1 << 16
"""So many samples are taken of one drawing at most; a path that needs more blackens everything anyway."""
LEAST_RADIUS = 0.25
"""A pen thinner than half a pixel is drawn half a pixel wide, or dots would fall between the pixels."""
SAMPLE_CLASSES = np.array([8, 16, 32, 48, 64, 80, 96, 128, 192, 256, 384, 512, 1024, 2048])
STAGE_SIZE = 112


def render_strokes(
    strokes: Strokes,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
) -> NDArray[np.uint8]:
    """Render one drawing as the network sees it.

    Args:
        strokes: The strokes, each ``(N, 2)`` floats, x right and y down, in any unit. A stroke of one point is a dot,
            one of none is nothing.
        steps: Which steps of the preparation are taken.
        pen_width: Width of the pen in the 28×28 picture in pixels.
        pen_width_drawn: Width of the pen on the pad in the strokes' unit; used where the step ``pen`` is off.
        canvas: Width and height of the pad in the strokes' unit; used where the step ``crop`` is off.

    Returns:
        ``(28, 28)`` uint8, 255 is ink; all zero for an empty drawing.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    drawings = [strokes]
    rendered = render_many(
        drawings, steps=steps, pen_width=pen_width, pen_width_drawn=pen_width_drawn, canvas=canvas
    )
    picture: NDArray[np.uint8] = rendered[0]
    return picture


def render_many(
    drawings: Sequence[Strokes],
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
) -> NDArray[np.uint8]:
    """Render many drawings as the network sees them; each comes out as ``render_strokes`` would make it.

    Args:
        drawings: N drawings, each a list of strokes.
        steps: As in ``render_strokes``, like all that follow.
        pen_width: Pixels.
        pen_width_drawn: In the strokes' unit.
        canvas: In the strokes' unit.

    Returns:
        ``(N, 28, 28)`` uint8.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    paths = _Paths.of(drawings)
    pen_width = _usable(pen_width)
    placement = _place(paths, steps, pen_width, pen_width_drawn, canvas)
    return _centred(_painted(paths, placement, steps.antialias), steps)


def stages(
    strokes: Strokes,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
) -> list[InkStage]:
    """Return the pictures on the way from the pad to the network's view.

    Args:
        strokes: As in ``render_strokes``, like all that follow.
        steps: Which steps of the preparation are taken.
        pen_width: Pixels.
        pen_width_drawn: In the strokes' unit.
        canvas: In the strokes' unit.

    Returns:
        Stages ``drawn`` and ``cropped`` (112×112), ``scaled`` and ``centred`` (28×28); the last one equals
        ``render_strokes`` of the same arguments.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    paths = _Paths.of([strokes])
    pen_width = _usable(pen_width)
    drawn_pen = _pen_on_paper(paths, pen_width, pen_width_drawn, canvas)
    whole = _whole(paths, canvas, drawn_pen, STAGE_SIZE, keep_aspect=True)
    drawn = _painted(paths, whole, True, STAGE_SIZE)
    cropped = drawn
    if steps.crop:
        box = _boxed(paths, drawn_pen, STAGE_SIZE, STAGE_SIZE, keep_aspect=True)
        cropped = _painted(paths, box, True, STAGE_SIZE)
    scaled = _painted(paths, _place(paths, steps, pen_width, pen_width_drawn, canvas), steps.antialias)
    pictures = {"drawn": drawn, "cropped": cropped, "scaled": scaled, "centred": _centred(scaled, steps)}
    return [InkStage(name, STAGE_LABELS[name], picture[0]) for name, picture in pictures.items()]


def _usable(pen_width: float) -> float:
    """Return a pen width in pixels that leaves room for a stroke in the box."""
    return float(np.clip(np.nan_to_num(pen_width, nan=PEN_WIDTH), 0.1, BOX * 0.8))


def _centred(images: NDArray[np.uint8], steps: InkSteps) -> NDArray[np.uint8]:
    return centre_by_mass(images) if steps.mass_centre else images  # which lie with their box in the middle


@dataclass(frozen=True, slots=True)
class _Paths:
    """All points of many drawings in one array.

    Attributes:
        points: ``(P, 2)`` float64.
        stroke: ``(P,)`` stroke of each point, counted through all drawings.
        drawing: ``(P,)`` drawing of each point.
        drawings: How many drawings there are.
        low: ``(drawings, 2)`` least coordinates of each drawing, 0 where it is empty.
        high: ``(drawings, 2)`` greatest coordinates of each drawing, 0 where it is empty.
    """

    points: NDArray[np.float64]
    stroke: NDArray[np.int64]
    drawing: NDArray[np.int64]
    drawings: int
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @classmethod
    def of(cls, drawings: Sequence[Strokes]) -> _Paths:
        arrays = [_checked(stroke) for drawing in drawings for stroke in drawing]
        lengths = np.array([len(array) for array in arrays], dtype=np.int64)
        owners = np.repeat(np.arange(len(drawings)), [len(drawing) for drawing in drawings])
        points = np.concatenate(arrays) if arrays else np.empty((0, 2))
        if not np.isfinite(points).all():
            raise DataError(
                "The drawing cannot be read.",
                cause="Some of its coordinates are not numbers.",
                remedy="Draw the digit again or mend the file that it came from.",
            )
        points = np.clip(points, -FAR, FAR)
        stroke = np.repeat(np.arange(len(arrays)), lengths)
        drawing = np.repeat(owners, lengths)
        low = np.zeros((len(drawings), 2))
        high = np.zeros((len(drawings), 2))
        if len(points):
            owners, first = np.unique(drawing, return_index=True)
            low[owners] = np.minimum.reduceat(points, first)
            high[owners] = np.maximum.reduceat(points, first)
        return cls(points, stroke, drawing, len(drawings), low, high)


def _checked(stroke: ArrayLike) -> NDArray[np.float64]:
    try:
        array = np.asarray(stroke, dtype=np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        array = np.empty((0, 0, 0))
        cause: BaseException | None = error
    else:
        cause = None
    if array.size == 0 and array.ndim in (1, 2):
        return np.empty((0, 2))
    if array.ndim != 2 or array.shape[1] != 2:
        raise DataError(
            "The drawing cannot be read.",
            cause="Each stroke must be a list of (x, y) pairs.",
            remedy="Draw the digit again or mend the file that it came from.",
        ) from cause
    return array


@dataclass(frozen=True, slots=True)
class _Placement:
    """Where drawings lie in a picture: pixel = (point - anchor) · scale + offset, for each drawing.

    Attributes:
        anchor: ``(drawings, 2)`` in the strokes' unit.
        scale: ``(drawings, 2)`` pixels for one unit.
        offset: ``(drawings, 2)`` pixels.
        radius: ``(drawings,)`` half the pen's width in pixels.
    """

    anchor: NDArray[np.float64]
    scale: NDArray[np.float64]
    offset: NDArray[np.float64]
    radius: NDArray[np.float64]


def _pen_on_paper(
    paths: _Paths, pen_width: float, drawn: float | None, canvas: tuple[float, float] | None
) -> NDArray[np.float64]:
    """Return the width of the pen in the strokes' unit for each drawing, guessed where it is not known."""
    if drawn is not None and np.isfinite(drawn) and drawn > 0:
        return np.full(paths.drawings, min(float(drawn), FAR))
    if canvas is not None:
        return np.full(paths.drawings, max(canvas) * pen_width / SIZE)
    extent = (paths.high - paths.low).max(axis=1)
    return np.asarray(np.where(extent > 0, extent, 1.0) * pen_width / (BOX - pen_width))


def _place(
    paths: _Paths,
    steps: InkSteps,
    pen_width: float,
    pen_width_drawn: float | None,
    canvas: tuple[float, float] | None,
) -> _Placement:
    drawn = _pen_on_paper(paths, pen_width, pen_width_drawn, canvas)
    fixed = pen_width if steps.pen else None
    if steps.crop:
        return _boxed(paths, drawn, BOX, SIZE, keep_aspect=steps.keep_aspect, pen_width=fixed)
    return _whole(paths, canvas, drawn, SIZE, keep_aspect=steps.keep_aspect, pen_width=fixed)


def _boxed(
    paths: _Paths,
    drawn_pen: NDArray[np.float64],
    box: int,
    size: int,
    *,
    keep_aspect: bool,
    pen_width: float | None = None,
) -> _Placement:
    """Bring the ink, pen included, to a box of ``box`` pixels in the middle of ``size`` pixels."""
    extent = paths.high - paths.low
    # A tap with a slightly moving hand is a dot, not a stroke to be blown up.
    reach = np.maximum(np.abs(paths.low), np.abs(paths.high)).max(axis=1)
    least = np.maximum(reach * 1e-9, 1e-100)
    if pen_width is None:
        scale = box / np.maximum(extent + drawn_pen[:, None], 1e-100)
    else:
        least = np.maximum(least, drawn_pen * 0.1)
        scale = np.where(
            extent > least[:, None], (box - pen_width) / np.maximum(extent, least[:, None]), np.inf
        )
    if keep_aspect:
        scale = np.broadcast_to(scale.min(axis=1, keepdims=True), scale.shape)
    scale = np.where(np.isfinite(scale), scale, 0.0)
    if pen_width is None:
        radius = np.clip(np.sqrt(scale.prod(axis=1)) * drawn_pen / 2, LEAST_RADIUS, box / 2)
    else:
        radius = np.full(paths.drawings, pen_width / 2)
    ink = extent * scale + 2 * radius[:, None]
    # Whole pixels, so that the ink's edges fall on pixel edges as in MNIST.
    offset = np.floor(np.maximum(size - ink, 0.0) / 2) + radius[:, None]
    return _Placement(paths.low, scale, offset, radius)


def _whole(
    paths: _Paths,
    canvas: tuple[float, float] | None,
    drawn_pen: NDArray[np.float64],
    size: int,
    *,
    keep_aspect: bool,
    pen_width: float | None = None,
) -> _Placement:
    """Shrink the whole pad to ``size`` pixels; without a pad the box around the ink stands for it."""
    if canvas is None:
        low = paths.low - drawn_pen[:, None] / 2
        extent = paths.high - paths.low + drawn_pen[:, None]
    else:
        low = np.zeros((paths.drawings, 2))
        extent = np.broadcast_to(np.asarray(canvas, dtype=np.float64), (paths.drawings, 2))
    scale = size / np.maximum(extent, 1e-100)
    if keep_aspect:
        scale = np.broadcast_to(scale.min(axis=1, keepdims=True), scale.shape)
    if pen_width is None:
        radius = np.clip(np.sqrt(scale.prod(axis=1)) * drawn_pen / 2, LEAST_RADIUS, size / 2)
    else:
        radius = np.full(paths.drawings, pen_width / 2)
    return _Placement(low, scale, (size - extent * scale) / 2, radius)


def _painted(paths: _Paths, placement: _Placement, antialias: bool, size: int = SIZE) -> NDArray[np.uint8]:
    """Paint all drawings: ``(drawings, size, size)`` uint8."""
    pictures = np.zeros((paths.drawings, size, size), dtype=np.uint8)
    if not len(paths.points):
        return pictures
    owner = paths.drawing
    points = (paths.points - placement.anchor[owner]) * placement.scale[owner] + placement.offset[owner]
    samples, weight, drawing = _sampled(points, paths.stroke, owner, placement.radius, paths.drawings, size)
    counts = np.bincount(drawing, minlength=paths.drawings)
    order = np.argsort(drawing, kind="stable")
    samples, weight, drawing = samples[order], weight[order], drawing[order]
    starts = np.cumsum(counts) - counts
    # Each drawing is padded to a length that follows from itself alone: the same bytes whatever the company.
    longest = np.minimum(np.searchsorted(SAMPLE_CLASSES, counts), len(SAMPLE_CLASSES) - 1)
    padded = np.where(
        counts > SAMPLE_CLASSES[-1],
        -(-counts // SAMPLE_CLASSES[-1]) * SAMPLE_CLASSES[-1],
        SAMPLE_CLASSES[longest],
    )
    for length in np.unique(padded[counts > 0]):
        chosen = np.flatnonzero((padded == length) & (counts > 0))
        block = max(1, (1 << 20) // int(length))
        for begin in range(0, len(chosen), block):
            some = chosen[begin : begin + block]
            column = np.arange(length)
            inside = column < counts[some, None]  # (N, K)
            index = np.where(inside, starts[some, None] + column, 0)
            x, y = (samples[index, axis].astype(np.float32) for axis in (0, 1))
            weights = np.where(inside, weight[index], 0.0).astype(np.float32)
            pictures[some] = coverage(x, y, weights, placement.radius[some], size=size, antialias=antialias)
    return pictures


def _sampled(
    points: NDArray[np.float64],
    stroke: NDArray[np.int64],
    drawing: NDArray[np.int64],
    radius: NDArray[np.float64],
    drawings: int,
    size: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Walk along the strokes at even steps; return samples ``(S, 2)``, their weights and their drawings."""
    joined = np.flatnonzero(stroke[1:] == stroke[:-1])
    margin = radius[drawing] + 2.0
    begin, end, kept = _clipped(points[joined], points[joined + 1], margin[joined], size)
    joined = joined[kept]
    length = np.hypot(end[:, 0] - begin[:, 0], end[:, 1] - begin[:, 1])
    owner = stroke[joined]
    width = kernel_width(radius)
    spacing = SPACING * width
    whole = np.bincount(drawing[joined], weights=length, minlength=drawings)
    spacing = np.maximum(spacing, whole / MAX_SAMPLES)

    last = np.flatnonzero(np.append(stroke[1:] != stroke[:-1], True))
    first = np.append(0, last[:-1] + 1)
    dots = np.unique(np.concatenate([first, last]))
    dots = dots[
        ((points[dots] > -margin[dots, None]) & (points[dots] < size + margin[dots, None])).all(axis=1)
    ]
    samples, weights, drawn = [points[dots]], [np.full(len(dots), END_WEIGHT)], [drawing[dots]]
    # A stroke of one point has its two ends in one.
    single = np.isin(dots, first) & np.isin(dots, last)
    weights[0][single] = 1.0

    if len(joined):
        strokes, where = np.unique(owner, return_inverse=True)
        lengths = np.bincount(where, weights=length)
        of_drawing = drawing[joined[np.searchsorted(owner, strokes)]]
        count = np.ceil(lengths / spacing[of_drawing]).astype(np.int64)
        base = np.cumsum(lengths) - lengths
        which = np.repeat(np.arange(len(strokes)), count)
        step = (np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)) + 0.5
        way = base[which] + step * (lengths / np.maximum(count, 1))[which]
        ends = np.cumsum(length)
        segment = np.minimum(np.searchsorted(ends, way), len(ends) - 1)
        share = (way - (ends - length)[segment]) / np.maximum(length[segment], 1e-12)
        share = np.clip(share, 0.0, 1.0)[:, None]
        samples.append(begin[segment] * (1 - share) + end[segment] * share)
        density = (lengths / np.maximum(count, 1)) / (width[of_drawing] * np.sqrt(2 * np.pi))
        weights.append(density[which])
        drawn.append(of_drawing[which])
    return np.concatenate(samples), np.concatenate(weights), np.concatenate(drawn)


def _clipped(
    begin: NDArray[np.float64], end: NDArray[np.float64], margin: NDArray[np.float64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Cut segments to the picture and a margin; return new ends and the indices of segments that are left.

    Source: Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
    """
    low, high = -margin[:, None], size + margin[:, None]
    inside = ((begin >= low) & (begin <= high) & (end >= low) & (end <= high)).all(axis=1)
    if inside.all():
        return begin, end, np.arange(len(begin))
    way = end - begin
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        near = np.where(
            way == 0, np.where((begin < low) | (begin > high), np.inf, -np.inf), (low - begin) / way
        )
        far = np.where(way == 0, np.inf, (high - begin) / way)
    enter = np.clip(np.minimum(near, far).max(axis=1, initial=0.0), 0.0, None)
    leave = np.clip(np.maximum(near, far).min(axis=1, initial=1.0), None, 1.0)
    kept = np.flatnonzero(enter <= leave)
    enter, leave = enter[kept, None], leave[kept, None]
    # Rounding may leave an end of a very long segment slightly outside.
    limits = low[kept] - 1, high[kept] + 1
    new_begin = np.clip(begin[kept] + enter * way[kept], *limits)
    new_end = np.clip(begin[kept] + leave * way[kept], *limits)
    return new_begin, new_end, kept
