"""Which images of a data set to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.dataset import Dataset


def pick_examples(dataset: Dataset, count: int, seed: int = 0) -> NDArray[np.int64]:
    """Return which images to show: the classes in turn, again and again, each time another image of a class.

    Where there are no classes, they are drawn from all.

    The first of many are the same as few.

    Args:
        dataset: Where they are from.
        count: How many are wanted; fewer come where there are fewer.
        seed: Decides which.

    Returns:
        Their indices.
    """
    generator = np.random.default_rng(seed)
    if dataset.goal != CLASSES.name:
        return generator.permutation(len(dataset))[:count].astype(np.int64)
    of_classes = [
        generator.permutation(np.flatnonzero(dataset.labels == label))
        for label in range(len(dataset.classes))
    ]
    rounds = max((len(indices) for indices in of_classes), default=0)
    picked: list[int] = []
    for turn in range(rounds):
        picked += [int(indices[turn]) for indices in of_classes if turn < len(indices)]
        if len(picked) >= count:
            break
    return np.array(picked[:count], np.int64)
