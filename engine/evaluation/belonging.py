"""Whether a model and data belong together: its images, and the classes it tells apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import ModelError

if TYPE_CHECKING:
    from engine.data.dataset import Split


def check_belongs(image_shape: tuple[int, ...], classes: tuple[str, ...], split: Split) -> None:
    """See that a model takes the images of the data and tells their classes apart.

    Args:
        image_shape: ``(C, H, W)`` of the images that the model takes.
        classes: Those it tells apart.
        split: The data.

    Raises:
        ModelError: If not.
    """
    if split.train.image_shape == image_shape and tuple(split.classes) == tuple(classes):
        return
    raise ModelError(
        "The model does not fit the data “{name}”.",
        cause="It takes other images, or tells other classes apart.",
        remedy="Choose the data it was trained on.",
        name=split.train.name,
    )
