"""From an image of a digit – a scan, a photograph, a screenshot – to the 28×28 that the network sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.frame import BOX, GREY, PEN_WIDTH, SIZE, Place, centring, ink_boxes, shift
from engine.data.ink.lightness import lightness_of
from engine.data.ink.paper import ink_on_paper, without_specks
from engine.data.ink.resample import coarser, resized
from engine.data.ink.steps import STAGE_LABELS, InkStage, InkSteps
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

LARGEST = 1024
"""Larger images are brought to this many pixels a side before anything else."""
FINE = 4
"""Pixels of the working picture to one pixel of the result while the pen is made even."""
USUAL_WIDTHS = (1.7, 3.6)
"""Pen widths in pixels that are left alone: nine in ten of MNIST's digits lie between them."""
STAGE_SIZE = 112
COLOURED = 2.5
"""A colour that tells ink from paper so many times better than lightness does takes its place."""


def normalize_image(image: ArrayLike, *, steps: InkSteps = InkSteps()) -> NDArray[np.uint8]:  # noqa: B008
    """Bring an image of one digit to what the network sees.

    The paper is found and taken away, whether it is light or dark, evenly lit or not; the ink is cropped, brought to
    20 pixels by averaging areas, and centred. A picture that already is as MNIST's are comes through unchanged.

    Args:
        image: ``(H, W)`` grey, ``(H, W, 2)`` grey and alpha, ``(H, W, 3)`` RGB or ``(H, W, 4)`` RGB and alpha;
            whole numbers of up to their type's largest value, floats in [0, 1] (or [0, 255] if any is above 1), or
            bool.
        steps: Which steps of the preparation are taken.

    Returns:
        ``(28, 28)`` uint8, 255 is ink; all zero where there is none.

    Raises:
        DataError: If this is no image, or has values that are not numbers.
    """
    return _brought(read_ink(image)[1], steps)[2]


def image_stages(image: ArrayLike, *, steps: InkSteps = InkSteps()) -> list[InkStage]:  # noqa: B008
    """Return the pictures on the way from an image to the network's view.

    Args:
        image: As in ``normalize_image``.
        steps: Which steps of the preparation are taken.

    Returns:
        Stages ``drawn`` and ``cropped`` (at most 112×112), ``scaled`` and ``centred`` (28×28); the last one equals
        ``normalize_image`` of the same arguments.

    Raises:
        DataError: If this is no image, or has values that are not numbers.
    """
    return ink_stages(*read_ink(image), steps)[0]


