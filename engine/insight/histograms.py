"""How the weights of each layer, and their gradients, are distributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.func import functional_call
from torch.nn import functional

from engine.evaluation.evaluate import model_input
from engine.training.histogram import BINS, Histogram, count

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

__all__ = ["BINS", "Histogram", "gradient_histograms", "weight_histograms"]


def weight_histograms(state: Mapping[str, Tensor], bins: int = BINS) -> tuple[Histogram, ...]:
    """Return a histogram of the weights, biases left out, of each layer.

    Args:
        state: The state dict of a model, such as that of a snapshot.
        bins: How many bins.
    """
    return tuple(count(_layer(name), state[name], bins) for name in _weights(state))


def gradient_histograms(
    model: nn.Module,
    images: NDArray[np.uint8],
    labels: NDArray[np.int64],
    bins: int = BINS,
    *,
    label_smoothing: float = 0.0,
) -> tuple[Histogram, ...]:
    """Return a histogram of the gradients of the weights of each layer, for the mean loss of some images.

    Args:
        model: A model in evaluation mode; it is left as it is.
        images: ``(B, H, W)`` or ``(B, H, W, C)`` uint8.
        labels: ``(B,)`` int64.
        bins: How many bins.
        label_smoothing: As in the training of the model.
    """
    with torch.enable_grad():
        weights = {name: tensor.detach().requires_grad_() for name, tensor in model.named_parameters()}
        logits = functional_call(model, weights, (model_input(images),))
        loss = functional.cross_entropy(
            logits, torch.from_numpy(labels.copy()), label_smoothing=label_smoothing
        )
        names = _weights(weights)
        gradients = torch.autograd.grad(loss, [weights[name] for name in names])
    return tuple(count(_layer(name), gradient, bins) for name, gradient in zip(names, gradients, strict=True))


def _weights(state: Mapping[str, Tensor]) -> list[str]:
    return [name for name, tensor in state.items() if name.endswith(".weight") and tensor.ndim > 1]


def _layer(name: str) -> str:
    """Return the layer that a tensor of the state dict belongs to."""
    return name.partition(".")[0]
