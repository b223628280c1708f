"""Integrated gradients: what each pixel adds to an answer on the way from a blank image to this one.

The gradients along the straight way are averaged, so that the map adds up to the difference of the answer between the
blank image and this one, saturated units or not.

Source: Sundararajan et al. 2017, arXiv:1703.01365.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.insight.brief_portions import brief_portions
from engine.insight.model import as_map, pixel_gradients, pixels_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from torch import nn

STEPS = 32


def integrated_gradients(
    model: nn.Module,
    image: NDArray[np.uint8],
    target: int,
    *,
    against: int | None = None,
    steps: int = STEPS,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Return how much each pixel speaks for a class; below 0 it speaks against it.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        target: Index of the class asked about.
        against: Index of a class it is held against: the map is of the difference of the two logits then.
        steps: Images on the way, at the places and with the weights of Gauss and Legendre.
        progress: Told what is done, and the share that is done.
        cancelled: Asked every half a second or so whether to give up.

    Returns:
        ``(H, W)`` float32, in logits.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    places, weights = np.polynomial.legendre.leggauss(steps)  # on [-1, 1]
    shares = torch.from_numpy((places + 1) / 2).float().view(-1, 1, 1, 1)
    pixels = pixels_of(image)  # (1, C, H, W)
    way = brief_portions(
        *(model, steps, steps, Phrase("Adding up gradients")),
        copies=2,
        progress=progress,
        cancelled=cancelled,
    )
    gradients = torch.cat(
        [pixel_gradients(model, shares[part] * pixels, target, against) for part in way]
    )  # (steps, C, H, W)
    mean = (gradients * torch.from_numpy(weights / 2).float().view(-1, 1, 1, 1)).sum(dim=0)
    return as_map(mean * pixels[0])