def read_ink(image: ArrayLike) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Tell the ink in an image from its paper.

    Args:
        image: As in ``normalize_image``.

    Returns:
        Lightness and amount of ink of each pixel, both ``(H, W)`` float32 in [0, 1] and at most 1024 pixels a side.

    Raises:
        DataError: If this is no image, or has values that are not numbers.
    """
    grey = _grey(_no_larger(image))
    longest = max(grey.shape)
    if longest > LARGEST:
        grey = resized(grey, *(max(1, round(side * LARGEST / longest)) for side in grey.shape))
    return grey, ink_on_paper(grey)


def ink_stages(
    grey: NDArray[np.float32], ink: NDArray[np.float32], steps: InkSteps
) -> tuple[list[InkStage], Place]:
    """Return the pictures on the way from ink to the network's view, and where that lies on the ink.

    Arguments are as from ``read_ink``.
    """
    cropped, scaled, final, place = _brought(ink, steps)
    pictures = {"drawn": _shown(grey), "cropped": _shown(cropped), "scaled": scaled, "centred": final}
    return [InkStage(name, STAGE_LABELS[name], picture) for name, picture in pictures.items()], place


def _brought(
    ink: NDArray[np.float32], steps: InkSteps
) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8], Place]:
    """Return ink cropped, then brought to 28×28, then centred, and where the last lies on the ink."""
    cropped, left, top = ink, 0, 0
    if steps.crop:
        ink = without_specks(ink)
        left, top, right, bottom = (int(side) for side in ink_boxes((ink > 0).astype(np.uint8)[None])[0])
        cropped = ink[top:bottom, left:right]
    scaled, place = _scaled(cropped, steps)
    by = centring(scaled[None]) if steps.mass_centre else np.zeros((1, 2), np.int64)
    across, down = (place.right - place.left) / SIZE, (place.bottom - place.top) / SIZE
    x, y = left - by[0, 0] * across, top - by[0, 1] * down
    moved = Place(place.left + x, place.top + y, place.right + x, place.bottom + y)
    return cropped, scaled, shift(scaled[None], by)[0], moved


def _no_larger(image: ArrayLike) -> ArrayLike:
    """Return an image as it is, or coarser where it has far more pixels than are looked at."""
    if not isinstance(image, np.ndarray) or image.ndim not in (2, 3) or image.dtype.kind not in "uif":
        return image
    if image.dtype.kind == "f" and not np.isfinite(image).all():
        return image  # refused by whoever looks at it
    return coarser(image, LARGEST)


def _grey(image: ArrayLike) -> NDArray[np.float32]:
    """Return the lightness of each pixel in [0, 1]: ``(H, W)`` float32; what is transparent becomes paper."""
    try:
        array = np.asarray(image)
    except ValueError as error:
        raise _no_image(Phrase("Its rows differ in length.")) from error
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if not (array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (2, 3, 4))) or array.size == 0:
        raise _no_image(Phrase("It has the shape {shape}.", shape=array.shape))
    if array.dtype == np.bool_:
        values = array.astype(np.float32)
    elif np.issubdtype(array.dtype, np.integer):
        values = array.astype(np.float32) / np.float32(max(np.iinfo(array.dtype).max, 1))
        if array.dtype.itemsize > 2:  # such types hold bytes, as a rule
            values = np.clip(array, 0, 255).astype(np.float32) / 255
    elif np.issubdtype(array.dtype, np.floating):
        if not np.isfinite(array).all():
            raise _no_image(Phrase("Some of its values are not numbers."))
        top = 255.0 if array.max() > 1 else 1.0
        values = (np.clip(array, 0, top) / top).astype(np.float32)
    else:
        raise _no_image(Phrase("Its values are of the type {dtype}.", dtype=array.dtype))
    values = np.clip(values, 0, 1)
    if values.ndim == 2:
        return values
    channels = values.shape[2]
    alpha = values[:, :, -1] if channels in (2, 4) else None
    if channels >= 3:
        lightness = _lightness(values[:, :, :3])
    else:
        lightness = values[:, :, 0]
    if alpha is None or alpha.min() == 1:
        return lightness
    # The paper shows through where the image is transparent: light below dark ink, dark below light ink.
    ink = float((lightness * alpha).sum() / max(float(alpha.sum()), 1e-9))
    paper = 1.0 if ink < 0.5 else 0.0
    return (lightness * alpha + paper * (1 - alpha)).astype(np.float32)


def _lightness(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the lightness of colours ``(H, W, 3)``; or one of them, where the ink is no darker than the paper."""
    lightness = lightness_of(colours)
    step = max(1, max(lightness.shape) // STAGE_SIZE)
    some = np.concatenate([colours, lightness[..., None]], axis=2)[::step, ::step].reshape(-1, 4)
    low, high = np.percentile(some, (0.5, 99.5), axis=0)
    spread = high - low
    clearest = int(spread[:3].argmax())
    return colours[:, :, clearest] if spread[clearest] > COLOURED * spread[3] else lightness


def _no_image(cause: Phrase) -> DataError:
    return DataError(
        "The image cannot be read.",
        cause=cause,
        remedy="Use a PNG or JPEG picture of one drawing on plain paper.",
    )


def _scaled(ink: NDArray[np.float32], steps: InkSteps) -> tuple[NDArray[np.uint8], Place]:
    """Bring the ink to the box of 20 pixels (the whole picture to 28) in the middle of 28×28; tell where those lie."""
    box = BOX if steps.crop else SIZE
    height, width = ink.shape
    if not ink.any():
        return np.zeros((SIZE, SIZE), dtype=np.uint8), Place(0.0, 0.0, float(width), float(height))
    tall, wide = float(box), float(box)
    if steps.keep_aspect:
        tall, wide = box * height / max(height, width), box * width / max(height, width)
    even = _even_pen(ink, tall, wide) if steps.pen else None
    small, shown = even or (None, Place(0.0, 0.0, float(width), float(height)))
    if small is None:
        small = resized(ink, max(1, round(tall)), max(1, round(wide)))
        peak = float(small.max())
        if 0 < peak < GREY:  # a thin pen has gone grey
            small = small / peak
    if not steps.antialias:
        small = (small >= 0.5).astype(np.float32)
    frame = np.zeros((SIZE, SIZE), dtype=np.uint8)
    top, left = (SIZE - small.shape[0]) // 2, (SIZE - small.shape[1]) // 2
    pixels = (np.clip(small, 0, 1) * 255 + 0.5).astype(np.uint8)
    frame[top : top + small.shape[0], left : left + small.shape[1]] = pixels
    down, across = (shown.bottom - shown.top) / small.shape[0], (shown.right - shown.left) / small.shape[1]
    corner = shown.left - left * across, shown.top - top * down
    return frame, Place(*corner, corner[0] + SIZE * across, corner[1] + SIZE * down)


def _even_pen(ink: NDArray[np.float32], tall: float, wide: float) -> tuple[NDArray[np.float32], Place] | None:
    """Bring a very thin or very thick pen to the usual width, and tell of which place; None where the pen is usual.

    Works on a picture of four times the final size: thin ink grows and thick ink shrinks at its edges by quarters of
    a pixel, then the box is measured anew.
    """
    rows, columns = max(1, round(tall * FINE)), max(1, round(wide * FINE))
    if max(ink.shape) <= SIZE:
        return None  # too coarse to tell
    fine = resized(ink, rows, columns)
    peak = float(fine.max())
    width = _pen_width(fine / peak) / FINE
    if USUAL_WIDTHS[0] <= width <= USUAL_WIDTHS[1]:
        return None
    if width < USUAL_WIDTHS[0]:
        fine = _solid(ink, rows, columns)
        peak = float(fine.max())
        width = _pen_width(fine / peak) / FINE
    steps = int(np.clip(round((PEN_WIDTH - width) / 2 * FINE), -3 * FINE, 2 * FINE))
    margin = max(steps, 0) + 1
    fine = np.pad(fine / peak, margin)
    for number in range(abs(steps)):
        fine = _grown(fine, number) if steps > 0 else _shrunk(fine, number)
    left, top, right, bottom = ink_boxes((fine > 0.25).astype(np.uint8)[None])[0]
    fine = fine[top:bottom, left:right]
    longest = max(fine.shape)
    small = resized(fine, *(max(1, round(side / longest * max(tall, wide))) for side in fine.shape))
    down, across = ink.shape[0] / rows, ink.shape[1] / columns
    x, y = (np.array([left, right]) - margin) * across, (np.array([top, bottom]) - margin) * down
    return small, Place(float(x[0]), float(y[0]), float(x[1]), float(y[1]))


def _solid(ink: NDArray[np.float32], rows: int, columns: int) -> NDArray[np.float32]:
    """Bring ink to a size by the darkest of each place, so that a thin line stays a line and does not go grey."""
    for axis, size in enumerate((rows, columns)):
        begins = np.arange(size) * ink.shape[axis] // size
        if ink.shape[axis] > size:
            ink = np.maximum.reduceat(ink, begins, axis=axis)
        else:
            ink = ink.take(begins, axis=axis)
    return ink


def _pen_width(ink: NDArray[np.float32]) -> float:
    """Estimate the width of a line from its area and the length of its edge, in pixels."""
    padded = np.pad(ink, 1)
    down, across = np.diff(padded, axis=0)[:, :-1], np.diff(padded, axis=1)[:-1]
    edge = float(np.hypot(down, across).sum())
    return 2 * float(ink.sum()) / max(edge, 1e-9)


def _grown(ink: NDArray[np.float32], number: int) -> NDArray[np.float32]:
    """Grow by one pixel; cross and square by turns come near a disc."""
    sides = np.maximum(np.maximum(np.roll(ink, 1, 0), np.roll(ink, -1, 0)), ink)
    if number % 2:
        return np.maximum(np.maximum(np.roll(sides, 1, 1), np.roll(sides, -1, 1)), sides)
    return np.maximum(np.maximum(np.roll(ink, 1, 1), np.roll(ink, -1, 1)), sides)


def _shrunk(ink: NDArray[np.float32], number: int) -> NDArray[np.float32]:
    """Shrink by one pixel where at least a thread remains."""
    less = 1 - _grown(1 - ink, number)
    # What would vanish altogether stays: a pixel that no shrunk neighbour speaks for.
    regrown = _grown(_grown(less, 1), 1)
    return np.where(regrown < 0.5 * ink, ink, less)


def _shown(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Make the picture of a stage, not larger than 112×112, in bytes."""
    longest = max(picture.shape)
    if longest > STAGE_SIZE:
        picture = resized(picture, *(max(1, round(side * STAGE_SIZE / longest)) for side in picture.shape))
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
