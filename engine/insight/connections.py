"""The strongest connections between the layers for one image: who tells whom how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.insight.activations import inputs_of_layers
from engine.insight.model import pixels_of
from engine.layers import Form, form_of, units_of
from engine.models.parts import layers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn


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
    """Return the strongest connections into each layer for an image; none into one that cannot tell them.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        per_layer: How many into each layer.
    """
    found = []
    source_layer = "input"
    before: torch.Size | None = None  # shape of what the layer before gives
    made: dict[str, Tensor] = {}
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image), made)
        for name, part, layer in layers(model):
            table = layer.contributions(part, given[name])  # (units, inputs)
            if table is not None:
                if before is not None:
                    table = _by_unit(table, before)
                strongest = table.abs().flatten().topk(min(per_layer, table.numel())).indices
                targets, sources = strongest // table.shape[1], strongest % table.shape[1]
                values = table[targets, sources].float()
                found.append(
                    Connections(source_layer, name, sources.numpy(), targets.numpy(), values.numpy())
                )
            source_layer, before = name, made[name].shape[1:]
    return tuple(found)


def _by_unit(table: Tensor, before: torch.Size) -> Tensor:
    """Add up what the places of a channel, or the steps of a unit, add: ``(units, inputs)`` to ``(units, units)``.

    Args:
        table: What each input adds to each unit.
        before: Shape of what the layer before gives.
    """
    units = units_of(before)
    if table.shape[1] == units:
        return table
    if form_of(before) is Form.SEQUENCE:
        return table.view(len(table), -1, units).sum(dim=1)
    return table.view(len(table), units, -1).sum(dim=2)
