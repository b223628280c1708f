"""Settings of the network: its hidden layers from the pixels to the classes."""

from __future__ import annotations

from typing import Self

from engine.choices import MOST_LAYERS, Initialisation
from engine.layers.layer import Layer
from engine.layers.registry import PLAIN
from engine.settings import Settings, setting


def _layers_of(value: object) -> object:
    from engine.config.hidden import layers_of

    return layers_of(value)


def _in_their_places(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    from engine.config.hidden import in_their_places

    return in_their_places(layers)


class NetworkConfig(Settings):
    """The network between the pixels and the classes."""

    hidden: tuple[Layer, ...] = setting(
        (PLAIN(), PLAIN()), label="Hidden layers", before=_layers_of, after=_in_their_places,
        help="The layers between the pixels and the classes.",
    )  # fmt: skip
    batch_norm: bool = setting(
        False, label="Batch normalisation", rare=True, group="All hidden layers",
        help="Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn "
        "faster with it. Layers that read or leave a sequence are left out; attention has norms of its own.",
    )  # fmt: skip
    initialisation: Initialisation = setting(
        Initialisation.KAIMING, label="Initialisation", rare=True, group="All hidden layers",
        help="How the first weights are drawn. Kaiming suits ReLU, Xavier suits tanh and sigmoid, normal draws "
        "small numbers (deviation 0.01) whatever the layer.",
    )  # fmt: skip

    @classmethod
    def beyond_doubt(cls, values: object) -> Self | None:
        """Return the settings if every value is beyond doubt, of the layers those that need not say their kind."""
        if not isinstance(values, dict) or not isinstance(values.get("hidden"), list):
            return super().beyond_doubt(values)
        hidden = tuple(map(PLAIN.beyond_doubt, values["hidden"]))
        others = super().beyond_doubt({name: value for name, value in values.items() if name != "hidden"})
        if others is None or None in hidden or len(hidden) > MOST_LAYERS:
            return None
        return others.model_copy(update={"hidden": hidden})

    def normalizes(self, layer: Layer) -> bool:
        """Whether batch normalisation is asked for in a layer of this network: by the layer, or for all."""
        return layer.normalized_in(self)

    @property
    def summary(self) -> str:
        """The hidden layers in a word, such as ``conv16-conv32-64``; empty for none."""
        return "-".join(layer.summary for layer in self.hidden)
