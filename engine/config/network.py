"""Settings of the network: its hidden layers from the pixels to the classes."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Union

from pydantic import Field, SerializeAsAny, TypeAdapter, ValidationError, field_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from engine.choices import Initialisation
from engine.layers.layer import Layer
from engine.layers.order import misplaced
from engine.layers.registry import LAYER_KINDS, PLAIN, described
from engine.settings import Settings, setting

MOST_LAYERS = 300  # the form has a row for each, and is there in a moment


class NetworkConfig(Settings):
    """The network between the pixels and the classes."""

    hidden: tuple[SerializeAsAny[Layer], ...] = setting(
        (PLAIN(), PLAIN()), label="Hidden layers", help="The layers between the pixels and the classes.",
    )  # fmt: skip
    batch_norm: bool = setting(
        False, label="Batch normalisation", rare=True,
        help="Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn "
        "faster with it. Layers that read or leave a sequence are left out; attention has norms of its own.",
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
            value = [part for part in re.split("(?<=[^-,، ])-(?=[^-,، ])| +- +|[,، ]+", value) if part]
        if isinstance(value, list | tuple):
            if len(value) > MOST_LAYERS:  # before any of them is made
                raise PydanticCustomError("too_many_layers", "at most {most}", {"most": MOST_LAYERS})
            return _layers(tuple(LAYER_KINDS.values())).validate_python(tuple(map(described, value)))
        return value

    @field_validator("hidden", mode="after")
    @classmethod
    def _layers_take_what_is_left_to_them(cls, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        """Refuse layers that stand where nothing of a form they take is left, as an image behind a dense layer."""
        late = list(misplaced(layers))
        if late:
            details: list[InitErrorDetails] = [
                {
                    "type": PydanticCustomError(
                        "layer_order", "{phrase}", {"phrase": layers[place].misplaced_behind(form)}
                    ),
                    "loc": (place,),
                    "input": layers[place],
                }
                for place, form in late
            ]
            raise ValidationError.from_exception_data(cls.__name__, details)
        return layers

    def normalizes(self, layer: Layer) -> bool:
        """Whether batch normalisation is asked for in a layer of this network: by the layer, or for all."""
        return layer.normalized_in(self)

    @property
    def summary(self) -> str:
        """The hidden layers in a word, such as ``conv16-conv32-64``; empty for none."""
        return "-".join(layer.summary for layer in self.hidden)


@cache
def _layers(kinds: tuple[type[Layer], ...]) -> TypeAdapter[Any]:
    """Return what checks layers of the kinds there are, told apart by ``kind``.

    It is made when layers are checked first, and not with the class: so a kind may be registered later.
    """
    layer: Any = Union[kinds]  # noqa: UP007 - of kinds that are not known before
    return TypeAdapter(tuple[Annotated[layer, Field(discriminator="kind")], ...])
