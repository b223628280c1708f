"""From pen strokes to the 28×28 that the network sees, one drawing or thousands at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.ink.coverage import coverage
from engine.data.ink.frame import BOX, PEN_WIDTH, SIZE, Place, centre_by_mass, centring, inked
from engine.data.ink.placing import Paths, boxed, pen_on_paper, place, whole
from engine.data.ink.sampling import sampled
from engine.data.ink.steps import STAGE_LABELS, InkStage, InkSteps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from engine.data.ink.placing import Placement, Strokes

    Widths = Sequence[ArrayLike] | None
    """Of one drawing's strokes, the width of the pen at each point."""

SAMPLE_CLASSES = (8, 16, 32, 48, 64, 80, 96, 128, 192, 256, 384, 512, 1024, 2048)
"""Numbers of samples to which drawings are filled up, so that like ones are painted together."""
STAGE_SIZE = 112


def render_strokes(
    strokes: Strokes,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
    widths: Widths = None,
) -> NDArray[np.uint8]:
    """Render one drawing as the network sees it.

    Args:
        strokes: The strokes, each ``(N, 2)`` floats, x right and y down, in any unit. A stroke of one point is a dot,
            one of none is nothing.
        steps: Which steps of the preparation are taken.
        pen_width: Width of the pen in the 28×28 picture in pixels.
        pen_width_drawn: Width of the pen on the pad in the strokes' unit; used where the step ``pen`` is off.
        canvas: Width and height of the pad in the strokes' unit; used where the step ``crop`` is off.
        widths: For each stroke ``(N,)`` the width of the pen at its points, in the strokes' unit, where it was pressed
            now more, now less and ``pen_width_drawn`` is the mean of that; used where the step ``pen`` is off.

    Returns:
        ``(28, 28)`` uint8, 255 is ink; all zero for an empty drawing.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    return scaled_and_centred(
        *(strokes, steps, pen_width),
        pen_width_drawn=pen_width_drawn,
        canvas=canvas,
        widths=widths,
    )[1]


def scaled_and_centred(
    strokes: Strokes,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    *,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
    widths: Widths = None,
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Render one drawing as the network sees it, and as it is before that; all arguments are ``render_strokes``'s.

    Returns:
        The last two of the pictures that ``stages`` gives, each ``(28, 28)`` uint8.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    paths = _seen(Paths.of([strokes]), steps, widths, pen_width_drawn)
    pen_width, canvas = _usable(pen_width, canvas)
    scaled = _painted(paths, place(paths, steps, pen_width, pen_width_drawn, canvas), steps.antialias)
    return scaled[0], _centred(scaled, steps)[0]


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
    paths = Paths.of(drawings)
    pen_width, canvas = _usable(pen_width, canvas)
    placement = place(paths, steps, pen_width, pen_width_drawn, canvas)
    return _centred(_painted(paths, placement, steps.antialias), steps)


def stages(
    strokes: Strokes,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
    widths: Widths = None,
    seen: tuple[NDArray[np.uint8], NDArray[np.uint8]] | None = None,
) -> list[InkStage]:
    """Return the pictures on the way from the pad to the network's view.

    Args:
        strokes: As in ``render_strokes``, like all that follow.
        steps: Which steps of the preparation are taken.
        pen_width: Pixels.
        pen_width_drawn: In the strokes' unit.
        canvas: In the strokes' unit.
        widths: In the strokes' unit; used in the pictures that show the pen as it was drawn with.
        seen: What ``scaled_and_centred`` gave for the same arguments, where they were asked for before.

    Returns:
        Stages ``drawn`` and ``cropped`` (112×112), ``scaled`` and ``centred`` (28×28); the last one equals
        ``render_strokes`` of the same arguments.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    if seen is None:
        given: dict[str, Any] = {"pen_width_drawn": pen_width_drawn, "canvas": canvas, "widths": widths}
        seen = scaled_and_centred(strokes, steps, pen_width, **given)
    paths = Paths.of([strokes])
    pen_width, canvas = _usable(pen_width, canvas)
    drawn_pen = pen_on_paper(paths, pen_width, pen_width_drawn, canvas)
    by_hand = _as_drawn(paths, widths, pen_width_drawn)
    pad = whole(by_hand, canvas, drawn_pen, STAGE_SIZE, keep_aspect=True)
    drawn = _painted(by_hand, pad, True, STAGE_SIZE)[0]
    cropped = drawn
    if steps.crop:
        box = boxed(by_hand, drawn_pen, STAGE_SIZE, STAGE_SIZE, keep_aspect=True)
        cropped = _painted(by_hand, box, True, STAGE_SIZE)[0]
    pictures = {"drawn": drawn, "cropped": cropped, "scaled": seen[0], "centred": seen[1]}
    return [InkStage(name, STAGE_LABELS[name], picture) for name, picture in pictures.items()]


