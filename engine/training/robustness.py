"""How a network that is being hardened does on validation images that are attacked: measured after each epoch.

Many steps tell what it withstands. One step and mere noise of the same size are measured beside them, as only the three
together show whether a defence is one (``engine.attacks.masking``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch

from engine.attacks.fgsm import FastGradientSign
from engine.attacks.noise import RandomNoise
from engine.attacks.pgd import ProjectedGradient
from engine.models.at_once import portions
from engine.runtime import generator
from engine.training.events import ATTACKED_IMAGES

if TYPE_CHECKING:
    from torch import Tensor, nn

    from engine.config import TrainingConfig
    from engine.training.batches import ImageTensors

STEPS = 10
PORTION = 250


class Robustness(NamedTuple):
    """Which share of the attacked validation images is read right.

    Attributes:
        accuracy: After ten steps.
        fgsm_accuracy: After one step.
        noise_accuracy: With random noise.
    """

    accuracy: float
    fgsm_accuracy: float
    noise_accuracy: float


def robustness(model: nn.Module, data: ImageTensors, config: TrainingConfig) -> Robustness:
    """Attack some validation images at the whole strength, however far the adversary of the training has come.

    They are ``ATTACKED_IMAGES`` at most, taken evenly from the whole, and the same each time.

    Args:
        model: In evaluation mode.
        data: The validation images.
        config: How strong the adversary is, and the seed: random beginnings are the same each time.
    """
    chosen = torch.linspace(0, len(data) - 1, min(len(data), ATTACKED_IMAGES)).long().to(data.pixels.device)
    pixels, labels = data.inputs(chosen), data.labels[chosen]
    random = generator(config.seed, "robustness", pixels.device)
    right = torch.zeros(3, dtype=torch.int64, device=pixels.device)
    for part in portions(model, len(labels), PORTION, copies=2):
        images, truth = pixels[part], labels[part]
        for place, attack in enumerate((ProjectedGradient(), FastGradientSign(), RandomNoise())):
            changed = attack.perturb(
                model, images, truth, config.adversary_strength, steps=STEPS, generator=random
            )
            right[place] += _right(model, changed, truth)
    return Robustness(*(right.double() / len(labels)).tolist())


@torch.no_grad()
def _right(model: nn.Module, images: Tensor, labels: Tensor) -> Tensor:
    return torch.eq(model(images).argmax(1), labels).sum()
