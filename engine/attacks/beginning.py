"""Where an attack begins: anywhere within reach of an image, each pixel moved at random."""

from __future__ import annotations

import torch
from torch import Tensor


def begin(images: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Return images that lie within ``strength`` of ``images (B, C, H, W)``, in [0, 1] still.

    On the processor 16 random bits say how far a pixel goes, which takes a third of the time of a real number.
    """
    away = torch.empty_like(images)
    if images.device.type == "cpu":
        words = torch.empty(-(-images.numel() // 4), dtype=torch.int64)
        draw(away, words, words.view(torch.int16)[: images.numel()].view(away.shape), strength, generator)
    else:
        away.uniform_(-strength, strength, generator=generator)
    return away.add_(images).clamp_(0, 1)


def draw(away: Tensor, words: Tensor, bits: Tensor, strength: float, generator: torch.Generator) -> None:
    """Fill ``away`` with numbers from minus ``strength`` to below it; read by the script compiler.

    Args:
        away: Of any shape, float.
        words: ``(W,)`` int64, where random bits are drawn.
        bits: The same bits as int16, of the shape of ``away``.
        strength: How far.
        generator: Where the bits come from.
    """
    words.random_(-9223372036854775807 - 1, None, generator=generator)
    away.copy_(bits).mul_(strength / 32768)
