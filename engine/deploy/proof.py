"""The proof of an export: the same images through the model and through what was written, and how far they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.generated import generate
from engine.data.ink import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

MOST_IMAGES, FEWEST_IMAGES = 2000, 20
MOST_WORK = 8_000_000_000  # multiply-adds of all images together: some seconds
SEED = 16


def images_for(
    image_shape: tuple[int, int, int], work: int, cancelled: Callable[[], bool]
) -> NDArray[np.uint8]:
    """Return the images that an export is proved by, the same each time.

    They are generated digits; for images of another form than theirs stretched to it, and each of the colours
    of another strength.

    Args:
        image_shape: ``(C, H, W)`` of what the model takes.
        work: Multiply-adds that it does for one image; of much work there are fewer images.
        cancelled: Asked now and then whether to stop.

    Returns:
        ``(N, H, W)`` uint8, ``(N, H, W, C)`` where there are several channels.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    channels, height, width = image_shape
    count = max(FEWEST_IMAGES, min(MOST_IMAGES, MOST_WORK // max(work, channels * height * width * 10)))
    digits, _ = generate(count, SEED, cancelled=cancelled)
    if image_shape == (1, SIZE, SIZE):
        return digits
    rows, columns = (np.arange(side) * SIZE // side for side in (height, width))
    images: NDArray[np.uint8] = digits[:, rows][:, :, columns]
    if channels == 1:
        return images
    shares = np.random.default_rng(SEED).uniform(0.2, 1, (count, 1, 1, channels))
    return (images[..., None] * shares).astype(np.uint8)


def largest_difference(wanted: NDArray[np.float32], found: NDArray[np.float32]) -> float:
    """Return by how much two answers ``(N, classes)`` differ at most; not a number where one of them holds none."""
    if wanted.shape != found.shape:
        return float("nan")
    return float(np.abs(wanted.astype(np.float64) - found).max(initial=0.0))
