"""A run too small to be noticed, so that the first real one finds everything loaded and compiled."""

from __future__ import annotations

import numpy as np

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.training.loop import train

IMAGES = 4


def rehearse() -> None:
    """Train a few units on four blank images for one epoch, in some hundredths of a second."""
    labels = np.arange(IMAGES, dtype=np.int64) % 2
    data = Dataset("rehearsal", np.zeros((IMAGES, 4, 4), np.uint8), labels, ("0", "1"))
    nothing = data.subset(slice(0, 0))
    experiment = Experiment().with_(
        **{"network.hidden": "2", "training.epochs": 1, "training.batch_size": 2, "training.threads": 1}
    )
    for _ in train(experiment, Split(data, nothing, nothing)):
        pass
