"""Brings images of any size to the 28×28 of the networks here: drawings as ink, other pictures by plain scaling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.item import Item, Rejected
from engine.data.importing.preparation import Preparation
from engine.data.ink import SIZE, normalize_image
from engine.data.ink.paper import ink_on_paper
from engine.data.ink.resample import resized
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

SAMPLE = 40  # images by which the way is decided
INK_SHARE = (0.004, 0.34)  # of a drawing this much is ink: less is a blank sheet, more a picture of something
DARK_EDGE = 40  # 28×28 whose edge is darker than this are white on black, as MNIST's are


def prepare(
    items: Sequence[Item],
    how: Preparation = Preparation.AUTO,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[NDArray[np.uint8], list[Item], list[Rejected], Preparation]:
    """Read images and bring them to 28×28.

    All images of a set go the same way. By itself it keeps what already is 28×28 and white on black, takes what is
    mostly plain paper as ink (cropped, centred), and scales everything else as it is.

    Args:
        items: The images.
        how: The way; ``AUTO`` finds it from some of them.
        progress: Told what is done and which share of it.
        cancelled: Asked after each image whether to stop.

    Returns:
        ``(N, 28, 28)`` uint8, the N items that they are of, what could not be used, and the way that was taken.

    Raises:
        DataError: If none of them can be used.
        Cancelled: If ``cancelled`` said so.
    """
    if how is Preparation.AUTO:
        how = _way_of(items)
    images = np.zeros((len(items), SIZE, SIZE), np.uint8)
    used: list[Item] = []
    rejected: list[Rejected] = []
    for number, item in enumerate(items):
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None and number % 32 == 0:
            progress(Phrase("Reading images"), number / len(items))
        try:
            image = _brought(item.read(), how)
            if not image.any():
                rejected.append(Rejected(item.name, Phrase("Nothing is drawn on it.")))
                continue
        except DataError as error:
            rejected.append(Rejected(item.name, error.cause or error.what))
            continue
        images[len(used)] = image
        used.append(item)
    if not used:
        raise DataError(
            "None of the {count:,} images can be used.",
            cause=rejected[0].why if rejected else "",
            remedy="Look at the files in another program.",
            count=len(items),
        )
    return images[: len(used)].copy(), used, rejected, how


def _way_of(items: Sequence[Item]) -> Preparation:
    sample: list[NDArray[np.uint8]] = []
    for place in np.unique(np.linspace(0, len(items) - 1, SAMPLE).astype(int)):
        try:
            sample.append(items[place].read())
        except DataError:
            continue
    if not sample:
        return Preparation.INK
    if all(image.shape == (SIZE, SIZE) for image in sample):
        edges = [np.median(np.concatenate([i[0], i[-1], i[:, 0], i[:, -1]])) for i in sample]
        if np.median(edges) < DARK_EDGE:
            return Preparation.KEEP
    shares = [_ink_share(image) for image in sample]
    return Preparation.INK if INK_SHARE[0] <= float(np.median(shares)) <= INK_SHARE[1] else Preparation.SCALE


def _ink_share(image: NDArray[np.uint8]) -> float:
    """Return how much of a picture differs from its paper: near 0 for a drawing, much for a picture of a thing."""
    grey = _grey(image)
    longest = max(grey.shape)
    if longest > 112:
        grey = resized(grey, *(max(1, round(side * 112 / longest)) for side in grey.shape))
    return float((ink_on_paper(grey) > 0.2).mean())


def _brought(image: NDArray[np.uint8], how: Preparation) -> NDArray[np.uint8]:
    if how is Preparation.KEEP and image.shape == (SIZE, SIZE):
        return image
    if how is Preparation.INK:
        return normalize_image(image)
    grey = _grey(image)
    height, width = (max(1, round(side * SIZE / max(grey.shape))) for side in grey.shape)
    small = resized(grey, height, width)
    frame = np.full((SIZE, SIZE), np.float32(np.median(np.concatenate([small[0], small[-1]]))), np.float32)
    top, left = (SIZE - height) // 2, (SIZE - width) // 2
    frame[top : top + height, left : left + width] = small
    return (np.clip(frame, 0, 1) * 255 + 0.5).astype(np.uint8)


def _grey(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the lightness in [0, 1]; transparent parts are white paper."""
    values = image.astype(np.float32) / np.float32(255)
    if values.ndim == 2:
        return values
    # Source: ITU-R BT.601, the weights of red, green and blue in lightness.
    light = values[:, :, :3] @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    if values.shape[2] == 4:
        light = light * values[:, :, 3] + 1 - values[:, :, 3]
    grey: NDArray[np.float32] = light.astype(np.float32)
    return grey
