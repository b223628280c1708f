"""What a training cannot begin or go on with: too few images, a teacher who was not asked, another run's checkpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import TrainingError
from engine.training.batches import batch_sizes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.config import Experiment, TrainingConfig
    from engine.data.dataset import Split


def checked_batches(experiment: Experiment, count: int) -> list[int]:
    """Return the sizes of the batches of an epoch.

    Args:
        experiment: Their size, and whether it normalises by them.
        count: How many training images there are.

    Raises:
        TrainingError: If there are too few.
    """
    if count == 0:
        raise TrainingError(
            "There are no examples to train on.",
            remedy="Choose another data set or a smaller validation share.",
        )
    batch_size = experiment.training.batch_size
    normalizes = any(map(experiment.network.normalizes, experiment.network.hidden))
    sizes = batch_sizes(count, batch_size, least=2 if normalizes else 1)
    if not sizes:
        raise TrainingError(
            "Batch normalisation needs at least two examples in a batch.",
            cause="There are {count} training examples, in batches of {batch_size}.",
            remedy="Use a larger batch size or more examples, or switch batch normalisation off.",
            count=count,
            batch_size=batch_size,
        )
    return sizes


def not_of_these_settings() -> TrainingError:
    """Return the error of a checkpoint that does not belong to the settings of its run."""
    return TrainingError(
        "The run cannot be resumed with these settings.",
        cause="Its checkpoint belongs to another network, optimiser, batch size or device.",
        remedy="Resume it with the settings it was begun with, or begin anew.",
    )


def check_teacher(config: TrainingConfig, data: Split, teacher: NDArray[np.float32] | None) -> None:
    """See that there is an answer of a teacher for each training image where the settings name one, and else none.

    Raises:
        TrainingError: If not.
    """
    wanted = (len(data.train), len(data.classes)) if config.teacher else None
    if (None if teacher is None else teacher.shape) != wanted:
        raise TrainingError(
            "The teacher has not been asked about these training examples.",
            remedy="Train from the beginning, or without a teacher.",
        )
