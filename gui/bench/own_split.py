"""The data of a model, as they were divided when it learnt: from memory, or read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import DataError
from engine.inputs.feature import is_same_input

if TYPE_CHECKING:
    from engine.data.dataset import Dataset, Split
    from engine.inference import Recognizer
    from engine.storage.model_file import SavedModel
    from gui.tasks.task import Job


def own_split(saved: SavedModel, at_hand: Split | None, job: Job) -> Split:
    """Return the data of a model; for a thread.

    Args:
        saved: The model.
        at_hand: They, where they are in memory.
        job: Told how far reading is, and asked whether to give up.

    Raises:
        NetSketchError: If the data are not here, or cannot be read.
    """
    from engine.data import datasets

    config = saved.experiment.data
    if at_hand is not None:
        return at_hand
    if not datasets.is_available(config.dataset):
        raise DataError(
            "The model cannot be measured on its own data.",
            cause="“{name}” is not on this computer.",
            remedy="Bring it in on the page Data.",
            name=config.dataset,
        )
    return datasets.load_split(config.images, progress=job.progress, cancelled=job.cancelled)


def held_out(split: Split | None, model: Recognizer | SavedModel) -> Dataset | None:
    """Return examples that were kept out of training, where a model takes them; else None.

    Args:
        split: The data.
        model: The model.
    """
    if split is None:
        return None
    source = split.validation if len(split.validation) else split.test
    fits = is_same_input(source, model) and source.classes == model.classes and len(source) > 0
    return source if fits else None
