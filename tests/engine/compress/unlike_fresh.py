"""Models in which no number is one that a fresh network has, so that none is left out unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.config import Experiment
from engine.models.build import build
from engine.storage.model_file import SavedModel

if TYPE_CHECKING:
    from engine.config import NetworkConfig

SHAPE = (1, 12, 12)
CLASSES = ("a", "b", "c", "d", "e")


def saved_of(network: NetworkConfig, shape: tuple[int, int, int] = SHAPE, seed: int = 0) -> SavedModel:
    """Return a model of 64 bits in which no number is one that a fresh network has."""
    model = build(network, image_shape=shape, classes=len(CLASSES), seed=seed).double()
    draw = torch.Generator().manual_seed(seed)
    state = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    for name, tensor in state.items():
        if name.endswith("running_var"):
            tensor.uniform_(0.5, 1.5, generator=draw)
        elif tensor.is_floating_point() and not name.startswith("normalize"):
            tensor += 0.3 * torch.randn(tensor.shape, generator=draw, dtype=tensor.dtype)
    experiment = Experiment().model_copy(update={"network": network})
    return SavedModel(experiment=experiment, classes=CLASSES, image_shape=shape, state=state)
