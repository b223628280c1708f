"""Projected gradient descent by distance: the change of all pixels together is bounded, not that of each.

Source: Madry et al. 2018, arXiv:1706.06083.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.pgd import STRIDE
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

SMALLEST = 1e-12  # no gradient is shorter than that but one of nothing


class ProjectedGradientByDistance(Attack):
    """Steps of the same length along the gradient, the sum of all squares bounded."""

    name: ClassVar[str] = "pgd-l2"
    title: ClassVar[Phrase] = Phrase("Many steps by distance (PGD, L2)")
    help: ClassVar[Phrase] = Phrase(
        "Takes many small steps; the root of all squared changes is bounded, so few pixels may go far and most stay."
    )
    strength: ClassVar[Strength] = Strength(
        Phrase("Distance"),
        Phrase("The root of the sum of all squared changes; 1 is one pixel from black to white"),
        8.0,
        2.0,
        (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0),
    )
    has_steps: ClassVar[bool] = True

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images after their steps, begun anywhere within reach where there is a generator."""
        import torch

        from engine.attacks.gradient import rising

        changed = images.clone()
        if (generator := terms.generator) is not None:
            way = torch.empty_like(images).normal_(generator=generator)
            far = torch.rand(len(images), 1, 1, 1, generator=generator, device=images.device)
            changed.add_(way.mul_(strength * far / length(way))).clamp_(0, 1)
        for _ in range(terms.steps):
            terms.heed()
            direction = of_length_one(rising(model, changed, labels, terms.aims))
            changed.add_(direction, alpha=STRIDE * strength / terms.steps)
            away = changed - images
            changed = away.mul_((strength / length(away)).clamp_(max=1)).add_(images).clamp_(0, 1)
        return changed


def of_length_one(changes: Tensor) -> Tensor:
    """Return ``changes (B, C, H, W)`` of length 1 each, however small they are; what is nothing stays so.

    Where a network is sure its gradients are so small that their squares would be nothing in single precision.
    """
    import torch

    largest = changes.flatten(1).abs().amax(1).clamp_min_(torch.finfo(changes.dtype).tiny)
    scaled = changes / largest.reshape(-1, 1, 1, 1)
    return scaled.div_(length(scaled))


def length(changes: Tensor) -> Tensor:
    """Return the Euclidean length of each of ``changes (B, C, H, W)``, ``(B, 1, 1, 1)`` and above 0."""
    norms: Tensor = changes.flatten(1).norm(dim=1)
    return norms.clamp_min_(SMALLEST).reshape(-1, 1, 1, 1)
