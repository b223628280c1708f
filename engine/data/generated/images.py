"""Generated digits as a data set: image i of a seed is the same in any batch and any process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.config import VariationConfig
from engine.data.dataset import Dataset
from engine.data.generated.counters import random_words
from engine.data.generated.drawing import draw
from engine.data.ink import SIZE, render_polylines
from engine.errors import Cancelled, DataError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

CLASSES = tuple("0123456789")
BATCH = 2048


def labels_of(indices: NDArray[np.int64], seed: int = 0) -> NDArray[np.int64]:
    """Return the digits that the images at ``indices`` show: ``(N,)`` int64.

    Every ten images from a multiple of ten on hold each digit once, in random order.
    """
    tens, place = np.divmod(np.asarray(indices, dtype=np.int64), 10)
    order = np.argsort(random_words(seed, tens, 10, stream=2), axis=1, kind="stable")
    return np.take_along_axis(order, place[:, None], axis=1)[:, 0].astype(np.int64)


def generate(
    count: int,
    seed: int = 0,
    *,
    start: int = 0,
    variation: VariationConfig = VariationConfig(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Draw digits.

    Args:
        count: How many images.
        seed: Images of different seeds have nothing in common.
        start: Index of the first image; images ``start`` to ``start + count`` are drawn.
        variation: How wild they are.
        progress: Called with the number of images done and ``count``.
        cancelled: Asked between batches whether to stop.

    Returns:
        Images ``(count, 28, 28)`` uint8, 255 is ink, and labels ``(count,)`` int64.

    Raises:
        DataError: If ``count`` or ``start`` is negative.
        Cancelled: If ``cancelled`` said so.
    """
    if count < 0 or start < 0:
        raise DataError(
            "These digits cannot be drawn.",
            cause="{count} images from number {start} on were asked for.",
            remedy="Ask for a number that is not negative.",
            count=count,
            start=start,
        )
    images = np.empty((count, SIZE, SIZE), dtype=np.uint8)
    labels = labels_of(np.arange(start, start + count), seed)
    for begin in range(0, count, BATCH):
        if cancelled is not None and cancelled():
            raise Cancelled("Drawing digits was cancelled.")
        part = slice(begin, min(begin + BATCH, count))
        indices = np.arange(start + part.start, start + part.stop)
        drawings = draw(labels[part], seed, indices, variation)
        images[part] = render_polylines(
            drawings.points,
            drawings.pen_down,
            pen_width=drawings.pen_width,
            softness=drawings.softness,
            grain=drawings.grain,
            pressure=drawings.pressure,
        )
        if progress is not None:
            progress(part.stop, count)
    return images, labels


def dataset(
    count: int,
    seed: int = 0,
    *,
    start: int = 0,
    variation: VariationConfig = VariationConfig(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Dataset:
    """Draw digits as a data set named ``generated``; arguments and errors as in ``generate``."""
    images, labels = generate(
        count, seed, start=start, variation=variation, progress=progress, cancelled=cancelled
    )
    return Dataset("generated", images, labels, CLASSES)
