"""The dense layer: every unit sees every unit before it; its sizes (without torch) and its module."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from torch import nn

    from engine.config import DenseLayer, NetworkConfig
    from engine.settings import Problem

FLAT_INPUT = True


def misfit(layer: DenseLayer, input_shape: tuple[int, ...]) -> Problem | None:
    """Return what keeps the layer from taking what comes before it: nothing."""
    del layer, input_shape
    return None


def output_shape(layer: DenseLayer, input_shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape of what the layer gives for one image."""
    del input_shape
    return (layer.size,)


def parameter_count(layer: DenseLayer, input_shape: tuple[int, ...], network: NetworkConfig) -> int:
    """Count the trained numbers of the layer."""
    scale_and_shift = 2 * layer.size if network.normalizes(layer) else 0
    return (math.prod(input_shape) + 1) * layer.size + scale_and_shift


def activation_count(layer: DenseLayer, input_shape: tuple[int, ...], network: NetworkConfig) -> int:
    """Count the numbers that are kept for one image until its gradient is known."""
    del input_shape
    stages = (
        2 + network.normalizes(layer) + 2 * (layer.dropout > 0)
    )  # sum, activation, normalised, mask and masked
    return stages * layer.size


def work(layer: DenseLayer, input_shape: tuple[int, ...]) -> int:
    """Count the multiply-adds of the forward pass of one image."""
    return math.prod(input_shape) * layer.size


def build(
    layer: DenseLayer, input_shape: tuple[int, ...], network: NetworkConfig, generator: torch.Generator
) -> nn.Module:
    """Return the layer's module: linear, batch normalisation, activation, dropout, the middle ones as asked for.

    Args:
        layer: Its description.
        input_shape: Shape of what it takes for one image, ``(units,)``.
        network: The network it is part of.
        generator: Where its first weights come from.
    """
    from torch import nn

    from engine.models.layers import ACTIVATIONS, Dropout, linear

    module = nn.Sequential()
    sums = linear(math.prod(input_shape), layer.size, network.initialisation, layer.activation, generator)
    module.add_module("linear", sums)
    if network.normalizes(layer):
        module.add_module("norm", nn.BatchNorm1d(layer.size))
    module.add_module("activation", ACTIVATIONS[layer.activation]())
    if layer.dropout > 0:
        module.add_module("dropout", Dropout(layer.dropout))
    return module
