"""Two kinds of layers for tests alone, unlike those of the program: one of two matrices, one that learns nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from engine.config import Activation
from engine.layers import LAYER_KINDS
from engine.layers.form import Shape
from engine.layers.layer import Layer, NetworkSettings, UnitTerms
from engine.settings import Problem, setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn


def register(monkeypatch: pytest.MonkeyPatch, *kinds: type[Layer]) -> None:
    """Add the kinds of this file, or some of them, to the registry until the test is over."""
    for kind in kinds or (TwinLayer, FoldLayer):
        monkeypatch.setitem(LAYER_KINDS, kind.kind_name(), kind)


class TwinLayer(Layer):
    """Two matrices with a bottleneck between, z = V U x + b; its modules look like those of dense layers."""

    kind: Literal["twin"] = "twin"
    size: int = setting(8, ge=1, label="Units", help="How many units the layer has.")
    activation: Activation = setting(Activation.TANH, label="Activation", help="Applied to each sum.")
    inner: int = setting(4, ge=1, label="Inner", help="How many numbers pass between the matrices.")
    eager: bool = setting(False, label="Eager", help="Doubles what passes.")

    title: ClassVar[str] = "Twin"
    plural: ClassVar[str] = "twins"
    add_name: ClassVar[str] = "Add twin"
    add_help: ClassVar[str] = "Add a twin like the last one"
    icon: ClassVar[str] = "copy"
    word: ClassVar[str] = "twin"
    word_help: ClassVar[str] = "twin16,8 for a twin in front"
    counted: ClassVar[str] = "size"

    def output_shape(self, input_shape: Shape) -> Shape:
        del input_shape
        return (self.size,)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        del network
        return (math.prod(input_shape) + 1) * self.inner + (self.inner + 1) * self.size

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        del input_shape, network
        return self.inner + 2 * self.size

    def work(self, input_shape: Shape) -> int:
        return (math.prod(input_shape) + self.size) * self.inner

    def normalized_in(self, network: NetworkSettings) -> bool:
        del network
        return False

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        count = self.parameter_count(input_shape, network)
        return (Phrase("z = V U x + b: {parameters:,} parameters", parameters=count),)

    def link_weights(self, tensor: Callable[[str], NDArray[Any]], input_shape: Shape) -> NDArray[Any]:
        del input_shape
        weights: NDArray[Any] = tensor("wide.weight") @ tensor("narrow.weight")
        return weights

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        from torch import nn

        from engine.layers.modules import ACTIVATIONS, linear

        inputs, how = math.prod(input_shape), (network.initialisation, self.activation, generator)
        module = nn.Sequential()
        module.add_module("narrow", linear(inputs, self.inner, *how))
        module.add_module("wide", linear(self.inner, self.size, *how))
        module.add_module("activation", ACTIVATIONS[self.activation]())
        return module

    def sums(self, part: nn.Module, given: Tensor) -> Tensor:
        summed: Tensor = part.get_submodule("wide")(part.get_submodule("narrow")(given))
        return summed

    def unit_terms(
        self, part: nn.Module, given: Tensor, made: Tensor, unit: int, position: tuple[int, int] | None
    ) -> UnitTerms:
        del position
        state = part.state_dict()
        row = state["wide.weight"][unit]
        bias = row @ state["narrow.bias"] + state["wide.bias"][unit]
        return UnitTerms(given[0], row @ state["narrow.weight"], float(bias), float(made[0, unit]))

    def contributions(self, part: nn.Module, given: Tensor) -> Tensor:
        return self._product(part) * given

    def weight_pictures(self, part: nn.Module, image_shape: tuple[int, int, int]) -> Tensor:
        return self._product(part).view(-1, *image_shape)

    def _product(self, part: nn.Module) -> Tensor:
        state = part.state_dict()
        product: Tensor = state["wide.weight"] @ state["narrow.weight"]
        return product


class FoldLayer(Layer):
    """Keeps the largest of every few numbers: no weights, no activation, no sums, and nothing said of them."""

    kind: Literal["fold"] = "fold"
    every: int = setting(2, ge=1, label="Every", help="Of how many numbers the largest is kept.")

    title: ClassVar[str] = "Fold"
    plural: ClassVar[str] = "folds"
    add_name: ClassVar[str] = "Add fold"
    add_help: ClassVar[str] = "Add a fold like the last one"
    word: ClassVar[str] = "fold"
    counted: ClassVar[str] = "every"
    no_sum: ClassVar[str] = "A fold adds nothing up."
    no_weights: ClassVar[str] = "A fold has no weights."

    def misfit(self, input_shape: Shape) -> Problem | None:
        limit = math.prod(input_shape)
        words = (("limit", str(limit)),)
        return Problem("every", "must be at most {limit}", words) if self.every > limit else None

    def output_shape(self, input_shape: Shape) -> Shape:
        return (math.prod(input_shape) // self.every,)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        del input_shape, network
        return 0

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        del network
        return 3 * self.output_shape(input_shape)[0]

    def work(self, input_shape: Shape) -> int:
        del input_shape
        return 0

    def normalized_in(self, network: NetworkSettings) -> bool:
        del network
        return False

    def doubled(self) -> FoldLayer:
        return self

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        del input_shape, network
        return (Phrase("a is the largest of every {count} x", count=self.every),)

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        del input_shape, network, generator
        from torch import nn

        kept = nn.Sequential()
        kept.add_module("channel", nn.Unflatten(1, (1, -1)))
        kept.add_module("largest", nn.MaxPool1d(self.every))
        kept.add_module("flat", nn.Flatten())
        return kept
