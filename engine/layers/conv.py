"""The convolution: filters slide over an image, each giving an image of its own, a channel."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from engine.choices import Activation, Padding, Pooling
from engine.errors import ModelError
from engine.layers.anatomy import Anatomy, Axis, Of, Sides, batch_norm
from engine.layers.code import FUNCTIONS, Code, dropout_lines
from engine.layers.depiction import Picture
from engine.layers.first_weights import GAINS
from engine.layers.form import Form, form_of
from engine.layers.layer import Cell, Layer, UnitTerms
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

POOL = 2  # side of the square that pooling makes one number of


class ConvLayer(Layer):
    """One hidden layer of small filters that slide over the image, each giving a new image: a channel."""

    kind: Literal["conv"] = "conv"
    channels: int = setting(
        16, ge=1, label="Channels", unit="channels", one="channel",
        help="How many filters the layer has; each gives an image of its own, a channel.",
    )  # fmt: skip
    activation: Activation = setting(
        Activation.RELU, label="Activation", help="The function applied to each filter's sum.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of numbers switched off at random in each training step; it works against learning by heart.",
    )  # fmt: skip
    kernel: int = setting(
        3, ge=1, label="Kernel", unit="pixels", one="pixel",
        help="Side of the square of pixels that a filter looks at.",
    )  # fmt: skip
    stride: int = setting(
        1, ge=1, label="Stride", unit="pixels", one="pixel",
        help="How far a filter moves from one place to the next; 2 halves height and width.",
    )  # fmt: skip
    padding: Padding = setting(
        Padding.SAME, label="Padding",
        help="With same, zeros around the image let it keep its size; with valid, filters stay inside the image, which "
        "loses a kernel's side less one.",
    )  # fmt: skip
    pooling: Pooling = setting(
        Pooling.MAX, label="Pooling",
        help="Makes one number of every 2 × 2 sums, the largest or their average, which halves height and width.",
    )  # fmt: skip
    batch_norm: bool = setting(
        False, label="Batch normalisation",
        help="Brings the sums of each channel to mean 0 and deviation 1 over a batch. The network's own setting does "
        "so in every hidden layer, whatever is chosen here.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Convolution")
    plural: ClassVar[str] = Phrase("convolutions")
    add_name: ClassVar[str] = Phrase("Add convolution")
    add_help: ClassVar[str] = Phrase("Add a convolution like the last one, in front of the dense layers")
    word: ClassVar[str] = "conv"
    word_help: ClassVar[str] = Phrase("conv16,conv32,64 for convolutions of 16 and 32 channels in front")
    counted: ClassVar[str] = "channels"
    takes: ClassVar[frozenset[Form]] = frozenset({Form.IMAGE})
    faster_in_bfloat16: ClassVar[bool | None] = True
    misplaced: ClassVar[str] = Phrase(
        "cannot go from dense or recurrent layers back to a convolution: put the convolution in front"
    )
    misfit_remedy: ClassVar[str] = Phrase("Use smaller kernels and strides, or less pooling.")

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer; under the usual ones, how its filters move."""
        first, _ = super().card()
        second = (
            Cell("kernel", 20), Cell("stride", 20), Cell("padding", 17), Cell("pooling", 24),
        )  # fmt: skip
        return first, second, (Cell("batch_norm"),)

    @classmethod
    def misplaced_behind(cls, form: Form, before: Layer | None = None) -> str:
        """Return what is wrong behind a vector or a sequence, and what mends it."""
        if form is Form.SEQUENCE:
            return Phrase(
                "cannot go from the steps or tokens of a sequence back to a convolution: put the convolution in front"
            )
        return super().misplaced_behind(form, before)

    @property
    def gives(self) -> Form:
        """A channel is an image."""
        return Form.IMAGE

    def misfit(self, input_shape: Shape) -> Problem | None:
        """Return what keeps the layer from taking an image of ``input_shape (C, H, W)``, or None."""
        if form_of(input_shape) is not Form.IMAGE:
            return Problem("kernel", "needs an image, and the layer before leaves none")
        height, width = input_shape[1:]
        if self.padding is Padding.VALID and self.kernel > min(height, width):
            values = {"limit": min(height, width), "height": height, "width": width}
            return Problem(
                "kernel",
                "must be at most {limit}: the image is {height} × {width} there",
                tuple((name, str(value)) for name, value in values.items()),
            )
        height, width = self._filtered(input_shape)
        if self.pooling is not Pooling.NONE and min(height, width) < POOL:
            return Problem(
                "pooling",
                "needs at least 2 × 2 numbers, and only {height} × {width} are left there",
                (("height", str(height)), ("width", str(width))),
            )
        return None

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(C, H, W)`` of what the layer gives for one image."""
        height, width = self._filtered(input_shape)
        return (self.channels, height // self._pool, width // self._pool)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer."""
        scale_and_shift = 2 * self.channels if self.normalized_in(network) else 0
        return (self._inputs(input_shape) + 1) * self.channels + scale_and_shift

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known."""
        sums = self.channels * math.prod(self._filtered(input_shape))
        given = math.prod(self.output_shape(input_shape))
        pooled = 3 * given if self.pooling is not Pooling.NONE else 0  # with indices of 8 bytes
        # activation, normalised, mask and masked
        stages = 1 + self.normalized_in(network) + 2 * (self.dropout > 0)
        return sums + pooled + stages * given

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""
        return self.channels * self._inputs(input_shape) * math.prod(self._filtered(input_shape))

    @property
    def picture(self) -> Picture:
        """A stack of its channels."""
        return Picture.MAPS

    @property
    def window(self) -> int:
        """Side of the square of pixels that a filter looks at."""
        return self.kernel

    def caption(self, input_shape: Shape) -> str:
        """Return height and width of a channel."""
        _, height, width = self.output_shape(input_shape)
        return Phrase("{height} × {width}", height=height, width=width)

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how the layer comes to its sums: by filters, how they move, and what pooling leaves."""
        lines = [
            Phrase(
                "z = W ∗ x + b\n{count:,} filters of {channels:,} × {kernel} × {kernel}, b is {count:,}: "
                "{parameters:,} parameters",
                count=self.channels,
                channels=input_shape[0],
                kernel=self.kernel,
                parameters=self.parameter_count(input_shape, network),
            )
        ]
        if self.stride > 1:
            lines.append(Phrase("a filter moves by {stride} pixels", stride=self.stride))
        if self.pooling is Pooling.MAX:
            lines.append(Phrase("of every 2 × 2 of z the largest is kept"))
        elif self.pooling is Pooling.AVERAGE:
            lines.append(Phrase("of every 2 × 2 of z the average is kept"))
        return tuple(lines)

    def steps(self, network: NetworkSettings) -> tuple[str, ...]:
        """Return what happens to a sum before the activation."""
        pooling = (Phrase("pooling"),) if self.pooling is not Pooling.NONE else ()
        return (*super().steps(network), *pooling)

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return the mean weight of each filter for each channel it sees, ``(channels, C)``."""
        del input_shape
        kernels = tensor("convolution.weight")  # (channels, C, k, k)
        means: NDArray[np.float32] = kernels.mean(axis=(2, 3))
        return means

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a filter for each channel, and a slice of all filters for each channel that they see."""
        units, inputs = Axis(Of.UNITS, self.channels), Axis(Of.INPUTS, input_shape[0])
        tensors: Sides = {"convolution.weight": (units, inputs, None, None), "convolution.bias": (units,)}
        tensors |= batch_norm(units) if self.normalized_in(network) else {}
        return Anatomy(tensors, self.channels, setting="channels")

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return ``nn.Conv2d``, and what stands before and behind it."""
        before, behind = self._padding()
        pad = (f"nn.ZeroPad2d(({before}, {behind}, {before}, {behind}))",) if before != behind else ()
        further = f", stride={self.stride}" if self.stride > 1 else ""
        further += f", padding={before}" if before == behind and before else ""
        filters = f"nn.Conv2d({input_shape[0]}, {self.channels}, {self.kernel}{further})"
        pools = {Pooling.MAX: (f"nn.MaxPool2d({POOL})",), Pooling.AVERAGE: (f"nn.AvgPool2d({POOL})",)}
        norm = (f"nn.BatchNorm2d({self.channels})",) if self.normalized_in(network) else ()
        rest = (
            *pools.get(self.pooling, ()),
            *norm,
            *FUNCTIONS[self.activation],
            *dropout_lines(self.dropout),
        )
        return Code((*pad, filters, *rest), gains=((len(pad), GAINS[self.activation]),))

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module: convolution, pooling, batch normalisation, activation, dropout, as asked for.

        Pooling comes first, as it leaves the rest a quarter of the work. For the largest of four it makes no difference
        to an activation that rises, such as ReLU.

        Args:
            input_shape: Shape of what it takes for one image, ``(C, H, W)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from torch import nn

        from engine.layers.modules import ACTIVATIONS, Dropout, convolution

        module = nn.Sequential()
        before, behind = self._padding()
        if before != behind:
            module.add_module("pad", nn.ZeroPad2d((before, behind, before, behind)))
        sums = convolution(
            input_shape[0],
            self.channels,
            self.kernel,
            network.initialisation,
            self.activation,
            generator,
            stride=self.stride,
            padding=before if before == behind else 0,
        )
        module.add_module("convolution", sums)
        if self.pooling is not Pooling.NONE:
            pool = nn.MaxPool2d(POOL) if self.pooling is Pooling.MAX else nn.AvgPool2d(POOL)
            module.add_module("pool", pool)
        if self.normalized_in(network):
            module.add_module("norm", nn.BatchNorm2d(self.channels))
        module.add_module("activation", ACTIVATIONS[self.activation]())
        if self.dropout > 0:
            module.add_module("dropout", Dropout(self.dropout))
        return module

    def sums(self, part: nn.Module, given: Tensor) -> Tensor:
        """Return the sums of the filters in all places, ``(B, channels, H, W)``."""
        filters = _convolution(part)
        for module in part.children():  # zeros stand around the image first where the layer puts them there
            given = module(given)
            if module is filters:
                break
        return given

    def unit_terms(
        self, part: nn.Module, given: Tensor, made: Tensor, unit: int, position: tuple[int, int] | None
    ) -> UnitTerms:
        """Take the sum of a filter apart in one place."""
        import torch
        from torch.nn import functional

        filters = _convolution(part)
        weights = filters.weight[unit]
        left, right, top, bottom = self._edges()
        padded = functional.pad(given, (left, right, top, bottom))  # (1, C, H, W)
        filtered = functional.conv2d(padded, weights[None], stride=filters.stride)[0, 0]
        if position is None:
            row, column = divmod(int(filtered.argmax()), filtered.shape[1])
        else:
            row, column = position
        if not (0 <= row < filtered.shape[0] and 0 <= column < filtered.shape[1]):
            raise ModelError(
                "The filter has no place {row}, {column}.",
                cause="Its sums have {height} rows and {width} columns.",
                row=row,
                column=column,
                height=filtered.shape[0],
                width=filtered.shape[1],
            )
        area = tuple(slice(at * self.stride, at * self.stride + self.kernel) for at in (row, column))
        seen = padded[0, :, area[0], area[1]]
        place = [
            min(at // self._pool, side - 1) for at, side in zip((row, column), made.shape[2:], strict=True)
        ]
        picture = torch.zeros_like(padded[0])
        picture[:, area[0], area[1]] = seen * weights
        height, width = given.shape[2:]
        assert filters.bias is not None
        return UnitTerms(
            seen,
            weights,
            float(filters.bias[unit]),
            float(made[0, unit, place[0], place[1]]),
            (row, column),
            picture[:, top : top + height, left : left + width],
        )

    def contributions(self, part: nn.Module, given: Tensor) -> Tensor:
        """Return what each channel adds to each, on average over the image: ``(channels out, channels in)``."""
        import torch
        from torch.nn import functional

        filters = _convolution(part)
        padded = functional.pad(given, self._edges())[0]  # (C, H, W)
        windows = padded.unfold(1, self.kernel, self.stride).unfold(2, self.kernel, self.stride)  # a view
        # The mean over the places is taken first, as the sums of each two channels in all places may be billions.
        seen = windows.mean(dim=(1, 2))  # (C, kernel, kernel)
        return torch.einsum("ocyx,cyx->oc", filters.weight, seen)

    def weight_pictures(self, part: nn.Module, image_shape: tuple[int, ...]) -> Tensor:
        """Return the filters, ``(channels, C, kernel, kernel)``."""
        del image_shape
        return _convolution(part).weight.detach()

    @property
    def _pool(self) -> int:
        """Side of the square of sums that becomes one number."""
        return 1 if self.pooling is Pooling.NONE else POOL

    def _padding(self) -> tuple[int, int]:
        """Return how many zeros stand before and behind each line; an even kernel has one more behind."""
        return ((self.kernel - 1) // 2, self.kernel // 2) if self.padding is Padding.SAME else (0, 0)

    def _edges(self) -> tuple[int, int, int, int]:
        """Return how many zeros stand left and right of an image, above and below it."""
        return (*self._padding(), *self._padding())

    def _filtered(self, input_shape: Shape) -> tuple[int, int]:
        """Return height and width of a channel before pooling."""
        added = sum(self._padding())
        height, width = ((side + added - self.kernel) // self.stride + 1 for side in input_shape[1:])
        return height, width

    def _inputs(self, input_shape: Shape) -> int:
        """Return how many numbers a filter looks at."""
        return input_shape[0] * self.kernel**2


def _convolution(part: nn.Module) -> nn.Conv2d:
    """Return what makes the sums."""
    from torch import nn

    found = part.get_submodule("convolution")
    assert isinstance(found, nn.Conv2d)
    return found
