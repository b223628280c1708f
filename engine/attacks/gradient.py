"""The gradient of a loss with respect to pixels: where all attacks that know the model look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from engine.models.at_once import portions

if TYPE_CHECKING:
    from torch import Tensor, nn

AT_ONCE = 4096  # images
COPIES = 2  # of what layers make of an image, where gradients are asked for


def rising(
    model: nn.Module, images: Tensor, labels: Tensor, aims: Tensor | None = None, *, margin: bool = False
) -> Tensor:
    """Return in which direction each image gets worse for the model: away from its label, or towards an aim.

    It looks at as many at once as the memory allows.

    Args:
        model: Takes pixels in [0, 1], gives logits.
        images: ``(B, C, H, W)``.
        labels: ``(B,)`` int64.
        aims: ``(B,)`` int64, or None.
        margin: Whether to measure by the margin of the logits, and not by the cross-entropy.

    Returns:
        ``(B, C, H, W)``, the gradient of each image's own loss; of an aim's, its negative.
    """
    wanted, measured = labels if aims is None else aims, margins if margin else _entropies
    parts: list[Tensor] = []
    for part in portions(model, len(images), AT_ONCE, copies=COPIES):
        with torch.enable_grad():
            pixels = images[part].detach().requires_grad_()
            parts += torch.autograd.grad(measured(model(pixels), wanted[part]).sum(), pixels)
    gradient = parts[0] if len(parts) == 1 else torch.cat([images[:0], *parts])
    return gradient if aims is None else gradient.neg_()


@torch.no_grad()
def worse(model: nn.Module, images: Tensor, labels: Tensor, aims: Tensor | None = None) -> Tensor:
    """Return how bad each image is for the model: what ``rising`` points up to, ``(B,)``.

    Arguments as for ``rising``.
    """
    wanted = labels if aims is None else aims
    parts = [_entropies(model(images[part]), wanted[part]) for part in portions(model, len(images), AT_ONCE)]
    losses = torch.cat(parts) if parts else images.new_empty(0)
    return losses if aims is None else losses.neg_()


def margins(logits: Tensor, wanted: Tensor) -> Tensor:
    """Return how far the best other class lies above the one that is wanted, ``(B,)``; above 0 it is not answered.

    Source: Carlini and Wagner 2017, arXiv:1608.04644.

    Args:
        logits: ``(B, classes)``.
        wanted: ``(B,)`` int64.
    """
    place = wanted.unsqueeze(1)
    others = logits.scatter(1, place, -torch.inf)
    return others.amax(1) - logits.gather(1, place).squeeze(1)


def _entropies(logits: Tensor, wanted: Tensor) -> Tensor:
    return functional.cross_entropy(logits, wanted, reduction="none")
