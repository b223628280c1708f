"""Untrained networks that nevertheless have something in every number: what tests of exports take for trained ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import torch

from engine.config import Experiment, NetworkConfig, list_presets
from engine.deploy.operations import PlainNetwork, plain_network
from engine.inputs.registry import kind_holding
from engine.layers import LAYER_KINDS
from engine.layers.order import reads_characters
from engine.models.build import build
from engine.storage.model_file import SavedModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHAPE = (1, 28, 28)
PRESETS = tuple(
    preset.name for preset in list_presets() if not reads_characters(preset.experiment.network.hidden)
)  # of networks that take drawings
STRICT = ("-std=c99", "-O1", "-Wall", "-Wextra", "-pedantic", "-Werror")  # of C: no warning passes

# Each says which settings of a kind it tries; the kinds are those of the registry, and a test says when one is missing.
HIDDEN: dict[str, list[object]] = {
    "none": [],
    "dense": [12, {"activation": "tanh", "dropout": 0.5}, {"size": 7, "activation": "identity"}],
    "dense leaky": [{"size": 12, "activation": "leaky_relu"}, {"size": 9, "activation": "sigmoid"}],
    "dense gelu": [{"size": 12, "activation": "gelu"}, {"size": 9, "activation": "silu"}],
    "conv": [
        {"kind": "conv", "channels": 3, "batch_norm": True},
        {"kind": "conv", "channels": 4, "activation": "gelu", "stride": 2},
    ],
    "conv even": [
        {"kind": "conv", "channels": 3, "kernel": 4, "pooling": "average"},
        {"kind": "conv", "channels": 4, "kernel": 2, "padding": "valid", "pooling": "none", "dropout": 0.3},
    ],
    "conv odd": [
        {"kind": "conv", "channels": 3, "kernel": 5, "stride": 3, "padding": "valid", "activation": "silu"},
        {"kind": "conv", "channels": 2, "kernel": 1, "pooling": "none", "activation": "leaky_relu"},
    ],
    "lstm": [{"kind": "lstm", "units": 6}],
    "lstm both": [{"kind": "lstm", "units": 5, "direction": "both", "reading": "columns"}, 8],
    "lstm twice": [
        {"kind": "lstm", "units": 5, "direction": "both"},
        {"kind": "lstm", "units": 4, "direction": "both", "dropout": 0.2},
    ],
    "lstm behind conv": [{"kind": "conv", "channels": 3}, {"kind": "lstm", "units": 5, "reading": "columns"}],
    "gru": [{"kind": "gru", "units": 6, "reading": "columns"}],
    "gru both": [
        {"kind": "gru", "units": 5, "direction": "both", "returns": "sequence"},
        {"kind": "gru", "units": 4, "direction": "both"},
    ],
    "steps flat": [{"kind": "gru", "units": 3, "returns": "sequence"}, 6],
    "patches": [{"kind": "patches", "width": 8, "size": 7}],
    "patches uneven": [{"kind": "patches", "width": 8, "size": 5, "positions": False}],
    "attention": [
        {"kind": "patches", "width": 8, "size": 7},
        {"kind": "attention", "heads": 2, "dropout": 0.1},
        {"kind": "attention", "heads": 4, "mlp_factor": 1},
        {"kind": "pool"},
    ],
    "attention over steps": [
        {"kind": "lstm", "units": 6, "direction": "both"},
        {"kind": "attention", "heads": 3},
        {"kind": "pool", "pooling": "last"},
    ],
    "pool first": [{"kind": "patches", "width": 8, "size": 9}, {"kind": "pool", "pooling": "first"}, 5],
    "pool plain": [
        {"kind": "conv", "channels": 6},
        {"kind": "patches", "width": 8, "size": 2},
        {"kind": "pool", "layer_norm": False},
    ],
}
KINDS = {name.split()[0] for name in HIDDEN} & set(LAYER_KINDS)


def shaken(
    network: NetworkConfig, *, shape: tuple[int, int, int] = SHAPE, classes: int = 10, seed: int = 3
) -> torch.nn.Sequential:
    """Return a network whose norms, biases and statistics are not those of a new one, outside of training."""
    model = build(network, image_shape=shape, classes=classes, seed=seed, mean=0.2, deviation=0.4)
    numbers = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, buffer in model.named_buffers():
            if name.endswith("running_mean"):
                buffer.normal_(0, 0.5, generator=numbers)
            elif name.endswith("running_var"):
                buffer.uniform_(0.2, 2, generator=numbers)
        for parameter in model.parameters():
            if parameter.ndim == 1:  # some scales are negative, as they may be behind max pooling
                parameter.add_(torch.empty_like(parameter).normal_(0, 0.7, generator=numbers))
    return model.eval()


def network_named(name: str) -> NetworkConfig:
    """Return the network that an entry of ``HIDDEN`` describes."""
    return NetworkConfig(hidden=HIDDEN[name], batch_norm=name in ("dense leaky", "conv odd"))  # type: ignore[arg-type]


@cache
def plain_named(name: str) -> tuple[torch.nn.Sequential, PlainNetwork]:
    """Return the same, built and as plain operations: one for all tests, which none can change."""
    model = shaken(network_named(name))
    with torch.inference_mode():
        plain = plain_network(model, SHAPE)
    for array in plain.arrays():
        array.flags.writeable = False
    return model, plain


def coloured(name: str, shape: tuple[int, int, int] = (3, 32, 32)) -> PlainNetwork:
    """Return the same for pictures in colour, as plain operations."""
    with torch.inference_mode():
        return plain_network(shaken(network_named(name), shape=shape), shape)


def saved_as(network: NetworkConfig, model: torch.nn.Module) -> SavedModel:
    """Return a network as a model file holds it."""
    return SavedModel(Experiment(network=network), tuple("0123456789"), SHAPE, state=model.state_dict())


def answers_of(model: torch.nn.Module, images: NDArray[Any]) -> NDArray[np.float32]:
    """Return a model's probabilities of examples ``(N, …)`` as a data set keeps them."""
    kind = kind_holding(images)
    assert kind is not None
    with torch.inference_mode():
        found: NDArray[np.float32] = model(torch.from_numpy(kind.floats(images))).softmax(dim=1).numpy()
    return found
