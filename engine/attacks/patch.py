"""A patch: a square that may hold anything, stuck on the image where it does most.

The gradient tells how much each square would do at most; the most promising places are tried, on each the patch is
learnt by many steps, and the place where it did most is kept. Every image gets a patch of its own.

Source: the idea is that of Brown et al. 2017, arXiv:1712.09665, where one patch serves all images.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.few_pixels import extremes
from engine.attacks.pgd import STRIDE
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

TRIED = 8  # places


class Patch(Attack):
    """A square of pixels that may take any value."""

    name: ClassVar[str] = "patch"
    title: ClassVar[Phrase] = Phrase("A patch")
    help: ClassVar[Phrase] = Phrase(
        "Sticks a square on the image where it does most, and learns by many steps what to paint on it."
    )
    strength: ClassVar[Strength] = Strength(
        Phrase("Side"),
        Phrase("The side of the square in pixels"),
        16.0,
        5.0,
        (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0),
        is_whole=True,
    )
    has_steps: ClassVar[bool] = True

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images with a patch each; it draws no random number."""
        import torch

        from engine.attacks.gradient import rising, worse

        side = min(int(strength), *images.shape[2:])
        if side == 0 or not len(images):
            return images.clone()
        gradient = rising(model, images, labels, terms.aims)
        inside = _squares(gradient * (extremes(gradient) - images), side)  # (B, K, 1, H, W)
        count, tried = inside.shape[:2]
        mask = inside.flatten(0, 1)
        labels = labels.repeat_interleave(tried)
        aims = None if terms.aims is None else terms.aims.repeat_interleave(tried)
        changed = images.repeat_interleave(tried, dim=0)  # (BK, C, H, W)
        for _ in range(terms.steps):
            terms.heed()
            direction = rising(model, changed, labels, aims).sign_().mul_(mask)
            changed.add_(direction, alpha=STRIDE / terms.steps).clamp_(0, 1)
        best = worse(model, changed, labels, aims).reshape(count, tried).argmax(1)
        rows = torch.arange(count, device=images.device)
        return changed.reshape(count, tried, *images.shape[1:])[rows, best]


def _squares(gains: Tensor, side: int) -> Tensor:
    """Return the most promising squares as masks ``(B, K, 1, H, W)`` of 0 and 1.

    Args:
        gains: ``(B, C, H, W)``, how much each pixel would do.
        side: Of a square, in pixels, no more than the image has.
    """
    import torch
    from torch.nn import functional

    count, _, height, width = gains.shape
    sums = functional.avg_pool2d(gains.sum(1, keepdim=True), side, stride=1)  # (B, 1, H-side+1, W-side+1)
    across = sums.shape[3]
    places = sums.flatten(1).topk(min(TRIED, sums[0].numel())).indices  # (B, K)
    top, left = (places // across)[..., None, None], (places % across)[..., None, None]
    rows = torch.arange(height, device=gains.device)[:, None]
    columns = torch.arange(width, device=gains.device)
    inside = (rows >= top) & (rows < top + side) & (columns >= left) & (columns < left + side)
    return inside.to(gains.dtype).reshape(count, -1, 1, height, width)
