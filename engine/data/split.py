"""Divide the images of a data set into those to learn from and those kept back to watch the learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset, Split
from engine.data.same_images import beside_their_like, cut_between_groups
from engine.errors import DataError
from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.config import DataConfig


EVENLY_BELOW = 1000
"""With fewer images than this, chance alone would leave classes out: these are divided class by class."""


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
        labels=train.labels if train.goal == CLASSES.name and len(train) < EVENLY_BELOW else None,
        same=train.same,
    )
    return Split(train.subset(chosen), train.subset(kept_back), test)


def split_indices(
    count: int,
    *,
    validation_share: float,
    train_count: int = 0,
    seed: int = 0,
    labels: NDArray[np.int64] | None = None,
    same: NDArray[np.int64] | None = None,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Draw which of ``count`` images are trained on and which validate.

    Without ``labels`` the share is drawn at random from all images alike: this is what the usual tools do, and with
    thousands of images the classes come out nearly even by themselves. With them each class gives its share, and
    keeps one image at least to learn from.

    Args:
        count: How many images there are.
        validation_share: Which part of them validates, from 0 to below 1; above 0 it takes one image at least.
        train_count: How many of the images to use at all; 0 uses all.
        seed: The same seed gives the same division.
        labels: ``(count,)`` class of each image, to divide class by class.
        same: ``(count,)`` one number for images that are the same in every pixel; they stay together where that is
            possible at all.

    Returns:
        The indices for training and those for validation, both ascending int64, disjoint, together as many as are
        used.

    Raises:
        DataError: If nothing is left to train on.
    """
    order = np.random.default_rng(seed).permutation(count).astype(np.int64)
    if labels is not None:
        order = order[_by_turns(labels[order])]
    if same is not None:
        order = beside_their_like(order, same)
    used = min(count, train_count) if train_count else count
    order = order[:used] if labels is None else order[:used][::-1]  # what comes first is learnt from
    kept_back = round(used * validation_share)
    if validation_share > 0 and used > 1:
        kept_back = max(1, kept_back)
    if labels is not None and used:
        kept_back = min(kept_back, used - len(np.unique(labels[order])))
    if same is not None:
        kept_back = cut_between_groups(order, kept_back, same)
    if used - kept_back < 1:
        raise DataError(
            "No example is left to train on.",
            cause="Validation takes {kept_back} of {used} examples.",
            remedy="Lower the validation share or use more examples.",
            kept_back=kept_back,
            used=used,
        )
    # Ascending: training draws its own order, and reading memory in order is faster.
    return np.sort(order[kept_back:]), np.sort(order[:kept_back])


def even_test(labels: NDArray[np.int64], share: float, seed: int = 0) -> NDArray[np.bool_]:
    """Draw a share of each class for testing: ``(N,)`` bool; each class keeps an image to learn from.

    Args:
        labels: ``(N,)`` class of each image.
        share: Which part of the images is wanted for testing.
        seed: The same seed draws the same.
    """
    order = np.random.default_rng(seed).permutation(len(labels))
    order = order[_by_turns(labels[order])][::-1]
    count = min(max(1, round(len(labels) * share)), len(labels) - len(np.unique(labels)))
    test = np.zeros(len(labels), dtype=np.bool_)
    test[order[: max(count, 0)]] = True
    return test


def _by_turns(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return an order in which one image of each class comes first, and then all classes run out together.

    Args:
        labels: ``(N,)`` class of each image; within a class the order stays.
    """
    place = np.empty(len(labels))
    for label in np.unique(labels):
        own = np.flatnonzero(labels == label)
        place[own] = (np.arange(len(own)) + 0.5) / len(own)
        place[own[0]] = 0
    return np.argsort(place, kind="stable")
