"""The kinds of hidden layers there are: a new one is one file beside this and one line in here."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from engine.errors import ModelError
from engine.models import dense

if TYPE_CHECKING:
    import torch
    from torch import nn

    from engine.config import DenseLayer, NetworkConfig

Shape = tuple[int, ...]


class LayerKind(Protocol):
    """What a file must hold to be a kind of layer; all but ``build`` work without torch.

    Attributes:
        FLAT_INPUT: Whether it takes a flat vector ``(units,)`` rather than an image ``(C, H, W)``.
    """

    FLAT_INPUT: bool

    def output_shape(self, layer: DenseLayer, input_shape: Shape, /) -> Shape:
        """Return the shape of what the layer gives for one image."""

    def parameter_count(self, layer: DenseLayer, input_shape: Shape, network: NetworkConfig, /) -> int:
        """Count the trained numbers of the layer."""

    def activation_count(self, layer: DenseLayer, input_shape: Shape, network: NetworkConfig, /) -> int:
        """Count the numbers kept for one image until its gradient is known."""

    def work(self, layer: DenseLayer, input_shape: Shape, /) -> int:
        """Count the multiply-adds of the forward pass of one image."""

    def build(
        self, layer: DenseLayer, input_shape: Shape, network: NetworkConfig, generator: torch.Generator, /
    ) -> nn.Module:
        """Return the layer's module, its first weights drawn from ``generator``."""


LAYER_KINDS: dict[str, LayerKind] = {
    "dense": dense,
}


@dataclass(frozen=True, slots=True)
class PlacedLayer:
    """A hidden layer and where in the network it stands.

    Attributes:
        layer: Its description.
        kind: What its kind knows of it.
        input_shape: Shape of what it takes for one image.
        flattened: Whether an image is made flat before it.
    """

    layer: DenseLayer
    kind: LayerKind
    input_shape: Shape
    flattened: bool

    @property
    def output_shape(self) -> Shape:
        """Shape of what it gives for one image."""
        return self.kind.output_shape(self.layer, self.input_shape)


def placed_layers(network: NetworkConfig, image_shape: Shape) -> Iterator[PlacedLayer]:
    """Go through the hidden layers in order, with the shapes between them.

    Raises:
        ModelError: If there is no such kind of layer.
    """
    shape = image_shape
    for layer in network.hidden:
        kind = LAYER_KINDS.get(layer.kind)
        if kind is None:
            names = ", ".join(LAYER_KINDS)
            raise ModelError(f"There is no layer of kind “{layer.kind}”.", remedy=f"Kinds are: {names}.")
        flattened = kind.FLAT_INPUT and len(shape) > 1
        placed = PlacedLayer(layer, kind, (math.prod(shape),) if flattened else shape, flattened)
        yield placed
        shape = placed.output_shape
