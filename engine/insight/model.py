"""A model of one's own to look into, and what its answer hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.evaluation.evaluate import model_input
from engine.goals.registry import CLASSES
from engine.models.build import build_with

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.config import Experiment


def own_model(
    experiment: Experiment,
    state: Mapping[str, Tensor],
    *,
    classes: int = 10,
    image_shape: tuple[int, ...] = (1, 28, 28),
    goal: str = CLASSES.name,
) -> nn.Sequential:
    """Build a copy of a model on the CPU, ready to be looked into; whoever trains the first one does not disturb it.

    Args:
        experiment: The settings the model was made with.
        state: Its weights, such as those of a snapshot; they are copied.
        classes: How many classes it tells apart.
        image_shape: ``(C, H, W)`` of the images it takes.
        goal: What it gives.

    Raises:
        ModelError: If the weights do not fit the network.
    """
    model = build_with(experiment.network, state, image_shape=image_shape, classes=classes, goal=goal)
    return model.eval().requires_grad_(False)


def pixels_of(image: NDArray[np.uint8]) -> Tensor:
    """Turn one image ``(H, W)`` or ``(H, W, C)`` uint8 into what a model takes, ``(1, C, H, W)`` in [0, 1]."""
    return model_input(image[None])


def score(model: nn.Module, pixels: Tensor, target: int, against: int | None) -> Tensor:
    """Return what an explanation is about: the target's logit, or how far it lies above that of another class.

    Args:
        model: The model.
        pixels: ``(B, C, H, W)``.
        target: Index of the class that is asked about.
        against: Index of the class it is held against, or None.

    Returns:
        ``(B,)``.
    """
    logits: Tensor = model(pixels)
    return logits[:, target] if against is None else logits[:, target] - logits[:, against]


def pixel_gradients(model: nn.Module, pixels: Tensor, target: int, against: int | None) -> Tensor:
    """Return the gradient of the score of each image with respect to its pixels, ``(B, C, H, W)``."""
    with torch.enable_grad():
        pixels = pixels.detach().requires_grad_()
        total = score(model, pixels, target, against).sum()
        (gradients,) = torch.autograd.grad(total, pixels)
    return gradients


def as_map(values: Tensor) -> NDArray[np.float32]:
    """Return ``(C, H, W)`` as a map ``(H, W)``; the channels of a pixel are added up."""
    result: NDArray[np.float32] = values.detach().sum(dim=0).float().numpy()
    return result
