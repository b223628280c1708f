"""What benchmarks train first: a network as its settings say, from a file where it is there already."""

from __future__ import annotations

from pathlib import Path

from engine.config import Experiment
from engine.data.datasets import load_split
from engine.storage import model_file
from engine.storage.model_file import SavedModel
from engine.training import TrainingFinished, train


def trained(experiment: Experiment, path: Path | None = None) -> SavedModel:
    """Train a network.

    Args:
        experiment: How.
        path: Where it is kept; nowhere by default.
    """
    if path is not None and path.exists():
        return model_file.load(path)
    data = load_split(experiment.data)
    state = next(event.state for event in train(experiment, data) if isinstance(event, TrainingFinished))
    saved = SavedModel(experiment, data.classes, data.train.image_shape, state=state)
    if path is not None:
        model_file.save_copy(path, saved)
    return saved
