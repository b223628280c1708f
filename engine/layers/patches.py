"""Patches: an image is cut into squares, and each becomes a token, a list of numbers of its own."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from engine.choices import Activation, Initialisation
from engine.layers import counted
from engine.layers.anatomy import Anatomy, Axis, Of, Sides
from engine.layers.code import Code
from engine.layers.depiction import Depiction, Picture
from engine.layers.first_weights import EMBEDDED, FIRST_DEVIATION, NORMAL_DEVIATION
from engine.layers.form import Form, form_of
from engine.layers.layer import Cell, Layer
from engine.settings import Problem, setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers.form import Shape
    from engine.layers.layer import NetworkSettings
    from engine.layers.operations import Operation

WIDTH = 64  # of the tokens where a word does not say it


class PatchesLayer(Layer):
    """Cuts an image, or the channels that convolutions leave, into squares and gives a token for each.

    Source: Dosovitskiy et al. 2021, arXiv:2010.11929.
    """

    kind: Literal["patches"] = "patches"
    width: int = setting(
        WIDTH, ge=1, label="Width", unit="numbers", one="number",
        help="How many numbers a token has: what each patch is turned into.",
    )  # fmt: skip
    size: int = setting(
        7, ge=1, label="Patch", unit="pixels", one="pixel",
        help="Side of the square of pixels that becomes one token; 1 makes a token of every place, which suits what "
        "convolutions leave. Where the image does not divide evenly, zeros fill up the patches at its right and lower "
        "edge.",
    )  # fmt: skip
    positions: bool = setting(
        True, label="Positions",
        help="Adds to each token numbers that are learned for its place. Without them attention cannot tell where in "
        "the image a patch was: to it an image is a heap of patches.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Patches")
    plural: ClassVar[str] = Phrase("patches")
    add_name: ClassVar[str] = Phrase("Add patches")
    add_help: ClassVar[str] = Phrase(
        "Add what cuts the image into squares, each a token, for attention layers to read"
    )
    word: ClassVar[str] = "patches"
    word_help: ClassVar[str] = Phrase(
        "patches7,attention4,pool,32 for attention over patches of 7 × 7 pixels (patches7x32 for 32 numbers a patch "
        "instead of 64)"
    )
    named_in_row: ClassVar[bool] = True
    counted: ClassVar[str] = "width"
    takes: ClassVar[frozenset[Form]] = frozenset({Form.IMAGE})
    misplaced: ClassVar[str] = Phrase(
        "cannot cut up what is no image any more: put the patches in front, or behind convolutions alone"
    )
    misfit_remedy: ClassVar[str] = Phrase(
        "Use smaller patches, or less pooling and smaller strides before them."
    )
    no_sum: ClassVar[str] = Phrase(
        "A number of a token is a sum over one patch, and there are as many of them as patches: there is no single "
        "one to show."
    )

    # Words

    @classmethod
    def described(cls, word: str) -> dict[str, Any] | None:
        """Return the settings that a word such as ``patches7`` or ``patches7x32``, size and width, stands for."""
        found = re.fullmatch(rf"{cls.word}\s*(\d+)(?:[x×](\d+))?", word, re.IGNORECASE)
        if found is None:
            return None
        return {"kind": cls.kind_name(), "size": found[1], "width": found[2] or WIDTH}

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``patches7``; with its width where that is not the usual one."""
        return f"{self.word}{self.size}" + ("" if self.width == WIDTH else f"x{self.width}")

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer."""
        return (Cell("width", 3, 90, says_label=True), Cell("size", 3, 90, says_label=True)), (
            Cell("positions"),
        )

    @classmethod
    def misplaced_behind(cls, form: Form, before: Layer | None = None) -> str:
        """Return what is wrong behind a vector or a sequence; a sequence is read without patches."""
        if form is Form.SEQUENCE:
            return Phrase(
                "cannot cut up a sequence, which attention and recurrent layers read as it is: leave it out"
            )
        return super().misplaced_behind(form, before)

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Tell that its sums are not normalised over the batch."""
        del network
        return False

    # Shapes and sizes

    @property
    def gives(self) -> Form:
        """A token for each patch."""
        return Form.SEQUENCE

    def misfit(self, input_shape: Shape) -> Problem | None:
        """Return what keeps the layer from taking an image of ``input_shape (C, H, W)``, or None."""
        if form_of(input_shape) is not Form.IMAGE:
            return Problem("size", "needs an image, and the layer before leaves none")
        height, width = input_shape[1:]
        if self.size > min(height, width):
            values = {"limit": min(height, width), "height": height, "width": width}
            return Problem(
                "size",
                "must be at most {limit}: the image is {height} × {width} there",
                tuple((name, str(value)) for name, value in values.items()),
            )
        return None

    def token_grid(self, input_shape: Shape) -> tuple[int, int]:
        """Return how many patches there are below each other and side by side."""
        height, width = (-(-side // self.size) for side in input_shape[1:])
        return height, width

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(tokens, width)`` of what the layer gives for one image."""
        return (math.prod(self.token_grid(input_shape)), self.width)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer."""
        del network
        tokens = math.prod(self.token_grid(input_shape))
        return (self._inputs(input_shape) + 1 + self.positions * tokens) * self.width

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known: patches and tokens."""
        del network
        return math.prod(self.token_grid(input_shape)) * (self._inputs(input_shape) + self.width)

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""
        return math.prod(self.token_grid(input_shape)) * self._inputs(input_shape) * self.width

    # Its picture

    @property
    def picture(self) -> Picture:
        """Its tokens, as they lie in the image."""
        return Picture.TOKENS

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return how many tokens there are, and how they lie."""
        grid = self.token_grid(input_shape)
        return Depiction(steps=math.prod(grid), grid=grid)

    @property
    def window(self) -> int:
        """Side of the square of pixels that a token is made of."""
        return self.size

    def caption(self, input_shape: Shape) -> str:
        """Return how many tokens there are."""
        return counted.tokens(math.prod(self.token_grid(input_shape)))

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how an image becomes tokens."""
        rows, columns = self.token_grid(input_shape)
        cut = Phrase(
            "cuts the image into {rows} × {columns} patches of {channels:,} × {size} × {size} numbers, x; each "
            "becomes a token of {width}:",
            rows=rows,
            columns=columns,
            channels=input_shape[0],
            size=self.size,
            width=counted.numbers(self.width),
        )
        formula = (
            Phrase("a = W x + b + p, where p is learned for each place")
            if self.positions
            else Phrase("a = W x + b, wherever the patch was")
        )
        return cut, formula, Phrase(
            "{parameters:,} parameters", parameters=self.parameter_count(input_shape, network)
        )  # fmt: skip

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return the mean weight of each number of a token for each channel of a patch, ``(width, C)``."""
        weights = tensor("embedding.weight")  # (width, C · size · size)
        means: NDArray[np.float32] = weights.reshape(len(weights), input_shape[0], -1).mean(axis=2)
        return means

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a row of the matrix for each number of a token, and a square of columns for each channel."""
        del network
        units = Axis(Of.UNITS, self.width)
        inputs = Axis(Of.INPUTS, input_shape[0], behind=self.size**2)
        tensors: Sides = {
            "embedding.weight": (units, inputs),
            "embedding.bias": (units,),
        }
        if self.positions:
            tensors["positions"] = (None, units)
        return Anatomy(tensors, self.width, setting="width")

    # Its module

    def doubled(self) -> Self:
        """Return the layer with tokens twice as wide."""
        return self.model_copy(update={"width": 2 * self.width})

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return a convolution whose filters lie beside each other, and numbers for the places."""
        channels, height, width = input_shape
        right, below = -width % self.size, -height % self.size
        pad = (f"nn.ZeroPad2d((0, {right}, 0, {below}))",) if right or below else ()
        tokens = f", tokens={math.prod(self.token_grid(input_shape))}" if self.positions else ""
        name = "PlacedPatches" if self.positions else "Patches"
        module = f"{name}({channels}, {self.width}, side={self.size}{tokens})"
        return Code((*pad, module), (code_definition(name, self.positions, network.initialisation),))

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module.

        Args:
            input_shape: Shape of what it takes for one image, ``(C, H, W)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from engine.layers.modules import linear
        from engine.layers.tokens import Patches, first_positions

        how = (network.initialisation, Activation.IDENTITY, generator, EMBEDDED)
        embedding = linear(self._inputs(input_shape), self.width, *how)
        tokens = math.prod(self.token_grid(input_shape))
        positions = first_positions(tokens, self.width, generator) if self.positions else None
        return Patches(self.size, embedding, positions)

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...]:
        """Return the cut, the matrix, and what is added for each place."""
        del input_shape
        from engine.layers import operations as plain
        from engine.layers.plain import floats
        from engine.layers.tokens import Patches

        assert isinstance(part, Patches)
        embedding = plain.Dense(floats(part.embedding.weight), floats(part.embedding.bias))
        places = () if part.positions is None else (plain.Add(floats(part.positions)),)
        return (plain.Patches(part.size), embedding, *places)

    def weight_pictures(self, part: nn.Module, image_shape: tuple[int, ...]) -> Tensor:
        """Return what each number of a token is weighed by, ``(width, C, size, size)``."""
        weights = part.get_submodule("embedding").get_parameter("weight").detach()
        side = math.isqrt(weights.shape[1] // image_shape[0])
        return weights.view(len(weights), image_shape[0], side, side)

    def _inputs(self, input_shape: Shape) -> int:
        """Return how many numbers a patch has."""
        return input_shape[0] * self.size**2


def code_definition(name: str, positions: bool, initialisation: Initialisation) -> str:
    """Return the class that makes tokens of an image, with first weights as ``build`` draws them."""
    weight = "self.embedding.weight"
    drawn = {
        Initialisation.KAIMING: (f"nn.init.normal_({weight}, std={EMBEDDED} / (channels * side**2) ** 0.5)",),
        Initialisation.XAVIER: (
            f"bound = {EMBEDDED} * (6 / (channels * side**2 + width)) ** 0.5",
            f"nn.init.uniform_({weight}, -bound, bound)",
        ),
        Initialisation.NORMAL: (f"nn.init.normal_({weight}, std={NORMAL_DEVIATION})",),
    }[initialisation]
    added = "; numbers are learned for each place, and added" if positions else ""
    lines = [
        f"class {name}(nn.Module):",
        f'    """Cuts images into squares, and makes a token of each{added}."""',
        "",
        f"    def __init__(self, channels, width, side{', tokens' if positions else ''}):",
        "        super().__init__()",
        *[f"        self.positions = nn.Parameter({FIRST_DEVIATION} * torch.randn(tokens, width))"]
        * positions,
        "        self.embedding = nn.Conv2d(channels, width, side, stride=side)",
        *(f"        {line}" for line in drawn),
        "        nn.init.zeros_(self.embedding.bias)",
        "",
        "    def forward(self, images):  # (B, C, H, W)",
        "        tokens = self.embedding(images).flatten(2).transpose(1, 2)  # (B, tokens, width)",
        f"        return tokens{' + self.positions' if positions else ''}",
    ]
    return "\n".join(lines)
