"""Finding the digits in a drawing or an image where several stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.data.ink.frame import Place
from engine.data.ink.grouping import FRAGMENT, ROWS, Pieces, joined
from engine.data.ink.paper import patches_of, without_specks
from engine.data.ink.picture import ink_stages, read_ink
from engine.data.ink.placing import Paths
from engine.data.ink.steps import InkStage, InkSteps
from engine.data.ink.touching import cuts
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike, NDArray

    from engine.data.ink.placing import Strokes

MOST_STROKES = 48
"""More strokes than these are no digits, but a scribble."""
MOST_SAMPLES = 280
"""Points of all strokes together between which distances are measured."""
SPACING = 0.6 / ROWS
"""Distance of such points along a stroke as a share of the drawing's height, where they do not become too many."""
SMALLEST = 40
"""An image with no side longer than this shows one digit, and has no pixels to spare for gaps."""
COARSE = 160
"""Side of the small picture in which patches are looked for."""
INKED = 0.35
"""A pixel of the small picture with at least so much ink belongs to a patch."""
MOST_OUTLINE = 1500
"""Points of all patches together between which distances are measured."""


class Box(NamedTuple):
    """A rectangle in an image, in pixels; ``right`` and ``bottom`` are the first column and row outside."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, eq=False)
class ImageDigit:
    """One digit of an image.

    Attributes:
        box: Where it lies.
        stages: The pictures on the way to the network's view, as from ``image_stages``; the first shows the image.
        view_place: Where that view lies on the image, in pixels; it may reach beyond.
    """

    box: Box
    stages: list[InkStage]
    view_place: Place


def stand_in_lines(classes: Sequence[str]) -> bool:
    """Return whether classes are characters, of which several may be written side by side; shoes are not."""
    return all(len(name) == 1 for name in classes)


def group_strokes(strokes: Strokes, *, pen_width: float = 0.0) -> list[list[int]]:
    """Find the strokes of each digit.

    Args:
        strokes: The strokes, each ``(N, 2)`` floats, x right and y down, in any unit.
        pen_width: Width of the pen in the strokes' unit; strokes nearer than half of it touch.

    Returns:
        For each digit the indices of its strokes in ascending order; digits as one reads them, line by line and
        from left to right. Strokes of no points are left out.

    Raises:
        DataError: If a stroke is not a list of finite (x, y) pairs.
    """
    paths = Paths.of([strokes])
    drawn, owner = np.unique(paths.stroke, return_inverse=True)
    extent = float((paths.high - paths.low).max()) if len(drawn) else 0.0
    if not 1 < len(drawn) <= MOST_STROKES or extent <= 0:
        return [drawn.tolist()] if len(drawn) else []
    points = (paths.points - paths.low[0]) / extent  # so that no square becomes too large
    points, owner = _sampled(points, owner)
    return [drawn[group].tolist() for group in joined(Pieces.of(points, owner, pen_width / extent))]


def _sampled(
    points: NDArray[np.float64], owner: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Walk along the strokes at even steps, so that no gap between points is left."""
    strokes = np.split(points, np.flatnonzero(np.diff(owner)) + 1)
    ways = [np.append(0.0, np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))) for stroke in strokes]
    length = sum(float(way[-1]) for way in ways)
    spacing = max(SPACING * float(np.ptp(points[:, 1])), length / MOST_SAMPLES, 1e-9)
    walked = []
    for stroke, way in zip(strokes, ways, strict=True):
        at = np.linspace(0, way[-1], int(way[-1] / spacing) + 2)
        walked.append(np.stack([np.interp(at, way, axis) for axis in stroke.T], axis=1))
    return np.concatenate(walked), np.repeat(np.arange(len(walked)), [len(part) for part in walked])


def image_digits(
    image: ArrayLike,
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008 - frozen
    several: bool = True,
    part: Callable[[NDArray[np.uint8]], int | None] | None = None,
) -> list[ImageDigit]:
    """Bring each digit in an image to what the network sees.

    Args:
        image: As in ``normalize_image``.
        steps: Which steps of the preparation are taken.
        several: Whether digits side by side are parted.
        part: Given the views of all as one digit and of the two digits of each way to cut it, says which way it is
            cut, or None for no way; without it what touches stays together.

    Returns:
        The digits, line by line and from left to right; empty where there is no ink. A single one goes the way of
        ``image_stages``.

    Raises:
        DataError: If this is no image, or has values that are not numbers.
    """
    grey, ink = read_ink(image)
    parts = _parted(ink) if several or not ink.any() else [ink]
    found = [_digit(each, grey, image, steps) for each in parts]
    if not several or part is None or max(ink.shape) <= SMALLEST:
        return found
    return [
        one
        for each, digit in zip(parts, found, strict=True)
        for one in _cut(each, digit, part, lambda ink: _digit(ink, grey, image, steps))
    ]


