"""The kinds of hidden layers there are: a new one is one file beside this and one line in here."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from engine.errors import ModelError
from engine.models import conv, dense
from engine.settings import Problem
from engine.words import Phrase

if TYPE_CHECKING:
    import torch
    from torch import nn

    from engine.config import HiddenLayer, NetworkConfig

Shape = tuple[int, ...]


class LayerKind(Protocol):
    """What a file must hold to be a kind of layer; all but ``build`` work without torch.

    Attributes:
        FLAT_INPUT: Whether it takes a flat vector ``(units,)`` rather than an image ``(C, H, W)``.
    """

    FLAT_INPUT: bool

    def misfit(self, layer: Any, input_shape: Shape, /) -> Problem | None:
        """Return what keeps the layer from taking ``input_shape``, its path the setting's name; None if it fits."""

    def output_shape(self, layer: Any, input_shape: Shape, /) -> Shape:
        """Return the shape of what the layer gives for one image."""

    def parameter_count(self, layer: Any, input_shape: Shape, network: NetworkConfig, /) -> int:
        """Count the trained numbers of the layer."""

    def activation_count(self, layer: Any, input_shape: Shape, network: NetworkConfig, /) -> int:
        """Count the numbers kept for one image until its gradient is known."""

    def work(self, layer: Any, input_shape: Shape, /) -> int:
        """Count the multiply-adds of the forward pass of one image."""

    def build(
        self, layer: Any, input_shape: Shape, network: NetworkConfig, generator: torch.Generator, /
    ) -> nn.Module:
        """Return the layer's module, its first weights drawn from ``generator``."""


LAYER_KINDS: dict[str, LayerKind] = {
    "dense": dense,
    "conv": conv,
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

    layer: HiddenLayer
    kind: LayerKind
    input_shape: Shape
    flattened: bool

    @property
    def misfit(self) -> Problem | None:
        """What keeps the layer from taking what comes before it, its path the setting's name; None if it fits."""
        if not self.kind.FLAT_INPUT and len(self.input_shape) == 1:
            return Problem("kernel", "needs an image, and a dense layer leaves none")
        return self.kind.misfit(self.layer, self.input_shape)

    def label_of(self, problem: Problem) -> Phrase:
        """Return the label of the setting that a misfit names."""
        return Phrase(type(self.layer).model_fields[problem.path].title or problem.path)

    @property
    def output_shape(self) -> Shape:
        """Shape of what it gives for one image."""
        return self.kind.output_shape(self.layer, self.input_shape)


def placed_layers(network: NetworkConfig, image_shape: Shape) -> Iterator[PlacedLayer]:
    """Go through the hidden layers in order, with the shapes between them.

    Raises:
        ModelError: If there is no such kind of layer, or a layer cannot take what comes before it.
    """
    shape = image_shape
    for number, layer in enumerate(network.hidden, start=1):
        kind = LAYER_KINDS.get(layer.kind)
        if kind is None:
            raise ModelError(
                "There is no layer of kind “{kind}”.",
                remedy="Kinds are: {known}.",
                kind=layer.kind,
                known=", ".join(LAYER_KINDS),
            )
        flattened = kind.FLAT_INPUT and len(shape) > 1
        placed = PlacedLayer(layer, kind, (math.prod(shape),) if flattened else shape, flattened)
        problem = placed.misfit
        if problem is not None:
            raise ModelError(
                "Hidden layer {number} cannot be built.",
                cause=Phrase(
                    "{setting} {problem}.", setting=placed.label_of(problem), problem=problem.message
                ),
                remedy="Use smaller kernels and strides, or less pooling.",
                number=number,
            )
        yield placed
        shape = placed.output_shape


def layer_problems(network: NetworkConfig, image_shape: Shape) -> tuple[Problem, ...]:
    """Return the first layer's problem that keeps a network from being built; the layers behind it have no shape.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.
    """
    shape = image_shape
    for place, layer in enumerate(network.hidden):
        kind = LAYER_KINDS[layer.kind]
        placed = PlacedLayer(layer, kind, (math.prod(shape),) if kind.FLAT_INPUT else shape, kind.FLAT_INPUT)
        problem = placed.misfit
        if problem is not None:
            return (replace(problem, path=f"network.hidden.{place}.{problem.path}"),)
        shape = placed.output_shape
    return ()
