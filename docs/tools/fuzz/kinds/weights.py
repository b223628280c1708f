"""Files of weights: models, checkpoints and snapshots."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = 40  # of a training that is gone on with


class Model(Kind):
    """A model file."""

    name = "model"
    modules = ("engine.storage.model_file", "engine.storage.model_header")

    def make(self) -> Files:
        """A model for drawings."""
        return {"model.safetensors": sound.model()}

    def read(self, folder: Path) -> bool:
        """Describe it, load it, and ask it about an image."""
        from engine.inference import Recognizer
        from engine.storage import model_file

        path = folder / "model.safetensors"
        described = model_file.describe(path)
        channels, height, width = described.image_shape
        recognizer = Recognizer.load(path)
        images = np.zeros((1, height, width) if channels == 1 else (1, height, width, channels), np.uint8)
        answers = recognizer.probabilities(images)
        assert answers.shape == (1, len(described.classes))
        return True


class CheckpointFile(Kind):
    """The checkpoint of a run."""

    name = "checkpoint"
    modules = ("engine.storage.checkpoint", "engine.storage.tensor_file")

    def make(self) -> Files:
        """The checkpoint of a run at its end."""
        return {"checkpoint.safetensors": sound.run()["checkpoint.safetensors"]}

    def read(self, folder: Path) -> bool:
        """Load it, and go on with the training."""
        from engine.storage import checkpoint
        from engine.training import train

        saved = checkpoint.load(folder / "checkpoint.safetensors")
        longer = sound.experiment().with_(**{"training.epochs": 3})
        training = train(longer, sound.split(), resume=saved.checkpoint)
        for _ in islice(training, EVENTS):
            pass
        training.close()
        return True


class SnapshotFile(Kind):
    """A snapshot of a run."""

    name = "snapshot"
    modules = ("engine.storage.tensor_file",)

    def make(self) -> Files:
        """The last snapshot of a run."""
        files = sound.run()
        last = max(name for name in files if name.startswith("snapshots/"))
        return {"snapshot.safetensors": files[last]}

    def read(self, folder: Path) -> bool:
        """Load it, and give its weights to a network."""
        from engine.inference import Recognizer
        from engine.storage.runs.file import snapshots

        state = snapshots.load(folder / "snapshot.safetensors")
        recognizer = Recognizer(sound.experiment(), sound.CLASSES, state, image_shape=(1, 6, 6))
        recognizer.probabilities(np.zeros((1, 6, 6), np.uint8))
        return True
