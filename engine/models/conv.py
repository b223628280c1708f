"""The convolution: filters slide over an image, each giving a channel; its shapes (without torch) and its module."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.config import Padding, Pooling
from engine.config.network import POOL
from engine.settings import Problem

if TYPE_CHECKING:
    import torch
    from torch import nn

    from engine.config import ConvLayer, NetworkConfig

FLAT_INPUT = False


def misfit(layer: ConvLayer, input_shape: tuple[int, ...]) -> Problem | None:
    """Return what keeps the layer from taking an image of ``input_shape (C, H, W)``, or None."""
    height, width = input_shape[1:]
    if layer.padding is Padding.VALID and layer.kernel > min(height, width):
        values = {"limit": min(height, width), "height": height, "width": width}
        return Problem(
            "kernel",
            "must be at most {limit}: the image is {height} × {width} there",
            tuple((name, str(value)) for name, value in values.items()),
        )
    height, width = _filtered(layer, input_shape)
    if layer.pooling is not Pooling.NONE and min(height, width) < POOL:
        return Problem(
            "pooling",
            "needs at least 2 × 2 numbers, and only {height} × {width} are left there",
            (("height", str(height)), ("width", str(width))),
        )
    return None


def output_shape(layer: ConvLayer, input_shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape ``(C, H, W)`` of what the layer gives for one image."""
    height, width = _filtered(layer, input_shape)
    if layer.pooling is not Pooling.NONE:
        height, width = height // POOL, width // POOL
    return (layer.channels, height, width)


def parameter_count(layer: ConvLayer, input_shape: tuple[int, ...], network: NetworkConfig) -> int:
    """Count the trained numbers of the layer."""
    scale_and_shift = 2 * layer.channels if network.normalizes(layer) else 0
    return (_inputs(layer, input_shape) + 1) * layer.channels + scale_and_shift


def activation_count(layer: ConvLayer, input_shape: tuple[int, ...], network: NetworkConfig) -> int:
    """Count the numbers that are kept for one image until its gradient is known."""
    sums = layer.channels * math.prod(_filtered(layer, input_shape))
    given = math.prod(output_shape(layer, input_shape))
    pooled = 3 * given if layer.pooling is not Pooling.NONE else 0  # with indices of 8 bytes
    stages = (
        1 + network.normalizes(layer) + 2 * (layer.dropout > 0)
    )  # activation, normalised, mask and masked
    return sums + pooled + stages * given


def work(layer: ConvLayer, input_shape: tuple[int, ...]) -> int:
    """Count the multiply-adds of the forward pass of one image."""
    return layer.channels * _inputs(layer, input_shape) * math.prod(_filtered(layer, input_shape))


def build(
    layer: ConvLayer, input_shape: tuple[int, ...], network: NetworkConfig, generator: torch.Generator
) -> nn.Module:
    """Return the layer's module: convolution, pooling, batch normalisation, activation, dropout, as asked for.

    Pooling comes first, as it leaves the rest a quarter of the work. For the largest of four it makes no difference
    to an activation that rises, such as ReLU.

    Args:
        layer: Its description.
        input_shape: Shape of what it takes for one image, ``(C, H, W)``.
        network: The network it is part of.
        generator: Where its first weights come from.
    """
    from torch import nn

    from engine.models.layers import ACTIVATIONS, Dropout, convolution

    module = nn.Sequential()
    before, behind = _padding(layer)
    if before != behind:
        module.add_module("pad", nn.ZeroPad2d((before, behind, before, behind)))
    sums = convolution(
        input_shape[0],
        layer.channels,
        layer.kernel,
        network.initialisation,
        layer.activation,
        generator,
        stride=layer.stride,
        padding=before if before == behind else 0,
    )
    module.add_module("convolution", sums)
    if layer.pooling is not Pooling.NONE:
        pool = nn.MaxPool2d(POOL) if layer.pooling is Pooling.MAX else nn.AvgPool2d(POOL)
        module.add_module("pool", pool)
    if network.normalizes(layer):
        module.add_module("norm", nn.BatchNorm2d(layer.channels))
    module.add_module("activation", ACTIVATIONS[layer.activation]())
    if layer.dropout > 0:
        module.add_module("dropout", Dropout(layer.dropout))
    return module


def _padding(layer: ConvLayer) -> tuple[int, int]:
    """Return how many zeros stand before and behind each line; an even kernel has one more behind."""
    return ((layer.kernel - 1) // 2, layer.kernel // 2) if layer.padding is Padding.SAME else (0, 0)


def _filtered(layer: ConvLayer, input_shape: tuple[int, ...]) -> tuple[int, int]:
    """Return height and width of a channel before pooling."""
    added = sum(_padding(layer))
    height, width = ((side + added - layer.kernel) // layer.stride + 1 for side in input_shape[1:])
    return height, width


def _inputs(layer: ConvLayer, input_shape: tuple[int, ...]) -> int:
    """Return how many numbers a filter looks at."""
    return input_shape[0] * layer.kernel**2
