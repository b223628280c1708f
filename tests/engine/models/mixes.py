"""Random networks of all kinds of layers in the registry, with every setting each can have."""

from __future__ import annotations

import random
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from engine.config import Experiment, NetworkConfig
from engine.errors import ConfigError
from engine.layers import LAYER_KINDS, Layer
from engine.models.size import layer_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

SHAPES = ((1, 12, 12), (3, 9, 7), (1, 28, 28))
NUMBERS = (1, 2, 3, 4, 5, 8)


def random_layer(kind: type[Layer], chance: random.Random) -> Layer:
    """Return a layer of a kind, each of its settings drawn from those it can have."""
    drawn: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        if name == "kind":
            continue
        if info.annotation is bool:
            drawn[name] = chance.random() < 0.5
        elif info.annotation is int:
            drawn[name] = chance.choice(NUMBERS)
        elif info.annotation is float:
            drawn[name] = chance.choice((0.0, 0.0, 0.5))
        else:
            assert isinstance(info.annotation, type)
            assert issubclass(info.annotation, StrEnum)
            drawn[name] = chance.choice(list(info.annotation))
    return kind(**drawn)


def random_networks(count: int, seed: int) -> Iterator[tuple[NetworkConfig, tuple[int, int, int]]]:
    """Yield networks that can be built, and the shape of the images they are for."""
    chance = random.Random(seed)
    while count:
        shape = chance.choice(SHAPES)
        layers = tuple(
            random_layer(chance.choice(list(LAYER_KINDS.values())), chance)
            for _ in range(chance.randint(1, 6))
        )
        try:
            network = (
                Experiment()
                .with_(**{"network.hidden": layers, "network.batch_norm": chance.random() < 0.5})
                .network
            )
        except ConfigError:  # in an order that cannot be
            continue
        problems = layer_problems(network, shape)
        assert all(problem.remedy for problem in problems)
        if not problems:
            count -= 1
            yield network, shape
