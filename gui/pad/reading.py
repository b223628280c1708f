"""What is on the pad, digit by digit: where each lies, and the pictures on its way to the network."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QRectF

from engine.data import ink
from engine.data.photo import DRAWN_SHAPE, middle_box, picture_stages, takes_colours
from engine.errors import NetSketchError
from engine.records import dataclass
from gui.pad.strokes import SIDE, mean_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.data.ink import Box, Place
    from gui.pad.drawing import Drawing
    from gui.pad.strokes import Stroke

    Part = Callable[[NDArray[np.uint8]], int | None]
    Predictor = Callable[[NDArray[np.uint8]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class PadDigit:
    """One digit on the pad.

    Attributes:
        strokes: Its strokes; none where it is part of an image.
        area: The box around its ink in pad pixels.
        view: What the network sees, ``(28, 28)`` uint8; ``(H, W, 3)`` where it takes colours.
        stages: Makes the pictures on the way to that view; only of the chosen digit they are ever shown.
        place: Finds where that view lies on the pad, in pad pixels; it may reach beyond.
    """

    strokes: tuple[Stroke, ...]
    area: QRectF
    view: NDArray[np.uint8]
    stages: Callable[[], list[ink.InkStage]]
    place: Callable[[], QRectF]


def digits_of(
    drawing: Drawing,
    steps: ink.InkSteps,
    pen_width: float,
    *,
    several: bool = True,
    image_shape: tuple[int, ...] = DRAWN_SHAPE,
    part: Part | None = None,
) -> list[PadDigit]:
    """Return the digits of a drawing as one reads them; none for a blank pad.

    Args:
        drawing: What is on the pad.
        steps: Which steps of the preparation are taken.
        pen_width: Width of the pen in pad pixels where there are no strokes to tell.
        several: Whether digits side by side are parted.
        image_shape: ``(C, H, W)`` of what the network takes; where those are pictures in colour, all that is on the pad
            is one of them.
        part: Which way digits that run into each other are parted, as ``Doubt.best_parting``; None for never.

    Raises:
        DataError: If an image cannot be read.
    """
    if takes_colours(image_shape):
        return [] if drawing.is_empty else [_picture_of(drawing, steps, image_shape)]
    image = drawing.pixels()
    if image is not None:
        return _digits_in_image(drawing, image, steps, several, part)
    if not drawing.strokes:
        return []
    whole_pen = mean_width(drawing.strokes, pen_width)
    points = [stroke.points for stroke in drawing.strokes]
    groups = ink.group_strokes(points, pen_width=whole_pen) if several else [list(range(len(points)))]
    found = [_digit_of([drawing.strokes[index] for index in group], steps, pen_width) for group in groups]
    if not several or part is None:
        return found
    return [one for digit in found for one in _parted(digit, steps, pen_width, part)]


def last_drawn(digits: Sequence[PadDigit], drawing: Drawing) -> int:
    """Return which of the digits was drawn last; the first one of an image."""
    last = drawing.strokes[-1] if drawing.strokes else None
    return next((place for place, digit in enumerate(digits) if last in digit.strokes), 0)


def ask(predictor: Predictor, digits: Sequence[PadDigit], classes: int) -> NDArray[np.float32]:
    """Ask the network for all digits at once.

    Args:
        predictor: From ``(N, 28, 28)`` uint8 to probabilities ``(N, classes)``.
        digits: At least one.
        classes: How many classes there are.

    Returns:
        ``(N, classes)`` float32.

    Raises:
        NetSketchError: If the answer has another form or is not a number.
    """
    answer = np.asarray(predictor(np.stack([digit.view for digit in digits])), dtype=np.float32)
    if answer.shape != (len(digits), classes):
        raise NetSketchError(
            "The network's answer does not fit.",
            cause="It has {found} numbers for {classes} classes.",
            found=answer.shape[-1] if answer.ndim else 1,
            classes=classes,
        )
    if not np.isfinite(answer).all():
        raise NetSketchError(
            "The network's answer is not a number.", remedy="Train anew with a lower learning rate."
        )
    return answer


def _digit_of(strokes: list[Stroke], steps: ink.InkSteps, pen_width: float) -> PadDigit:
    area = QRectF()
    for stroke in strokes:
        (left, top), (right, bottom) = stroke.points.min(axis=0), stroke.points.max(axis=0)
        half = stroke.widest / 2
        area |= QRectF(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)
    points = [stroke.points for stroke in strokes]
    widths = None
    if any(stroke.widths is not None for stroke in strokes):
        widths = [
            np.full(len(stroke.points), stroke.width) if stroke.widths is None else stroke.widths
            for stroke in strokes
        ]
    drawn: Any = {"pen_width_drawn": mean_width(strokes, pen_width), "widths": widths, "canvas": (SIDE, SIDE)}
    seen = ink.scaled_and_centred(points, steps, **drawn)

    @cache
    def place() -> QRectF:
        left, top, right, bottom = ink.place_of_view(points, steps=steps, **drawn)
        return QRectF(left, top, right - left, bottom - top)

    return PadDigit(
        tuple(strokes),
        area,
        seen[1],
        lambda: ink.stages(points, steps=steps, seen=seen, **drawn),
        place,
    )


def _parted(digit: PadDigit, steps: ink.InkSteps, pen_width: float, part: Part) -> list[PadDigit]:
    """Return the two digits that run into each other, or the one that it is."""
    ways = ink.partings([stroke.points for stroke in digit.strokes])
    if not ways:
        return [digit]
    pairs = [
        [_digit_of([digit.strokes[index] for index in side], steps, pen_width) for side in way]
        for way in ways
    ]
    views = [digit.view, *(side.view for pair in pairs for side in pair)]
    best = part(np.stack(views))
    return [digit] if best is None else pairs[best]


def _picture_of(drawing: Drawing, steps: ink.InkSteps, image_shape: tuple[int, ...]) -> PadDigit:
    """Return all that is on the pad as one picture in its colours, without the paper beside an image."""
    pixels = drawing.scene()
    pictures = picture_stages(pixels, image_shape, steps=steps)
    area = QRectF(0, 0, SIDE, SIDE) if drawing.picture is None else drawing.picture.place

    def place() -> QRectF:
        if not (steps.crop and steps.keep_aspect):
            return area
        height, width = pixels.shape[:2]
        left, top, right, bottom = middle_box((height, width), (image_shape[1], image_shape[2]))
        scale = area.width() / width
        corner = area.x() + left * scale, area.y() + top * scale
        return QRectF(*corner, (right - left) * scale, (bottom - top) * scale)

    return PadDigit((), area, pictures[-1].image, lambda: pictures, place)


def _digits_in_image(
    drawing: Drawing, image: NDArray[np.uint8], steps: ink.InkSteps, several: bool, part: Part | None
) -> list[PadDigit]:
    found = ink.image_digits(image, steps=steps, several=several, part=part)
    if not found:
        pictures, whole = ink.image_stages(image, steps=steps), QRectF(0, 0, SIDE, SIDE)
        return [PadDigit((), whole, pictures[-1].image, lambda: pictures, lambda: whole)]
    height, width = image.shape[:2]
    scale = SIDE / max(height, width)
    left, top = (SIDE - width * scale) / 2, (SIDE - height * scale) / 2

    def area(box: Box | Place) -> QRectF:
        return QRectF(
            left + box.left * scale,
            top + box.top * scale,
            (box.right - box.left) * scale,
            (box.bottom - box.top) * scale,
        )

    return [
        PadDigit(
            (),
            area(digit.box),
            digit.stages[-1].image,
            partial(list, digit.stages),
            partial(area, digit.view_place),
        )
        for digit in found
    ]
