"""Small models, trained on few digits that the program draws."""

from __future__ import annotations

from functools import cache

import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.data.datasets import load_split
from engine.data.learnt import Learnt
from engine.storage.model_file import SavedModel
from engine.training import train
from engine.training.events import TrainingFinished

COUNT = 600
# Networks with a layer of each kind that cannot stand alone, or is called otherwise.
WORDS = {
    "dense": "8",
    "patches": "patches7x8,pool,8",
    "attention": "patches7x8,attention2,pool,8",
    "pool": "patches7x8,pool,8",
}


@cache
def digits(validation: float = 0.25) -> Split:
    """Return few digits, with or without some for validation."""
    return load_split(described("none", validation=validation).data)


@cache
def trained(hidden: str = "24", epochs: int = 10, *, validation: float = 0.25) -> SavedModel:
    """Return a model of them."""
    experiment = described(hidden, validation=validation, epochs=epochs)
    split = digits(validation)
    (state,) = (event.state for event in train(experiment, split) if isinstance(event, TrainingFinished))
    learnt = Learnt().and_division(experiment.data, split.train)
    return SavedModel(experiment, split.classes, split.train.image_shape, learnt=learnt, state=state)


def described(hidden: str, *, validation: float = 0.25, epochs: int = 4) -> Experiment:
    """Return the settings of a model."""
    return Experiment().with_(
        **{
            "data.dataset": "generated",
            "data.generated_count": COUNT,
            "data.validation_share": validation,
            "network.hidden": hidden,
            "training.epochs": epochs,
            "training.batch_size": 20,
            "training.learning_rate": 0.003,
            "training.threads": 1,
        }
    )


def untrained(hidden: str) -> SavedModel:
    """Return a model with its first weights."""
    from engine.models.build import build

    split = digits()
    experiment = described(hidden)
    model = build(experiment.network, image_shape=split.train.image_shape, classes=len(split.classes))
    return SavedModel(experiment, split.classes, split.train.image_shape, state=dict(model.state_dict()))


def with_weights(saved: SavedModel, **tensors: torch.Tensor) -> SavedModel:
    """Return a model with some tensors put in place of its own; ``__`` stands for a point."""
    from dataclasses import replace

    state = dict(saved.state) | {name.replace("__", "."): tensor for name, tensor in tensors.items()}
    return replace(saved, state=state)
