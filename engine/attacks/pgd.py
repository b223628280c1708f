"""Projected gradient descent: many small steps uphill, each brought back to within reach of the image.

Source: Madry et al. 2018, arXiv:1706.06083.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.fgsm import LARGEST_CHANGE
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

STRIDE = 2.5  # of the strength by the number of steps: they can go through all of what is within reach


class ProjectedGradient(Attack):
    """Steps along the sign of the gradient, no pixel further than the strength.

    Args:
        stride: How far all steps go together, in strengths.
        margin: Whether to go where another class gains on the label, and not where the loss rises: where a network is
            all too sure, the loss hardly tells one way from the other.
    """

    name: ClassVar[str] = "pgd"
    title: ClassVar[Phrase] = Phrase("Many steps (PGD)")
    help: ClassVar[Phrase] = Phrase(
        "Takes many small steps, and looks anew before each; no pixel goes further than the largest change."
    )
    strength: ClassVar[Strength] = LARGEST_CHANGE
    has_steps: ClassVar[bool] = True

    def __init__(self, stride: float = STRIDE, *, margin: bool = False) -> None:
        self._stride = stride
        self._margin = margin

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images after their steps, begun anywhere within reach where there is a generator."""
        from engine.attacks.beginning import begin
        from engine.attacks.gradient import rising

        changed = images.clone() if terms.generator is None else begin(images, strength, terms.generator)
        low, high = (images - strength).clamp_(0, 1), (images + strength).clamp_(0, 1)
        for _ in range(terms.steps):
            terms.heed()
            direction = rising(model, changed, labels, terms.aims, margin=self._margin).sign_()
            changed = changed.add_(direction, alpha=self._stride * strength / terms.steps).clamp_(low, high)
        return changed
