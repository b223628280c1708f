"""From any picture to one of the size that a network of pictures in colour takes.

It sees the picture as it is: its middle, brought to size by averaging areas, colours kept. There is no ink to be found
and no paper to be taken away, as there is of drawings (``engine/data/ink``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.frame import SIZE
from engine.data.ink.resample import coarser, resized
from engine.data.ink.steps import STAGE_LABELS, InkStage, InkSteps

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWN_SHAPE = (1, SIZE, SIZE)
"""``(C, H, W)`` of drawings, which ``engine/data/ink`` prepares."""
COLOURS = 3
LARGEST = 1024  # pixels of the longer side that are looked at
STAGE_SIZE = 112


def takes_drawings(image_shape: tuple[int, ...]) -> bool:
    """Say whether a network takes drawings as they are prepared for MNIST's."""
    return image_shape == DRAWN_SHAPE


def takes_colours(image_shape: tuple[int, ...]) -> bool:
    """Say whether a network takes pictures in colour."""
    return len(image_shape) == 3 and image_shape[0] == COLOURS


def takes_pictures(image_shape: tuple[int, ...]) -> bool:
    """Say whether a picture can be brought to what a network takes: a drawing, or a picture in colour."""
    return takes_drawings(image_shape) or takes_colours(image_shape)


def picture_for(
    image: NDArray[np.uint8],
    image_shape: tuple[int, ...],
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008
) -> NDArray[np.uint8]:
    """Bring a picture to what a network of pictures in colour takes.

    Args:
        image: ``(H, W)`` grey, with opacity ``(H, W, 2)``, in colour ``(H, W, 3)``, or both ``(H, W, 4)``, uint8.
        image_shape: ``(3, H, W)`` of what the network takes.
        steps: Whether it is cropped, and whether its aspect is kept.

    Returns:
        ``(H, W, 3)`` uint8.
    """
    return picture_stages(image, image_shape, steps=steps)[-1].image


def picture_stages(
    image: NDArray[np.uint8],
    image_shape: tuple[int, ...],
    *,
    steps: InkSteps = InkSteps(),  # noqa: B008
) -> list[InkStage]:
    """Return the pictures on the way from a picture to what a network takes.

    Arguments are as in ``picture_for``.

    Returns:
        Stages ``drawn`` and ``cropped``, in colour and at most 112 pixels a side, and ``centred``, which the network
        sees.
    """
    _, height, width = image_shape
    whole = _colours(image)
    cut = whole
    if steps.keep_aspect:
        cut = _middle(whole, height, width) if steps.crop else _framed(whole, height, width)
    pictures = {
        "drawn": _shown(whole),
        "cropped": _shown(cut),
        "centred": _bytes(_resized(cut, height, width)),
    }
    return [InkStage(name, STAGE_LABELS[name], picture) for name, picture in pictures.items()]


def middle_box(size: tuple[int, int], form: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the largest part of a picture's middle that has the sides of a form: left, top, right, bottom.

    Args:
        size: Height and width of the picture, pixels.
        form: Height and width of what it is to become.
    """
    (tall, wide), (height, width) = size, form
    cut_wide = min(wide, max(1, round(tall * width / height)))
    cut_tall = min(tall, max(1, round(wide * height / width)))
    left, top = (wide - cut_wide) // 2, (tall - cut_tall) // 2
    return left, top, left + cut_wide, top + cut_tall


def _colours(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return red, green and blue from 0 to 255, ``(H, W, 3)``; white lies behind what is transparent."""
    if image.ndim == 2:
        image = image[:, :, None]
    values = coarser(image, LARGEST).astype(np.float32)
    channels = values.shape[2]
    colours = values[:, :, :COLOURS] if channels >= COLOURS else np.repeat(values[:, :, :1], COLOURS, axis=2)
    if channels in (2, 4):
        opacity = values[:, :, -1:] / np.float32(255)
        colours = colours * opacity + np.float32(255) * (1 - opacity)
    return np.asarray(colours, np.float32)


def _middle(picture: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    left, top, right, bottom = middle_box(picture.shape[:2], (height, width))
    return picture[top:bottom, left:right]


def _framed(picture: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Put a picture into the middle of a sheet of a form; the sheet has the usual colour of the picture's edges."""
    tall, wide = picture.shape[:2]
    sheet_wide, sheet_tall = max(wide, round(tall * width / height)), max(tall, round(wide * height / width))
    edges = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    sheet = np.empty((sheet_tall, sheet_wide, COLOURS), np.float32)
    sheet[:] = np.median(edges, axis=0)
    left, top = (sheet_wide - wide) // 2, (sheet_tall - tall) // 2
    sheet[top : top + tall, left : left + wide] = picture
    return sheet


def _resized(picture: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    planes = [resized(np.ascontiguousarray(plane), height, width) for plane in np.moveaxis(picture, 2, 0)]
    return np.stack(planes, axis=2)


def _bytes(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(np.clip(picture, 0, 255)).astype(np.uint8)


def _shown(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    longest = max(picture.shape[:2])
    if longest > STAGE_SIZE:
        tall, wide = (max(1, round(side * STAGE_SIZE / longest)) for side in picture.shape[:2])
        picture = _resized(picture, tall, wide)
    return _bytes(picture)
