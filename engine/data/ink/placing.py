"""Where drawings lie in a picture: checked strokes, their boxes, and the scale that each step asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.frame import BOX, SIZE
from engine.errors import DataError
from engine.records import dataclass

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from engine.data.ink.steps import InkSteps

    Strokes = Sequence[ArrayLike]
    """The strokes of one drawing: a list of ``(N, 2)`` arrays, x right and y down."""
else:
    Strokes = Sequence

FAR = 1e150
"""Coordinates beyond this are drawn at this: their squares would not be numbers any more."""
PRESSED = 0.1, 10.0
"""Thinnest and widest place of a stroke to its pen."""
LEAST_RADIUS = 0.25
"""A pen thinner than half a pixel is drawn half a pixel wide, or dots would fall between the pixels."""


@dataclass(frozen=True, slots=True)
class Paths:
    """All points of many drawings in one array.

    Attributes:
        points: ``(P, 2)`` float64.
        stroke: ``(P,)`` stroke of each point, counted through all drawings.
        drawing: ``(P,)`` drawing of each point.
        drawings: How many drawings there are.
        low: ``(drawings, 2)`` least coordinates of each drawing, 0 where it is empty.
        high: ``(drawings, 2)`` greatest coordinates of each drawing, 0 where it is empty.
        thickness: ``(P,)`` float64, how wide the pen is at each point: 1 is its width; None where it is even.
    """

    points: NDArray[np.float64]
    stroke: NDArray[np.int64]
    drawing: NDArray[np.int64]
    drawings: int
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    thickness: NDArray[np.float64] | None = None

    @classmethod
    def of(cls, drawings: Sequence[Strokes]) -> Paths:
        """Gather the points of drawings.

        Raises:
            DataError: If a stroke is not a list of finite (x, y) pairs.
        """
        arrays = [_checked(stroke) for drawing in drawings for stroke in drawing]
        lengths = np.array([len(array) for array in arrays], dtype=np.int64)
        owners = np.repeat(np.arange(len(drawings)), [len(drawing) for drawing in drawings])
        points = np.concatenate(arrays) if arrays else np.empty((0, 2))
        if not np.isfinite(points).all():
            raise DataError(
                "The drawing cannot be read.",
                cause="Some of its coordinates are not numbers.",
                remedy="Draw it again or mend the file that it came from.",
            )
        points = np.clip(points, -FAR, FAR)
        stroke = np.repeat(np.arange(len(arrays)), lengths)
        drawing = np.repeat(owners, lengths)
        low = np.zeros((len(drawings), 2))
        high = np.zeros((len(drawings), 2))
        if len(points):
            first = starts_of(drawing)
            owners = drawing[first]
            low[owners] = np.minimum.reduceat(points, first)
            high[owners] = np.maximum.reduceat(points, first)
        return cls(points, stroke, drawing, len(drawings), low, high)

    def pressed(self, widths: Sequence[ArrayLike], pen: float) -> Paths:
        """Return one drawing as a hand drew it that pressed now more, now less.

        Args:
            widths: For each stroke ``(N,)`` the width of the pen at its points, in the strokes' unit.
            pen: The width that the whole drawing counts as drawn with: its box is that of the ink, less this.

        Raises:
            DataError: If there is not one width for each point.
        """
        wide = np.concatenate([np.asarray(one, dtype=np.float64).ravel() for one in widths] or [np.empty(0)])
        if len(wide) != len(self.points) or not (wide >= 0).all():
            raise DataError(
                "The drawing cannot be read.",
                cause="It needs one width of the pen for each point.",
                remedy="Draw it again.",
            )
        if not len(wide):
            return self
        thickness = np.clip(wide / pen, *PRESSED)
        reach = (thickness - 1)[:, None] * pen / 2  # farther than that of the pen
        low, high = (self.points - reach).min(axis=0), (self.points + reach).max(axis=0)
        return replace(self, low=low[None], high=np.maximum(high, low)[None], thickness=thickness)


def starts_of(owner: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return where each run of equal numbers begins in ascending ones ``(P,)``; ``np.unique`` would sort them anew."""
    return np.flatnonzero(np.append(True, owner[1:] != owner[:-1])[: len(owner)])


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
            remedy="Draw it again or mend the file that it came from.",
        ) from cause
    return array


@dataclass(frozen=True, slots=True)
class Placement:
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


def pen_on_paper(
    paths: Paths, pen_width: float, drawn: float | None, canvas: tuple[float, float] | None
) -> NDArray[np.float64]:
    """Return the width of the pen in the strokes' unit for each drawing, guessed where it is not known."""
    if drawn is not None and np.isfinite(drawn) and drawn > 0:
        return np.full(paths.drawings, min(float(drawn), FAR))
    if canvas is not None:
        return np.full(paths.drawings, max(canvas) * pen_width / SIZE)
    extent = (paths.high - paths.low).max(axis=1)
    return np.asarray(np.where(extent > 0, extent, 1.0) * pen_width / (BOX - pen_width))


def place(
    paths: Paths,
    steps: InkSteps,
    pen_width: float,
    pen_width_drawn: float | None,
    canvas: tuple[float, float] | None,
) -> Placement:
    """Place drawings in the network's view as ``steps`` ask for."""
    drawn = pen_on_paper(paths, pen_width, pen_width_drawn, canvas)
    fixed = pen_width if steps.pen else None
    if steps.crop:
        return boxed(paths, drawn, BOX, SIZE, keep_aspect=steps.keep_aspect, pen_width=fixed)
    return whole(paths, canvas, drawn, SIZE, keep_aspect=steps.keep_aspect, pen_width=fixed)


def boxed(
    paths: Paths,
    drawn_pen: NDArray[np.float64],
    box: int,
    size: int,
    *,
    keep_aspect: bool,
    pen_width: float | None = None,
) -> Placement:
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
    return Placement(paths.low, scale, offset, radius)


def whole(
    paths: Paths,
    canvas: tuple[float, float] | None,
    drawn_pen: NDArray[np.float64],
    size: int,
    *,
    keep_aspect: bool,
    pen_width: float | None = None,
) -> Placement:
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
    return Placement(low, scale, (size - extent * scale) / 2, radius)