def _cut(
    ink: NDArray[np.float32],
    digit: ImageDigit,
    part: Callable[[NDArray[np.uint8]], int | None],
    prepared: Callable[[NDArray[np.float32]], ImageDigit],
) -> list[ImageDigit]:
    """Return the two digits that touch each other in some ink, or the one that it is."""
    pairs = []
    for column in cuts(ink):
        left, right = ink.copy(), ink.copy()
        left[:, column:], right[:, :column] = 0, 0
        pairs.append([prepared(left), prepared(right)])
    if not pairs:
        return [digit]
    views = [digit.stages[-1].image, *(side.stages[-1].image for pair in pairs for side in pair)]
    best = part(np.stack(views))
    return [digit] if best is None else pairs[best]


def _digit(
    part: NDArray[np.float32], grey: NDArray[np.float32], image: ArrayLike, steps: InkSteps
) -> ImageDigit:
    height, width = np.shape(image)[:2]
    down, across = height / grey.shape[0], width / grey.shape[1]
    stages, (left, top, right, bottom) = ink_stages(grey, part, steps)
    place = Place(left * across, top * down, right * across, bottom * down)
    return ImageDigit(_box(part, grey, image), stages, place)


def _box(ink: NDArray[np.float32], grey: NDArray[np.float32], image: ArrayLike) -> Box:
    """Return the box around ink in pixels of the image as it came."""
    rows, columns = (np.flatnonzero((ink > INKED * float(ink.max())).any(axis=axis)) for axis in (1, 0))
    height, width = np.shape(image)[:2]
    down, across = height / grey.shape[0], width / grey.shape[1]
    return Box(
        int(columns[0] * across),
        int(rows[0] * down),
        int(np.ceil((columns[-1] + 1) * across)),
        int(np.ceil((rows[-1] + 1) * down)),
    )


def _parted(ink: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Return the ink of each digit, ``(H, W)``; the very same array where there is one."""
    if not ink.any():
        return []
    height, width = ink.shape
    if max(height, width) <= SMALLEST:
        return [ink]
    factor = -(-max(height, width) // COARSE)
    rows, columns = -(-height // factor), -(-width // factor)
    clean = np.pad(without_specks(ink), ((0, rows * factor - height), (0, columns * factor - width)))
    amount = clean.reshape(rows, factor, columns, factor).mean(axis=(1, 3))
    numbers = patches_of(amount >= INKED * float(amount.max()))
    found, patches = np.unique(numbers, return_inverse=True)
    patches = patches.reshape(numbers.shape)  # 0 is paper
    if not 2 < len(found) <= MOST_STROKES:
        return [ink]
    digits = joined(_outlines(patches), least_height=FRAGMENT)
    if len(digits) == 1:
        return [ink]
    owner = np.zeros(len(found), dtype=np.int64)
    for number, members in enumerate(digits):
        owner[np.array(members) + 1] = number + 1
    spread = np.repeat(np.repeat(_spread(owner[patches]), factor, axis=0), factor, axis=1)[:height, :width]
    return [np.where(spread == number + 1, ink, 0).astype(np.float32) for number in range(len(digits))]


def _outlines(patches: NDArray[np.int64]) -> Pieces:
    """Measure patches by the points on their edges."""
    inner = np.pad(patches, 1)
    same = [inner[1:-1, 2:], inner[1:-1, :-2], inner[2:, 1:-1], inner[:-2, 1:-1]]
    edge = (patches > 0) & ~np.logical_and.reduce([neighbour == patches for neighbour in same])
    y, x = np.nonzero(edge)
    owner = patches[y, x] - 1
    order = np.argsort(owner, kind="stable")
    points = np.stack([x, y], axis=1).astype(np.float64)[order]
    owner = owner[order]
    step = -(-len(points) // MOST_OUTLINE)
    kept = np.append(True, np.diff(owner) != 0) | (np.arange(len(points)) % step == 0)
    return Pieces.of(points[kept], owner[kept], pen_width=3.0)


def _spread(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the soft edges around a patch to it: pixels of no patch take the number of a neighbour."""
    for _ in range(2):
        around = np.pad(owner, 1)
        for neighbour in (around[1:-1, 2:], around[1:-1, :-2], around[2:, 1:-1], around[:-2, 1:-1]):
            owner = np.where(owner == 0, neighbour, owner)
    return owner
