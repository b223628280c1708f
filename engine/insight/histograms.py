"""How the weights of each layer, and their gradients, are distributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.func import functional_call
from torch.nn import functional

from engine.evaluation.evaluate import model_input

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from torch import Tensor, nn

BINS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Numbers of one layer in bins.

    Attributes:
        layer: Its name.
        edges: ``(bins + 1,)`` float64, bounds of the bins, as far to either side of 0.
        counts: ``(bins,)`` int64.
        norm: Length of all numbers together, as of one vector.
    """

    layer: str
    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    norm: float


def weight_histograms(state: Mapping[str, Tensor], bins: int = BINS) -> tuple[Histogram, ...]:
    """Return a histogram of the weights, biases left out, of each layer.

    Args:
        state: The state dict of a model, such as that of a snapshot.
        bins: How many bins.
    """
    return tuple(_histogram(name, state[name], bins) for name in _weights(state))


def gradient_histograms(
    model: nn.Module, images: NDArray[np.uint8], labels: NDArray[np.int64], bins: int = BINS
) -> tuple[Histogram, ...]:
    """Return a histogram of the gradients of the weights of each layer, for the mean loss of some images.

    Args:
        model: A model in evaluation mode; it is left as it is.
        images: ``(B, H, W)`` or ``(B, H, W, C)`` uint8.
        labels: ``(B,)`` int64.
        bins: How many bins.
    """
    with torch.enable_grad():
        weights = {name: tensor.detach().requires_grad_() for name, tensor in model.named_parameters()}
        logits = functional_call(model, weights, (model_input(images),))
        loss = functional.cross_entropy(logits, torch.from_numpy(labels.copy()))
        names = _weights(weights)
        gradients = torch.autograd.grad(loss, [weights[name] for name in names])
    return tuple(_histogram(name, gradient, bins) for name, gradient in zip(names, gradients, strict=True))


def _weights(state: Mapping[str, Tensor]) -> list[str]:
    return [name for name, tensor in state.items() if name.endswith(".weight") and tensor.ndim > 1]


def _histogram(name: str, values: Tensor, bins: int) -> Histogram:
    numbers = values.detach().float().contiguous().flatten().numpy()
    numbers = numbers[np.isfinite(numbers)]
    reach = float(np.abs(numbers).max(initial=0.0)) or 1.0
    counts, edges = np.histogram(numbers, bins=bins, range=(-reach, reach))
    norm = float(np.sqrt(np.square(numbers, dtype=np.float64).sum()))
    return Histogram(name.partition(".")[0], edges.astype(np.float64), counts.astype(np.int64), norm)
