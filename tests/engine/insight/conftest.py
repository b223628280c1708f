"""Small networks of every make, and images for them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from torch import nn

from engine.config import Experiment
from engine.insight.model import own_model
from engine.models.build import build

NETWORKS: dict[str, dict[str, Any]] = {
    "linear": {"network.hidden": ()},
    "dense": {"network.hidden": (9, {"size": 7, "activation": "tanh"})},
    "normalised": {"network.hidden": (9, {"size": 7, "dropout": 0.3}), "network.batch_norm": True},
    "convolutional": {
        "network.hidden": (
            {"kind": "conv", "channels": 4, "kernel": 3},
            {
                "kind": "conv",
                "channels": 5,
                "kernel": 4,
                "stride": 2,
                "pooling": "none",
                "activation": "gelu",
            },
            {"size": 6},
        ),
    },
    "valid": {
        "network.hidden": (
            {"kind": "conv", "channels": 3, "padding": "valid", "pooling": "average"},
            {"size": 8},
        ),
        "network.batch_norm": True,
    },
}
SHAPE = (1, 12, 12)
CLASSES = 4


def make_model(name: str, shape: tuple[int, int, int] = SHAPE) -> nn.Sequential:
    experiment = Experiment().with_(**NETWORKS[name])
    first = build(experiment.network, image_shape=shape, classes=CLASSES, seed=1)
    return own_model(experiment, first.state_dict(), classes=CLASSES, image_shape=shape)


@pytest.fixture(params=NETWORKS)
def model(request: pytest.FixtureRequest) -> nn.Sequential:
    return make_model(request.param)


@pytest.fixture
def image() -> NDArray[np.uint8]:
    """A blurred stroke on an empty ground."""
    picture = np.zeros((12, 12), np.uint8)
    picture[3:10, 5] = 255
    picture[3, 5:9] = 180
    picture[8, 6:8] = 90
    return picture
