"""What a network withstands, on one whose answer is known: it looks at a single pixel."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from engine.config import Adversary, TrainingConfig
from engine.data.dataset import Dataset
from engine.training.batches import ImageTensors
from engine.training.robustness import robustness

STRENGTH = 0.2
CONFIG = TrainingConfig(adversary=Adversary.PGD, adversary_strength=STRENGTH)


class OnePixel(nn.Module):
    """Says 1 where the first pixel is above a half, else 0."""

    def forward(self, images: Tensor) -> Tensor:
        first = images.flatten(1)[:, 0] - 0.5
        return torch.stack([-first, first], dim=1)


def pixels_from(first: np.ndarray, size: int = 3) -> Dataset:
    images = np.zeros((len(first), size, size), np.uint8)
    images[:, 0, 0] = first
    labels = (first > 127).astype(np.int64)
    return Dataset("pixels", images, labels, ("dark", "bright"))


def test_what_can_be_reached_is_lost_and_nothing_else() -> None:
    first = np.arange(256, dtype=np.uint8)
    found = robustness(OnePixel().eval(), ImageTensors(pixels_from(first), torch.device("cpu")), CONFIG)
    within = np.abs(first / 255 - 0.5) < STRENGTH
    assert found.accuracy == found.fgsm_accuracy == 1 - within.mean()
    # Noise takes a pixel that lies d from the middle across it with a chance of (1 - d / strength) / 2.
    assert abs(found.noise_accuracy - (1 - within.mean() / 4)) < 0.05


def test_it_is_the_same_each_time_and_bounded() -> None:
    chance = np.random.default_rng(0)
    data = ImageTensors(pixels_from(chance.integers(0, 256, 5000).astype(np.uint8)), torch.device("cpu"))
    once, again = (robustness(OnePixel().eval(), data, CONFIG) for _ in range(2))
    assert once == again
    assert round(1000 * once.accuracy, 6) == round(1000 * once.accuracy)  # of a thousand images
