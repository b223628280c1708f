"""Settings of the network: its hidden layers from the pixels to the classes."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from engine.config.choices import Activation, Initialisation, Padding, Pooling
from engine.settings import Settings, setting

POOL = 2  # side of the square that pooling makes one number of

_CONVOLUTION = re.compile(r"conv\s*(\d+)", re.IGNORECASE)


class DenseLayer(Settings):
    """One hidden layer in which every unit sees every unit before it."""

    kind: Literal["dense"] = "dense"
    size: int = setting(64, ge=1, label="Units", unit="units", help="How many units the layer has.")
    activation: Activation = setting(
        Activation.RELU, label="Activation", help="The function applied to each unit's sum.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of units switched off at random in each training step; it works against learning by heart.",
    )  # fmt: skip

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``64``."""
        return str(self.size)


class ConvLayer(Settings):
    """One hidden layer of small filters that slide over the image, each giving a new image: a channel."""

    kind: Literal["conv"] = "conv"
    channels: int = setting(
        16, ge=1, label="Channels", unit="channels",
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
        3, ge=1, label="Kernel", unit="pixels",
        help="Side of the square of pixels that a filter looks at.",
    )  # fmt: skip
    stride: int = setting(
        1, ge=1, label="Stride", unit="pixels",
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

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``conv16``."""
        return f"conv{self.channels}"


HiddenLayer = Annotated[DenseLayer | ConvLayer, Field(discriminator="kind")]


class NetworkConfig(Settings):
    """The network between the pixels and the classes."""

    hidden: tuple[HiddenLayer, ...] = setting(
        (DenseLayer(), DenseLayer()), label="Hidden layers", help="The layers between the pixels and the classes.",
    )  # fmt: skip
    batch_norm: bool = setting(
        False, label="Batch normalisation", rare=True,
        help="Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn "
        "faster with it.",
    )  # fmt: skip
    initialisation: Initialisation = setting(
        Initialisation.KAIMING, label="Initialisation", rare=True,
        help="How the first weights are drawn. Kaiming suits ReLU, Xavier suits tanh and sigmoid, normal draws "
        "small numbers (deviation 0.01) whatever the layer.",
    )  # fmt: skip

    @field_validator("hidden", mode="before")
    @classmethod
    def _words_are_layers(cls, value: object) -> object:
        """Let plain sizes such as ``[64, 64]`` or ``"conv16,conv32,64"`` stand for layers."""
        if isinstance(value, str):
            value = [part for part in value.replace("-", ",").replace(" ", ",").split(",") if part]
        if isinstance(value, list | tuple):
            return tuple(_described(part) for part in value)
        return value

    @field_validator("hidden", mode="after")
    @classmethod
    def _convolutions_come_first(cls, layers: tuple[HiddenLayer, ...]) -> tuple[HiddenLayer, ...]:
        """A dense layer leaves no image for a convolution to slide over."""
        first_dense = next(
            (place for place, layer in enumerate(layers) if layer.kind == "dense"), len(layers)
        )
        late = [place for place, layer in enumerate(layers) if layer.kind == "conv" and place > first_dense]
        if late:
            error = PydanticCustomError("conv_after_dense", "a convolution behind a dense layer")
            details: list[InitErrorDetails] = [
                {"type": error, "loc": (place,), "input": layers[place]} for place in late
            ]
            raise ValidationError.from_exception_data(cls.__name__, details)
        return layers

    def normalizes(self, layer: HiddenLayer) -> bool:
        """Whether batch normalisation is asked for in a layer of this network: by the layer, or for all."""
        return self.batch_norm or (layer.kind == "conv" and layer.batch_norm)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of the hidden layers: units, or channels of a convolution."""
        return tuple(layer.size if layer.kind == "dense" else layer.channels for layer in self.hidden)

    @property
    def summary(self) -> str:
        """The hidden layers in a word, such as ``conv16-conv32-64``; empty for none."""
        return "-".join(layer.summary for layer in self.hidden)


def _described(part: object) -> object:
    """Return what stands for a layer as pydantic takes it."""
    if isinstance(part, int | str):
        convolution = _CONVOLUTION.fullmatch(part) if isinstance(part, str) else None
        return (
            {"kind": "conv", "channels": convolution[1]} if convolution else {"kind": "dense", "size": part}
        )
    if isinstance(part, dict):
        return {"kind": "dense"} | part
    return part
