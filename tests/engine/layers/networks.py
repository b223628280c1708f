"""A small network around a kind of layer, whatever the kind: what tests of every kind in the registry try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.config import NetworkConfig
from engine.layers import LAYER_KINDS, Form, LstmLayer, PatchesLayer
from engine.layers.order import misplaced
from engine.models.parts import hidden_name

if TYPE_CHECKING:
    from engine.layers import Layer

OF_IMAGES: tuple[type[Layer], ...] = tuple(
    kind for kind in LAYER_KINDS.values() if kind.takes != {Form.CHARACTERS}
)
"""The kinds that a network of images can have; what characters alone go into has tests of its own."""

FITTING: dict[type[Layer], Layer] = {PatchesLayer: PatchesLayer(size=4, width=8)}
"""What stands for a kind whose usual layer is too large for the small images of tests."""


def example_of(kind: type[Layer]) -> Layer:
    """Return a layer of the kind that small images have room for."""
    return FITTING.get(kind, kind())


def network_of(kind: type[Layer]) -> NetworkConfig:
    """Return two layers of the kind where one may follow the other, what it needs in front, and a plain one."""
    needed = () if kind.takes & {Form.IMAGE, Form.VECTOR} else (LstmLayer(units=8),)
    twice = (*needed, example_of(kind), example_of(kind))
    return NetworkConfig(hidden=(*(twice if not any(misplaced(twice)) else twice[:-1]), 6))


def first_of(kind: type[Layer], network: NetworkConfig) -> str:
    """Return the name of the first layer of a kind."""
    return hidden_name(1 + next(place for place, layer in enumerate(network.hidden) if type(layer) is kind))
