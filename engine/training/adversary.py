"""The adversary of a training: changes images of a batch so that the network reads them wrong, before it learns.

It attacks the network as it answers, in evaluation mode: dropout is off and draws nothing, batch normalisation uses its
running statistics and leaves them as they are. The step that follows learns from the changed images as ever.

Source: Madry et al. 2018, arXiv:1706.06083 (many steps); Wong, Rice and Kolter 2020, arXiv:2001.03994 (one step from a
random beginning, a quarter longer than what is within reach).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.attacks.pgd import STRIDE, ProjectedGradient
from engine.config import Adversary

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

    from engine.config import TrainingConfig

ONE_STRIDE = 1.25  # of the strength


@dataclass(frozen=True, slots=True)
class Opponent:
    """How the images of a batch are attacked.

    Attributes:
        steps: How many steps it takes.
        stride: How far they go together, in strengths.
        share: Which share of each batch it changes: the first images of it, whose order is random.
        generator: Where its random beginnings come from.
    """

    steps: int
    stride: float
    share: float
    generator: torch.Generator

    def count(self, size: int) -> int:
        """Return how many images of a batch of ``size`` it changes, at least one."""
        return max(1, round(self.share * size))

    def change(self, model: nn.Module, images: Tensor, labels: Tensor, strength: float) -> None:
        """Change the first images of a batch in place.

        Args:
            model: In training mode, and left so; takes pixels in [0, 1], gives logits.
            images: ``(B, C, H, W)`` float32 in [0, 1].
            labels: ``(B,)`` int64.
            strength: How much it may change a pixel.
        """
        chosen = self.count(len(labels))
        as_it_answers(model)
        images[:chosen] = ProjectedGradient(self.stride).perturb(
            model, images[:chosen], labels[:chosen], strength, steps=self.steps, generator=self.generator
        )
        model.train()


def as_it_answers(model: nn.Module) -> None:
    """Put a network into evaluation mode, so that gradients can be asked for on any device.

    PyTorch's recurrent modules, which have no dropout of their own here and compute the same in both modes, stay in
    training mode: a graphics card refuses them gradients in the other.
    """
    from torch import nn

    model.eval()
    for module in model.modules():
        if isinstance(module, nn.RNNBase):
            module.train()


def opponent_of(config: TrainingConfig, generator: torch.Generator) -> Opponent | None:
    """Return the adversary that the settings ask for, or None."""
    if config.adversary is Adversary.OFF:
        return None
    many = config.adversary is Adversary.PGD
    steps, stride = (config.adversary_steps, STRIDE) if many else (1, ONE_STRIDE)
    return Opponent(steps, stride, config.adversary_share, generator)
