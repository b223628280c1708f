"""Random noise, which knows nothing of the model: what an attack has to be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.fgsm import LARGEST_CHANGE
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn


class RandomNoise(Attack):
    """Every pixel goes any way, no further than the strength."""

    name: ClassVar[str] = "noise"
    title: ClassVar[Phrase] = Phrase("Random noise")
    help: ClassVar[Phrase] = Phrase(
        "Knows nothing of a network: each pixel changes by chance. What others do beyond that is what they know."
    )
    strength: ClassVar[Strength] = LARGEST_CHANGE
    uses_gradients: ClassVar[bool] = False

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images with noise from the generator; without one it is the same each time."""
        import torch

        del model, labels
        generator = terms.generator or torch.Generator(images.device).manual_seed(0)
        away = torch.empty_like(images).uniform_(-strength, strength, generator=generator)
        return away.add_(images).clamp_(0, 1)
