"""The dense layer: every unit sees every unit before it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from engine.choices import Activation, Initialisation
from engine.layers.anatomy import Anatomy, Axis, Of, Sides, batch_norm
from engine.layers.code import FUNCTIONS, Code, dropout_lines
from engine.layers.first_weights import GAINS, LEAKY_SLOPE, NORMAL_DEVIATION
from engine.layers.form import Form, form_of
from engine.layers.layer import Layer, UnitTerms
from engine.settings import setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers.form import Shape
    from engine.layers.layer import NetworkSettings


KERAS_FUNCTIONS = {function: f'"{function.value}"' for function in Activation} | {
    Activation.LEAKY_RELU: f"layers.LeakyReLU(negative_slope={LEAKY_SLOPE})",
    Activation.IDENTITY: "",
}


MOST_AXES = 2  # of what it is given, where there is one sum for each unit and example


class DenseLayer(Layer):
    """One hidden layer in which every unit sees every unit before it."""

    kind: Literal["dense"] = "dense"
    size: int = setting(
        64, ge=1, label="Units", unit="units", one="unit", help="How many units the layer has."
    )
    activation: Activation = setting(
        Activation.RELU, label="Activation", help="The function applied to each unit's sum.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of units switched off at random in each training step; it works against learning by heart.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Dense")
    plural: ClassVar[str] = Phrase("dense layers")
    add_name: ClassVar[str] = Phrase("Add dense layer")
    add_help: ClassVar[str] = Phrase("Add a dense layer like the last one")
    word: ClassVar[str] = ""
    counted: ClassVar[str] = "size"
    faster_in_bfloat16: ClassVar[bool | None] = None
    no_weights: ClassVar[str] = Phrase(
        "The weights make pictures where the layer sees one: these data are numbers."
    )

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(units,)`` of what the layer gives for one image."""
        del input_shape
        return (self.size,)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer."""
        scale_and_shift = 2 * self.size if self.normalized_in(network) else 0
        return (math.prod(input_shape) + 1) * self.size + scale_and_shift

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known."""
        del input_shape
        # sum, activation, normalised, mask and masked
        stages = 2 + self.normalized_in(network) + 2 * (self.dropout > 0)
        return stages * self.size

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""
        return math.prod(input_shape) * self.size

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how the layer comes to its sums: by a matrix."""
        words = Phrase(
            "z = W x + b\nW is {rows:,} × {columns:,}, b is {rows:,}: {parameters:,} parameters",
            rows=self.size,
            columns=math.prod(input_shape),
            parameters=self.parameter_count(input_shape, network),
        )
        return (words,)

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return the weights ``(units, inputs)``."""
        del input_shape
        return tensor("linear.weight")

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a row of the matrix for each unit, a column for each input."""
        units, inputs = Axis(Of.UNITS, self.size), Axis(Of.INPUTS, math.prod(input_shape))
        tensors: Sides = {"linear.weight": (units, inputs), "linear.bias": (units,)}
        tensors |= batch_norm(units) if self.normalized_in(network) else {}
        return Anatomy(tensors, self.size, setting="size")

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return ``nn.Linear``, and what stands behind it."""
        norm = (f"nn.BatchNorm1d({self.size})",) if self.normalized_in(network) else ()
        linear = f"nn.Linear({math.prod(input_shape)}, {self.size})"
        modules = (linear, *norm, *FUNCTIONS[self.activation], *dropout_lines(self.dropout))
        return Code(modules, gains=((0, GAINS[self.activation]),))

    def keras(self, network: NetworkSettings) -> tuple[str, ...]:
        """Return ``layers.Dense``, and what stands behind it."""
        drawn = keras_first_weights(GAINS[self.activation], network.initialisation)
        function = KERAS_FUNCTIONS[self.activation]
        dropout = (f"layers.Dropout({self.dropout:g})",) if self.dropout > 0 else ()
        if not self.normalized_in(network):
            named = f", activation={function}" if function else ""
            return (f"layers.Dense({self.size}{named}{drawn})", *dropout)
        norm = "layers.BatchNormalization(momentum=0.9, epsilon=1e-5)"
        behind = (f"layers.Activation({function})",) if function else ()
        return (f"layers.Dense({self.size}{drawn})", norm, *behind, *dropout)

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module: linear, batch normalisation, activation, dropout, the middle ones as asked for.

        Args:
            input_shape: Shape of what it takes for one image, ``(units,)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from torch import nn

        from engine.layers.modules import ACTIVATIONS, Dropout, linear

        module = nn.Sequential()
        sums = linear(math.prod(input_shape), self.size, network.initialisation, self.activation, generator)
        module.add_module("linear", sums)
        if self.normalized_in(network):
            module.add_module("norm", nn.BatchNorm1d(self.size))
        module.add_module("activation", ACTIVATIONS[self.activation]())
        if self.dropout > 0:
            module.add_module("dropout", Dropout(self.dropout))
        return module

    def sums(self, part: nn.Module, given: Tensor) -> Tensor | None:
        """Return the weighted sums, ``(B, units)``; None of the output of a text, which has some at every place."""
        if given.ndim > MOST_AXES:
            return None
        summed: Tensor = _linear(part)(given)
        return summed

    def unit_terms(
        self, part: nn.Module, given: Tensor, made: Tensor, unit: int, position: tuple[int, int] | None
    ) -> UnitTerms | None:
        """Take the sum of one unit apart; None as for ``sums``."""
        del position
        if given.ndim > MOST_AXES:
            return None
        linear = _linear(part)
        return UnitTerms(given[0], linear.weight[unit], float(linear.bias[unit]), float(made[0, unit]))

    def contributions(self, part: nn.Module, given: Tensor) -> Tensor | None:
        """Return what each input adds to each unit's sum, ``(units, inputs)``; None as for ``sums``."""
        return None if given.ndim > MOST_AXES else _linear(part).weight * given

    def weight_pictures(self, part: nn.Module, image_shape: tuple[int, ...]) -> Tensor | None:
        """Return each unit's weights as an image, ``(units, C, H, W)``; None where it sees a row of numbers."""
        if form_of(image_shape) is not Form.IMAGE:
            return None
        return _linear(part).weight.detach().view(-1, *image_shape)


def keras_first_weights(gain: float, initialisation: Initialisation) -> str:
    """Return the argument by which Keras draws first weights of that kind; empty where it does so by itself."""
    if initialisation is Initialisation.NORMAL:
        return f", kernel_initializer=initializers.RandomNormal(stddev={NORMAL_DEVIATION})"
    if initialisation is Initialisation.XAVIER:
        how = f'scale={gain**2:.4g}, mode="fan_avg", distribution="uniform"'
        return "" if gain == 1 else f", kernel_initializer=initializers.VarianceScaling({how})"
    names = {GAINS[Activation.RELU]: "he_normal", 1.0: "lecun_normal"}
    if gain in names:
        return f', kernel_initializer="{names[gain]}"'
    return f', kernel_initializer=initializers.VarianceScaling(scale={gain**2:.4g}, mode="fan_in")'


def _linear(part: nn.Module) -> nn.Linear:
    """Return what makes the sums; the output of a network is that alone."""
    from torch import nn

    found = part if isinstance(part, nn.Linear) else part.get_submodule("linear")
    assert isinstance(found, nn.Linear)
    return found
