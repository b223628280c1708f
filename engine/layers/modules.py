"""What kinds of layers are built from: sums with first weights, activations, dropout with a generator of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.choices import Activation, Initialisation
from engine.layers.first_weights import GAINS, LEAKY_SLOPE, NORMAL_DEVIATION
from engine.layers.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

ACTIVATIONS: dict[Activation, Callable[[], nn.Module]] = {
    Activation.RELU: nn.ReLU,
    Activation.LEAKY_RELU: lambda: nn.LeakyReLU(LEAKY_SLOPE),
    Activation.TANH: nn.Tanh,
    Activation.SIGMOID: nn.Sigmoid,
    Activation.GELU: nn.GELU,
    Activation.SILU: nn.SiLU,
    Activation.IDENTITY: nn.Identity,
}


class Linear(nn.Linear):
    """A linear layer that draws no first weights by itself, least of all from torch's global generator."""

    def reset_parameters(self) -> None:
        """Leave the weights as they lie in memory; ``linear`` draws them."""


class Convolution(nn.Conv2d):
    """A convolution that draws no first weights by itself, and has the channels of a pixel lie side by side.

    With that order in memory, which what follows takes over, a step of a small network takes half the time.
    """

    def reset_parameters(self) -> None:
        """Leave the weights as they lie in memory; ``convolution`` draws them."""

    def forward(self, images: Tensor) -> Tensor:
        """Filter ``images (B, C, H, W)``."""
        if images.shape[1] == 1:  # both orders are the same then; only a view says which it is
            images = images.contiguous().view(-1, *images.shape[2:], 1).permute(0, 3, 1, 2)
        return super().forward(images.contiguous(memory_format=torch.channels_last))


class Dropout(nn.Module):
    """Switches off a share of units at random while training, and scales up the others to make up for it.

    Args:
        share: The share switched off, 0 to below 1.

    Attributes:
        generator: Where its random numbers come from; to be set before training, so that a run can be repeated.
        rows: Which of the images it is given, where several processes share a batch; None where it is given all.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.generator: torch.Generator | None = None
        self.rows: Rows | None = None

    def forward(self, units: Tensor) -> Tensor:
        """Drop from ``units``, of any shape; nothing happens outside training."""
        if not self.training or self.share == 0:
            return units
        return units * self.draw_mask(torch.empty_like(units, requires_grad=False))

    @property
    def dropped(self) -> int:
        """Of the 65,536 values of 16 random bits, how many switch a unit off."""
        return min(round(self.share * 2**16), 2**16 - 1)

    def draw_mask(self, mask: Tensor) -> Tensor:
        """Fill ``mask``, of any shape, with 0 for what is dropped and 1 / (1 − share) for what is kept.

        On the processor 16 random bits decide on each unit, the share rounded to them: a fraction of the cost of
        ``bernoulli_``, which draws a number of 24 bits or more for each.
        """
        rows = self.rows or Rows(0, len(mask), len(mask))
        whole, of_image = rows.whole, math.prod(mask.shape[1:])  # all draw for the whole batch, and so alike
        if mask.device.type != "cpu":
            kept = mask if self.rows is None else mask.new_empty(whole, *mask.shape[1:])
            kept.bernoulli_(1 - self.share, generator=self.generator).div_(1 - self.share)
            return kept[rows.first : rows.last]
        words = torch.empty(-(-whole * of_image // 4), dtype=torch.int64)
        words.random_(-(2**63), None, generator=self.generator)
        bits = words.view(torch.int16)[rows.first * of_image : rows.last * of_image].view(mask.shape)
        return mask.copy_(bits.ge_(self.dropped - 2**15)).mul_(2**16 / (2**16 - self.dropped))

    def extra_repr(self) -> str:
        """Say the share where the module is printed."""
        return f"share={self.share}"


def use_generator(model: nn.Module, generator: torch.Generator) -> None:
    """Let all dropout of ``model`` draw from ``generator``."""
    for module in model.modules():
        if isinstance(module, Dropout):
            module.generator = generator


def linear(
    inputs: int,
    outputs: int,
    initialisation: Initialisation,
    activation: Activation,
    generator: torch.Generator,
    share: float = 1.0,
) -> Linear:
    """Return a linear layer whose weights are drawn from ``generator`` and whose biases are 0.

    Kaiming draws from a normal distribution of deviation gain / √inputs, Xavier from a uniform one of deviation
    gain · √(2 / (inputs + outputs)), normal with deviation 0.01.

    Source: He et al. 2015, arXiv:1502.01852; Glorot and Bengio 2010, PMLR 9:249.

    Args:
        inputs: Numbers it takes.
        outputs: Numbers it gives.
        initialisation: How the weights are drawn.
        activation: What follows the layer; decides the gain.
        generator: Where the weights come from.
        share: Of the gain, where what the layer gives is to be small beside what it is added to.
    """
    layer = Linear(inputs, outputs)
    _draw(layer, inputs, outputs, initialisation, share * GAINS[activation], generator)
    return layer


def convolution(
    inputs: int,
    outputs: int,
    kernel: int,
    initialisation: Initialisation,
    activation: Activation,
    generator: torch.Generator,
    *,
    stride: int = 1,
    padding: int = 0,
) -> Convolution:
    """Return a convolution whose weights are drawn as those of ``linear``, a filter's pixels being its inputs.

    Args:
        inputs: Channels it takes.
        outputs: Channels it gives.
        kernel: Side of the square a filter looks at.
        initialisation: How the weights are drawn.
        activation: What follows the layer; decides the gain.
        generator: Where the weights come from.
        stride: How far a filter moves.
        padding: Zeros on every side of the image.
    """
    layer = Convolution(inputs, outputs, kernel, stride=stride, padding=padding)
    area = kernel**2
    _draw(layer, inputs * area, outputs * area, initialisation, GAINS[activation], generator)
    return layer


@torch.no_grad()
def _draw(
    layer: Linear | Convolution,
    inputs: int,
    outputs: int,
    initialisation: Initialisation,
    gain: float,
    generator: torch.Generator,
) -> None:
    assert layer.bias is not None
    layer.bias.zero_()
    draw_weights(layer.weight, inputs, outputs, initialisation, gain, generator)


@torch.no_grad()
def draw_weights(
    weights: Tensor,
    inputs: int,
    outputs: int,
    initialisation: Initialisation,
    gain: float,
    generator: torch.Generator,
) -> None:
    """Draw first weights, as ``linear`` says.

    Args:
        weights: Filled with them, of any shape.
        inputs: Numbers that are weighed into one sum.
        outputs: Sums that one number is weighed into.
        initialisation: How the weights are drawn.
        gain: Makes good how much what follows the sums shrinks them.
        generator: Where the weights come from.
    """
    if initialisation is Initialisation.KAIMING:
        weights.normal_(0.0, gain / math.sqrt(inputs), generator=generator)
    elif initialisation is Initialisation.XAVIER:
        bound = gain * math.sqrt(6.0 / (inputs + outputs))
        weights.uniform_(-bound, bound, generator=generator)
    else:
        weights.normal_(0.0, NORMAL_DEVIATION, generator=generator)
