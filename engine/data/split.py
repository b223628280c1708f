"""Divide the images of a data set into those to learn from and those kept back to watch the learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset, Split
from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.config import DataConfig


def split(train: Dataset, test: Dataset, config: DataConfig) -> Split:
    """Divide ``train`` into training and validation images; ``test`` stays whole.

    Args:
        train: The images that may be learnt from.
        test: The images for the final test, none of which is among ``train``.
        config: ``validation_share``, ``train_count`` and ``seed`` decide the division.

    Returns:
        Three disjoint parts; validation is empty where its share is 0.

    Raises:
        DataError: If nothing is left to train on.
    """
    chosen, kept_back = split_indices(
        len(train),
        validation_share=config.validation_share,
        train_count=config.train_count,
        seed=config.seed,
    )
    return Split(train.subset(chosen), train.subset(kept_back), test)


def split_indices(
    count: int, *, validation_share: float, train_count: int = 0, seed: int = 0
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Draw which of ``count`` images are trained on and which validate.

    The share is drawn at random from all images alike, not class by class: this is what the usual tools do, and with
    thousands of images the classes come out nearly even by themselves.

    Args:
        count: How many images there are.
        validation_share: Which part of them validates, from 0 to below 1; above 0 it takes one image at least.
        train_count: How many of the images to use at all; 0 uses all.
        seed: The same seed gives the same division.

    Returns:
        The indices for training and those for validation, both ascending int64, disjoint, together as many as are
        used.

    Raises:
        DataError: If nothing is left to train on.
    """
    used = min(count, train_count) if train_count else count
    kept_back = round(used * validation_share)
    if validation_share > 0 and used > 1:
        kept_back = max(1, kept_back)
    if used - kept_back < 1:
        raise DataError(
            "No image is left to train on.",
            cause="Validation takes {kept_back} of {used} images.",
            remedy="Lower the validation share or use more images.",
            kept_back=kept_back,
            used=used,
        )
    order = np.random.default_rng(seed).permutation(count)[:used].astype(np.int64)
    # Ascending: training draws its own order, and reading memory in order is faster.
    return np.sort(order[kept_back:]), np.sort(order[:kept_back])
