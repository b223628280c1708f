"""Projected gradient descent from many starts: what one start misses, another may find.

Every second start goes by the margin of the logits, whose gradient does not vanish where the network is all too sure.

Source: Gowal et al. 2019, arXiv:1910.09338, compares such attacks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.fgsm import LARGEST_CHANGE
from engine.attacks.pgd import ProjectedGradient
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

STARTS = 20


class ManyStarts(Attack):
    """As PGD, again and again for each image that is not fooled yet.

    Args:
        starts: How often at most, 1 or more.
    """

    name: ClassVar[str] = "pgd-hard"
    title: ClassVar[Phrase] = Phrase("Many steps, many starts (hard)")
    help: ClassVar[Phrase] = Phrase(
        "Takes many small steps, and begins anew elsewhere until the answer changes: up to {starts} times as long.",
        starts=STARTS,
    )
    strength: ClassVar[Strength] = LARGEST_CHANGE
    has_steps: ClassVar[bool] = True

    def __init__(self, starts: int = STARTS) -> None:
        self._starts = starts

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return what fooled the model first of each image; of those that nothing did, what the first start gave.

        Without a generator the first start is the image itself, and the others are the same each time.
        """
        import torch

        from engine.attacks.gradient import margins

        found, aims, generator = images.clone(), terms.aims, terms.generator
        left = torch.arange(len(images), device=images.device)  # places of those that are not fooled
        for start in range(self._starts):
            wanted = labels[left] if aims is None else aims[left]
            again = replace(terms, aims=None if aims is None else wanted, generator=generator)
            pgd = ProjectedGradient(margin=start % 2 == 1)
            changed = pgd.changed(model, images[left], labels[left], strength, again)
            with torch.no_grad():
                other = margins(model(changed), wanted) > 0
            fooled = other if aims is None else ~other
            kept = fooled if start else torch.ones_like(fooled)
            found[left[kept]] = changed[kept]
            left = left[~fooled]
            if len(left) == 0:
                break
            if generator is None:
                generator = torch.Generator(images.device).manual_seed(0)
        return found
