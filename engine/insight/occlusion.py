"""Occlusion: how much an answer loses when a square of the image is wiped out.

It asks the network and nothing else, and so holds for any; what two squares do together it does not see.

Source: Zeiler and Fergus 2014, arXiv:1311.2901.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from engine.insight.model import as_map, pixels_of, score
from engine.models.at_once import images_at_once

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

PATCH, STRIDE = 4, 2
BATCH = 64


def occlusion(
    model: nn.Module,
    image: NDArray[np.uint8],
    target: int,
    *,
    against: int | None = None,
    patch: int = PATCH,
    stride: int = STRIDE,
) -> NDArray[np.float32]:
    """Return how much a class loses by what is wiped out around each pixel, averaged over the squares that hold it.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        target: Index of the class asked about.
        against: Index of a class it is held against: the map is of the difference of the two logits then.
        patch: Side of the square in pixels.
        stride: Pixels from one square to the next.

    Returns:
        ``(H, W)`` float32, in logits; below 0 where the class gains.
    """
    pixels = pixels_of(image)  # (1, C, H, W)
    masks = _squares(pixels.shape[-2], pixels.shape[-1], patch, stride)  # (squares, H, W) bool
    # A square without ink changes nothing.
    inked = (masks & (pixels[0] != 0).any(dim=0)).flatten(1).any(dim=1)
    losses = torch.zeros(len(masks))
    with torch.inference_mode():
        whole = score(model, pixels, target, against)
        for chosen in inked.nonzero()[:, 0].split(images_at_once(model, BATCH)):
            wiped = pixels.masked_fill(masks[chosen, None], 0.0)  # (B, C, H, W)
            losses[chosen] = (whole - score(model, wiped, target, against)).float()
    return as_map(torch.einsum("s,shw->hw", losses, masks.float()).div(masks.sum(dim=0))[None])


def _squares(height: int, width: int, patch: int, stride: int) -> Tensor:
    """Return a mask for each square; those at the far edges may reach beyond and are cut off."""
    rows = _starts(height, patch, stride)
    columns = _starts(width, patch, stride)
    masks = torch.zeros(len(rows) * len(columns), height, width, dtype=torch.bool)
    for number, (top, left) in enumerate((top, left) for top in rows for left in columns):
        masks[number, top : top + patch, left : left + patch] = True
    return masks


def _starts(length: int, patch: int, stride: int) -> range:
    count = math.ceil(max(length - patch, 0) / stride) + 1
    return range(0, count * stride, stride)
