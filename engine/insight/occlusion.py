"""Occlusion: how much an answer loses when a square of the image is wiped out.

It asks the network and nothing else, and so holds for any; what two squares do together it does not see.

Source: Zeiler and Fergus 2014, arXiv:1311.2901.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from engine.insight.brief_portions import brief_portions
from engine.insight.model import as_map, pixels_of, score
from engine.models.size import numbers_per_image, work_per_image
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.config import NetworkConfig

PATCH, STRIDE = 4, 2
BATCH = 64
MOST_WORK = 10**10  # multiply-adds for a map: some seconds on a small machine
WORK_PER_NUMBER = 20  # a number that a layer keeps costs as much as so many multiply-adds


def affordable_squares(network: NetworkConfig, image_shape: tuple[int, ...]) -> tuple[int, int]:
    """Return the side of the squares and the pixels from one to the next that a network is asked about in seconds.

    They are the usual ones but for large networks: there the squares lie side by side, and are larger where that is
    still too much.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.
    """
    height, width = image_shape[-2:]
    each = work_per_image(network, image_shape) + WORK_PER_NUMBER * numbers_per_image(network, image_shape)
    patch, stride = PATCH, STRIDE
    while patch < max(height, width):
        squares = len(_starts(height, patch, stride)) * len(_starts(width, patch, stride))
        if squares * each <= MOST_WORK:
            break
        patch, stride = (patch, patch) if stride < patch else (2 * patch, 2 * patch)
    return patch, stride


def occlusion(
    model: nn.Module,
    image: NDArray[np.uint8],
    target: int,
    *,
    against: int | None = None,
    patch: int = PATCH,
    stride: int = STRIDE,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Return how much a class loses by what is wiped out around each pixel, averaged over the squares that hold it.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        target: Index of the class asked about.
        against: Index of a class it is held against: the map is of the difference of the two logits then.
        patch: Side of the square in pixels.
        stride: Pixels from one square to the next; what lies between them is 0.
        progress: Told what is done, and the share that is done.
        cancelled: Asked every half a second or so whether to give up.

    Returns:
        ``(H, W)`` float32, in logits; below 0 where the class gains.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    pixels = pixels_of(image)  # (1, C, H, W)
    masks = _squares(pixels.shape[-2], pixels.shape[-1], patch, stride)  # (squares, H, W) bool
    # A square without ink changes nothing.
    inked = (masks & (pixels[0] != 0).any(dim=0)).flatten(1).any(dim=1)
    losses = torch.zeros(len(masks))
    with torch.inference_mode():
        whole = score(model, pixels, target, against)
        found = inked.nonzero()[:, 0]
        what = Phrase("Wiping out squares")
        for part in brief_portions(model, len(found), BATCH, what, progress=progress, cancelled=cancelled):
            chosen = found[part]
            wiped = pixels.masked_fill(masks[chosen, None], 0.0)  # (B, C, H, W)
            losses[chosen] = (whole - score(model, wiped, target, against)).float()
    return as_map(torch.einsum("s,shw->hw", losses, masks.float()).div(masks.sum(dim=0).clamp(min=1))[None])


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
