"""What several processes do not share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import TrainingError
from engine.training.private.promise import is_private

if TYPE_CHECKING:
    from engine.config import TrainingConfig


def check_shared(config: TrainingConfig, world: int, images: int | None = None) -> None:
    """See that a training can be shared by ``world`` processes.

    Args:
        config: Its settings.
        world: How many processes there are.
        images: How many images there are to train on, once that is known.

    Raises:
        TrainingError: If not.
    """
    if is_private(config):
        raise TrainingError(
            "A private training is not shared by several processes.",
            cause="Its promise was worked out for one that draws the images of every step by chance.",
            remedy="Train with one process, or without a privacy budget and noise.",
        )
    batch = config.batch_size if images is None else min(config.batch_size, images)
    if world > batch:
        raise TrainingError(
            "There are more processes than images in a batch.",
            cause="{world} processes would share {batch} images.",
            remedy="Use a larger batch size, or fewer processes.",
            world=world,
            batch=batch,
        )
