"""Examples as a network takes them: checked, images as numbers from 0 to 1. No PyTorch in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError
from engine.inputs.registry import kind_holding, kind_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.inputs.kind import Shape


def batch_of(images: NDArray[Any], image_shape: Shape) -> NDArray[Any]:
    """Return examples of the form that a network takes, a single one as a batch of one.

    Args:
        images: ``(N, H, W)`` or ``(H, W)`` uint8, ``(N, H, W, C)`` or ``(H, W, C)`` in colour; of numbers ``(N, F)`` or
            ``(F,)`` float32, all finite.
        image_shape: ``(C, H, W)`` or ``(F,)`` of what the network takes.

    Raises:
        DataError: If these are no examples of that form.
    """
    kind = kind_of(image_shape)
    form = kind.form_of(image_shape)
    images = np.asarray(images)
    if images.shape == form:
        images = images[None]
    if images.shape[1:] != form or not kind.holds(images):
        raise DataError(
            "These images do not fit the model.",
            cause="They are {dtype} of shape {shape}; the model takes {wanted} of shape (N, {form}).",
            remedy="Prepare them as the data sets are.",
            dtype=images.dtype,
            shape=images.shape,
            wanted=kind.dtype,
            form=", ".join(map(str, form)),
        )
    if kind.per_place and images.max(initial=0) >= image_shape[1]:
        raise DataError(
            "These characters are none that the model knows.",
            remedy="Give places in its alphabet of {count:,} characters.",
            count=image_shape[1],
        )
    if not np.isfinite(images).all():
        raise DataError(
            "Some of these numbers are infinite or none.", remedy="Leave out the rows they are in."
        )
    return images


def pixels_of(batch: NDArray[Any]) -> NDArray[np.float32]:
    """Return a batch as a data set has it as float32, images ``(N, C, H, W)`` in [0, 1] and numbers ``(N, F)``."""
    kind = kind_holding(batch)
    assert kind is not None, "it was checked"
    return np.ascontiguousarray(kind.floats(batch))
