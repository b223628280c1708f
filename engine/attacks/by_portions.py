"""Attacks that try several changes of each image take so many images at a time as the memory allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.models.at_once import portions

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor, nn

MOST = 256  # images
GRADIENTS = 2  # copies of what layers make: of the numbers themselves, and of what they weigh


def by_portions(
    change: Callable[[Tensor, Tensor, Tensor | None], Tensor],
    model: nn.Module,
    images: Tensor,
    labels: Tensor,
    aims: Tensor | None,
    tried: int,
) -> Tensor:
    """Return ``images (B, C, H, W)`` changed, a portion after the other.

    Args:
        change: Takes images, labels and aims, and returns images.
        model: Whose layers take the memory.
        images: ``(B, C, H, W)``.
        labels: ``(B,)``.
        aims: ``(B,)``, or None.
        tried: How many changes of each image are tried together.
    """
    changed = images.clone()
    for part in portions(model, len(images), MOST, copies=GRADIENTS * tried):
        changed[part] = change(images[part], labels[part], None if aims is None else aims[part])
    return changed
