"""The frame of 28×28 pixels: how large ink is in it and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE = 28
"""Side of the network's view in pixels."""
BOX = 20
"""Longer side of the ink, pen included, in pixels."""
PEN_WIDTH = 2.5
"""Width of the pen in the network's view in pixels: MNIST's median."""
GREY = 0.9
"""A picture whose darkest pixel has less of a pixel's ink was drawn with a pen too thin for the frame."""
CENTRE = 14.0
"""Index of the pixel in whose middle MNIST's centres of mass lie, to half a pixel."""


class Place(NamedTuple):
    """Where a picture lies on what it was made of; it may reach beyond that.

    Attributes:
        left: In the unit of the strokes, or in pixels of the image, like all that follow.
        top: Of its uppermost row.
        right: Of where its last column ends.
        bottom: Of where its last row ends.
    """

    left: float
    top: float
    right: float
    bottom: float


def inked(pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return pictures ``(N, H, W)`` uint8 in which a pen thinner than a pixel is as black as any: none is grey."""
    peak = pictures.max(axis=(1, 2), initial=0)
    grey = (peak > 0) & (peak < GREY * 255)
    if not grey.any():
        return pictures
    scale = np.where(grey, 255.0 / np.maximum(peak, 1), 1.0)[:, None, None]
    return (pictures * scale + 0.5).astype(np.uint8)


def centre_of_mass(images: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the centres of mass as pixel indices, x first.

    Args:
        images: ``(N, H, W)`` uint8.

    Returns:
        ``(N, 2)`` float64; the middle of the image where there is no ink.
    """
    _, height, width = images.shape
    # Sums of bytes are whole numbers: the same centre whatever the order of adding.
    rows = images.sum(axis=2, dtype=np.int64)  # (N, H)
    columns = images.sum(axis=1, dtype=np.int64)  # (N, W)
    mass = rows.sum(axis=1)
    empty = mass == 0
    mass = np.where(empty, 1, mass)
    x = np.where(empty, (width - 1) / 2, columns @ np.arange(width) / mass)
    y = np.where(empty, (height - 1) / 2, rows @ np.arange(height) / mass)
    return np.stack([x, y], axis=1)


def ink_boxes(images: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the boxes around all pixels above zero: ``(N, 4)`` int64 of left, top, right, bottom (exclusive).

    An image without ink has the box of the whole image.
    """
    _, height, width = images.shape
    columns = np.asarray(images.any(axis=1))
    rows = np.asarray(images.any(axis=2))
    left, top = columns.argmax(axis=1), rows.argmax(axis=1)
    right = width - columns[:, ::-1].argmax(axis=1)
    bottom = height - rows[:, ::-1].argmax(axis=1)
    return np.stack([left, top, right, bottom], axis=1).astype(np.int64)


def shift(images: NDArray[np.uint8], by: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Shift each image by whole pixels; what comes in is empty.

    Args:
        images: ``(N, H, W)`` uint8.
        by: ``(N, 2)`` int64, x (to the right) and y (down).
    """
    if not by.any():
        return images.copy()
    moved = _shift_rows(images, by[:, 1])
    turned = _shift_rows(np.ascontiguousarray(moved.transpose(0, 2, 1)), by[:, 0])
    return np.ascontiguousarray(turned.transpose(0, 2, 1))


def _shift_rows(images: NDArray[np.uint8], down: NDArray[np.int64]) -> NDArray[np.uint8]:
    count, height, _ = images.shape
    source = np.arange(height) - down[:, None]  # (N, H)
    moved: NDArray[np.uint8] = images[np.arange(count)[:, None], np.clip(source, 0, height - 1)]
    moved[(source < 0) | (source >= height)] = 0
    return moved


def centre_by_mass(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Shift by whole pixels until each centre of mass lies within half a pixel of the middle of pixel 14.

    Ink is never pushed out of the frame.

    Source: measured on MNIST's 60,000 training images, whose centres lie evenly between 13.5 and 14.5.
    """
    return shift(images, centring(images))


def centring(images: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return by how many pixels ``centre_by_mass`` shifts each image, ``(N, 2)``: x to the right and y down."""
    wanted = np.floor(CENTRE - centre_of_mass(images) + 0.5).astype(np.int64)
    boxes = ink_boxes(images)
    size = np.array([images.shape[2], images.shape[1]])
    return np.clip(wanted, -boxes[:, :2], size - boxes[:, 2:])
