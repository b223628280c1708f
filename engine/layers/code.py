"""What a layer is in PyTorch's own words, as a person would write it: lines of text, made without torch."""

from __future__ import annotations

from engine.choices import Activation, Initialisation
from engine.layers.first_weights import GAINS, LEAKY_SLOPE, NORMAL_DEVIATION
from engine.records import dataclass

FUNCTIONS: dict[Activation, tuple[str, ...]] = {
    Activation.RELU: ("nn.ReLU()",),
    Activation.LEAKY_RELU: (f"nn.LeakyReLU({LEAKY_SLOPE})",),
    Activation.TANH: ("nn.Tanh()",),
    Activation.SIGMOID: ("nn.Sigmoid()",),
    Activation.GELU: ("nn.GELU()",),
    Activation.SILU: ("nn.SiLU()",),
    Activation.IDENTITY: (),
}
# What PyTorch calls a gain; one that it has no name for is written as a number.
NAMES = {
    GAINS[Activation.TANH]: ', nonlinearity="tanh"',
    GAINS[Activation.LEAKY_RELU]: f", a={LEAKY_SLOPE}",
    GAINS[Activation.RELU]: ', nonlinearity="relu"',
    GAINS[Activation.IDENTITY]: ', nonlinearity="linear"',
}


@dataclass(frozen=True, slots=True)
class Code:
    """A layer as PyTorch's modules.

    Attributes:
        modules: Each a line of ``nn.Sequential``, without the comma.
        definitions: What has to be defined before, such as a class; the same text may be needed by several layers.
        gains: The modules that are ``nn.Linear`` or ``nn.Conv2d`` and get first weights, by their place among
            ``modules``, with the gain; others draw theirs themselves.
    """

    modules: tuple[str, ...]
    definitions: tuple[str, ...] = ()
    gains: tuple[tuple[int, float], ...] = ()


def dropout_lines(share: float) -> tuple[str, ...]:
    """Return the line of dropout; none where it is off."""
    return (f"nn.Dropout({share:g})",) if share > 0 else ()


def first_weights(weight: str, gain: float, initialisation: Initialisation) -> str:
    """Return the line that draws the weights of ``nn.Linear`` or ``nn.Conv2d``.

    Args:
        weight: What stands for the weights.
        gain: Makes good how much what follows shrinks the sums.
        initialisation: How weights are drawn.
    """
    if initialisation is Initialisation.NORMAL:
        return f"nn.init.normal_({weight}, std={NORMAL_DEVIATION})"
    if initialisation is Initialisation.XAVIER:
        return f"nn.init.xavier_uniform_({weight}{'' if gain == 1 else f', gain={gain:.4g}'})"
    return f"nn.init.kaiming_normal_({weight}{NAMES[gain]})"
