"""Gradient × input: what each pixel adds to an answer, as if the network were linear around this image.

Fast, and exact for a linear network; where units are saturated it sees nothing of what a pixel did on the way there.

Source: Shrikumar et al. 2016, arXiv:1605.01713.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.insight.model import as_map, pixel_gradients, pixels_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import nn


def gradient_times_input(
    model: nn.Module, image: NDArray[np.uint8], target: int, *, against: int | None = None
) -> NDArray[np.float32]:
    """Return how much each pixel speaks for a class; below 0 it speaks against it.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        target: Index of the class asked about.
        against: Index of a class it is held against: the map is of the difference of the two logits then.

    Returns:
        ``(H, W)`` float32, in logits.
    """
    pixels = pixels_of(image)  # (1, C, H, W)
    return as_map((pixel_gradients(model, pixels, target, against) * pixels)[0])