def place_of_view(
    strokes: Strokes,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    pen_width: float = PEN_WIDTH,
    pen_width_drawn: float | None = None,
    canvas: tuple[float, float] | None = None,
    widths: Widths = None,
) -> Place:
    """Return where on the pad the 28×28 lie that ``render_strokes`` makes of a drawing.

    Args:
        strokes: As in ``render_strokes``, like all that follow.
        steps: Which steps of the preparation are taken.
        pen_width: Pixels.
        pen_width_drawn: In the strokes' unit.
        canvas: In the strokes' unit.
        widths: In the strokes' unit.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    paths = _seen(Paths.of([strokes]), steps, widths, pen_width_drawn)
    pen_width, canvas = _usable(pen_width, canvas)
    lies = place(paths, steps, pen_width, pen_width_drawn, canvas)
    drawn = pen_on_paper(paths, pen_width, pen_width_drawn, canvas)
    moved = np.zeros(2)
    if steps.mass_centre:
        moved += centring(_painted(paths, lies, steps.antialias))[0]
    # A dot has no extent that would say how large it is: its pen does.
    scale = np.where(lies.scale[0] > 0, lies.scale[0], 2 * lies.radius[0] / drawn[0])
    left, top = lies.anchor[0] - (lies.offset[0] + moved) / scale
    across, down = SIZE / scale
    return Place(float(left), float(top), float(left + across), float(top + down))


def _as_drawn(paths: Paths, widths: Widths, pen: float | None) -> Paths:
    """Return a drawing with what is known of how the pen was pressed."""
    if widths is None or pen is None or not 0 < pen < np.inf:
        return paths
    return paths.pressed(widths, pen)


def _seen(paths: Paths, steps: InkSteps, widths: Widths, pen: float | None) -> Paths:
    """Return a drawing as the network sees it: with an even pen, unless that step is switched off."""
    return paths if steps.pen else _as_drawn(paths, widths, pen)


def _usable(pen_width: float, canvas: tuple[float, float] | None) -> tuple[float, tuple[float, float] | None]:
    """Return a pen width that leaves room for a stroke in the box, and the pad if it has any size."""
    pen_width = float(np.clip(np.nan_to_num(pen_width, nan=PEN_WIDTH), 0.1, BOX * 0.8))
    return pen_width, canvas if canvas is not None and all(0 < side < np.inf for side in canvas) else None


def _centred(images: NDArray[np.uint8], steps: InkSteps) -> NDArray[np.uint8]:
    return centre_by_mass(images) if steps.mass_centre else images  # which lie with their box in the middle


def _painted(paths: Paths, placement: Placement, antialias: bool, size: int = SIZE) -> NDArray[np.uint8]:
    """Paint all drawings: ``(drawings, size, size)`` uint8."""
    pictures = np.zeros((paths.drawings, size, size), dtype=np.uint8)
    if not len(paths.points):
        return pictures
    owner = paths.drawing
    points = (paths.points - placement.anchor[owner]) * placement.scale[owner] + placement.offset[owner]
    samples, weight, drawing, thickness = sampled(
        points, paths.stroke, owner, placement.radius, paths.drawings, size, paths.thickness
    )
    counts = np.bincount(drawing, minlength=paths.drawings)
    order = np.argsort(drawing, kind="stable")
    samples, weight, drawing = samples[order], weight[order], drawing[order]
    thick = None if thickness is None else thickness[order].astype(np.float32)
    starts = np.cumsum(counts) - counts
    # Each drawing is padded to a length that follows from itself alone: the same bytes whatever the company.
    longest = np.minimum(np.searchsorted(SAMPLE_CLASSES, counts), len(SAMPLE_CLASSES) - 1)
    padded = np.where(
        counts > SAMPLE_CLASSES[-1],
        -(-counts // SAMPLE_CLASSES[-1]) * SAMPLE_CLASSES[-1],
        np.array(SAMPLE_CLASSES)[longest],
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
            pictures[some] = coverage(
                x,
                y,
                weights,
                placement.radius[some],
                size=size,
                antialias=antialias,
                thickness=None if thick is None else thick[index],
            )
    return inked(pictures) if size == SIZE else pictures
