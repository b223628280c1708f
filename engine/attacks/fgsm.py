"""The fast gradient sign method: every pixel goes one step of the same size, the way that the loss rises.

Source: Goodfellow et al. 2015, arXiv:1412.6572.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

LARGEST_CHANGE = Strength(
    Phrase("Largest change"),
    Phrase("How much any pixel may change; 1 is from black to white"),
    1.0,
    0.1,
    (0.0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3),
)


class FastGradientSign(Attack):
    """One step along the sign of the gradient."""

    name: ClassVar[str] = "fgsm"
    title: ClassVar[Phrase] = Phrase("One step (FGSM)")
    help: ClassVar[Phrase] = Phrase(
        "Looks once which way each pixel makes the answer worse, and moves all of them that way by the same amount."
    )
    strength: ClassVar[Strength] = LARGEST_CHANGE

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images one step on; it takes no others, and draws no random number."""
        from engine.attacks.gradient import rising

        return (images + strength * rising(model, images, labels, terms.aims).sign()).clamp(0, 1)
