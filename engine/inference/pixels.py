"""Images as a network takes them: checked, and as numbers from 0 to 1. No PyTorch in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray


def batch_of(images: NDArray[np.uint8], image_shape: tuple[int, int, int]) -> NDArray[np.uint8]:
    """Return images of the form that a network takes, a single one as a batch of one.

    Args:
        images: ``(N, H, W)`` or ``(H, W)`` uint8; ``(N, H, W, C)`` or ``(H, W, C)`` in colour.
        image_shape: ``(C, H, W)`` of what the network takes.

    Raises:
        DataError: If these are no images of that form.
    """
    channels, height, width = image_shape
    form = (height, width) if channels == 1 else (height, width, channels)
    images = np.asarray(images)
    if images.shape == form:
        images = images[None]
    if images.shape[1:] != form or images.dtype != np.uint8:
        raise DataError(
            "These images do not fit the model.",
            cause="They are {dtype} of shape {shape}; the model takes uint8 of shape (N, {form}).",
            remedy="Prepare them as the data sets are.",
            dtype=images.dtype,
            shape=images.shape,
            form=", ".join(map(str, form)),
        )
    return images


def pixels_of(batch: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return a batch ``(N, H, W)`` or ``(N, H, W, C)`` as float32 ``(N, C, H, W)`` in [0, 1]."""
    pixels: NDArray[np.float32] = np.divide(batch, np.float32(255), dtype=np.float32)
    return pixels[:, None] if pixels.ndim == 3 else np.ascontiguousarray(pixels.transpose(0, 3, 1, 2))
