"""The strongest connections between the layers for one image: who tells whom how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from engine.insight.activations import inputs_of_layers
from engine.insight.model import layers, pixels_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Connections:
    """The strongest connections from one layer to the next, the strongest first.

    Attributes:
        source_layer: Where they come from: ``input`` or the name of a layer.
        layer: Where they lead.
        sources: ``(K,)`` int64: units of the layer they come from; channels where it is a convolution; pixels, row by
            row, where a dense layer sees the image, and its colours where a convolution does.
        targets: ``(K,)`` int64: units or channels.
        contributions: ``(K,)`` float32: what each adds to the sum of its target for this image; for a convolution
            the mean over all places.
    """

    source_layer: str
    layer: str
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    contributions: NDArray[np.float32]


def strongest_connections(
    model: nn.Sequential, image: NDArray[np.uint8], per_layer: int = 20
) -> tuple[Connections, ...]:
    """Return the strongest connections into each layer for an image.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        per_layer: How many into each layer.
    """
    found = []
    source_layer, channels = "input", 0  # channels of a convolution before, whose pixels count together
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image))
        for name, part, sums in layers(model):
            if isinstance(sums, nn.Conv2d):
                table = _of_convolution(part, sums, given[name])
                channels = sums.out_channels
            else:
                table = sums.weight * given[name]  # (units, inputs)
                if channels:
                    table = table.view(len(table), channels, -1).sum(dim=2)
                channels = 0
            strongest = table.abs().flatten().topk(min(per_layer, table.numel())).indices
            targets, sources = strongest // table.shape[1], strongest % table.shape[1]
            values = table[targets, sources].float()
            found.append(Connections(source_layer, name, sources.numpy(), targets.numpy(), values.numpy()))
            source_layer = name
    return tuple(found)


def _of_convolution(part: nn.Module, sums: nn.Conv2d, given: Tensor) -> Tensor:
    """Return what each channel adds to each, on average over the image: ``(channels out, channels in)``."""
    for module in part.children():
        if module is sums:
            break
        given = module(given)
    outputs, inputs = sums.weight.shape[:2]
    apart = sums.weight.transpose(0, 1).reshape(inputs * outputs, 1, *sums.kernel_size)
    maps = functional.conv2d(given, apart, stride=sums.stride, padding=sums.padding, groups=inputs)
    return maps[0].mean(dim=(1, 2)).view(inputs, outputs).T.contiguous()
