"""What would make it a 7: the pixels to draw and those to rub out so that the network rather says another class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.insight.model import as_map, pixel_gradients, pixels_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import nn


@dataclass(frozen=True, slots=True, eq=False)
class PixelChanges:
    """How far each pixel could bring the wanted class up against the other, in logits, as the gradient has it.

    Attributes:
        target: Index of the wanted class.
        against: Index of the other.
        lead: How far the wanted class is ahead now, in logits; below 0 it is behind.
        add: ``(H, W)`` float32, at least 0: what is won by making the pixel full ink.
        remove: ``(H, W)`` float32, at least 0: what is won by wiping it out.
    """

    target: int
    against: int
    lead: float
    add: NDArray[np.float32]
    remove: NDArray[np.float32]


def pixel_changes(
    model: nn.Module, image: NDArray[np.uint8], target: int, *, against: int | None = None
) -> PixelChanges:
    """Find which pixels keep the network from saying a class.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        target: Index of the wanted class.
        against: Index of the class to leave behind; by default the most probable other one.
    """
    pixels = pixels_of(image)  # (1, C, H, W)
    with torch.inference_mode():
        logits = model(pixels)[0]
    if against is None:
        others = logits.clone()
        others[target] = -torch.inf
        against = int(others.argmax())
    gradients = pixel_gradients(model, pixels, target, against)[0]
    return PixelChanges(
        target,
        against,
        float(logits[target] - logits[against]),
        as_map(gradients.clamp(min=0) * (1 - pixels[0])),
        as_map((-gradients).clamp(min=0) * pixels[0]),
    )
