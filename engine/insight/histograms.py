"""How the weights of each layer, and their gradients, are distributed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import torch
from torch.func import functional_call

from engine.evaluation.evaluate import model_input
from engine.goals.registry import goal_holding
from engine.models.at_once import portions
from engine.models.parts import as_one, is_layer, is_matrix
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
    return tuple(
        count(layer, as_one(state[name] for name in names), bins) for layer, names in _weights(state).items()
    )


def gradient_histograms(
    model: nn.Module,
    images: NDArray[np.uint8],
    labels: NDArray[Any],
    bins: int = BINS,
    *,
    label_smoothing: float = 0.0,
) -> tuple[Histogram, ...]:
    """Return a histogram of the gradients of the weights of each layer, for the mean loss of some images.

    Args:
        model: A model in evaluation mode; it is left as it is.
        images: ``(B, H, W)`` or ``(B, H, W, C)`` uint8.
        labels: ``(B, …)``, as a data set keeps them.
        bins: How many bins.
        label_smoothing: As in the training of the model.
    """
    goal = goal_holding(labels)
    assert goal is not None, "they are of a data set"
    goal = goal.fitted(labels)
    with torch.enable_grad():
        weights = {name: tensor.detach().requires_grad_() for name, tensor in model.named_parameters()}
        of_layers = _weights(weights)
        wanted = [weights[name] for names in of_layers.values() for name in names]
        sums: list[Tensor] = []
        for part in portions(model, len(labels), len(labels), copies=2):
            logits = functional_call(model, weights, (model_input(images[part]),))
            loss = goal.loss(logits, torch.from_numpy(labels[part].copy()), label_smoothing)
            share = (part.stop - part.start) / len(labels)
            found = [share * gradient for gradient in torch.autograd.grad(loss, wanted)]
            sums = [before + more for before, more in zip(sums, found, strict=True)] if sums else found
        gradients = iter(sums)
    return tuple(
        count(layer, as_one(islice(gradients, len(names))), bins) for layer, names in of_layers.items()
    )


def _weights(state: Mapping[str, Tensor]) -> dict[str, list[str]]:
    """Return the names of the tensors that hold weights, by layer; a layer without any is left out."""
    found: dict[str, list[str]] = {}
    for name, tensor in state.items():
        layer = name.partition(".")[0]
        if is_layer(layer) and is_matrix(tensor):
            found.setdefault(layer, []).append(name)
    return found
