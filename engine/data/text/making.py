"""Makes up the examples of a task: no two the same, and none on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.text.coding import coded_questions, coded_windows, places_in
from engine.data.text.pieces import pieces_of
from engine.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.config.text import TextConfig
    from engine.data.text.coding import Coded
    from engine.data.text.task import TextTask

    Example = tuple[str, str]

TRAIN_TO_TEST = 5  # examples to learn from for one to test with, where there are enough
PATIENCE = 2_000  # examples in a row that are there already, and then that was nearly all
TOLD = 1_000  # examples after which progress is told


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """Examples as numbers.

    Attributes:
        classes: The alphabet, a character each.
        train: What is learnt from.
        test: What is tested with.
        blocks: ``(N,)`` int64, one number for examples to learn from of which none may validate the others: pieces of
            one stretch of a text, and questions that are one at heart.
    """

    classes: tuple[str, ...]
    train: Coded
    test: Coded
    blocks: NDArray[np.int64]


def made(
    task: TextTask,
    config: TextConfig,
    seed: int,
    told: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Made:
    """Make up the examples of a task and code them.

    Args:
        task: What is made up.
        config: How many, and how long.
        seed: The same seed makes up the same.
        told: Told which share is done.
        cancelled: Asked now and then whether to stop.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    classes = task.classes(config)
    train, test = examples(task, config, seed, told, cancelled)
    if task.is_prose:
        texts = [task.between.join(sentence for _, sentence in part) for part in (train, test)]
        pieces, blocks = pieces_of(places_in(texts[0], classes), config.context)
        return Made(classes, pieces, coded_windows(places_in(texts[1], classes), config.context), blocks)
    first, second = (coded_questions(part, classes, task.width(config)) for part in (train, test))
    hearts = [task.essence(*example) for example in train]
    return Made(classes, first, second, np.unique(hearts, return_inverse=True)[1].astype(np.int64))


def examples(
    task: TextTask,
    config: TextConfig,
    seed: int,
    told: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[list[Example], list[Example]]:
    """Make up what is learnt from and tested with, as many as there shall be or nearly all there are; see ``made``."""
    rng = np.random.default_rng(seed)
    train: list[Example] = []
    test: list[Example] = []
    known: set[Example] = set()
    for_test = max(1, config.count // TRAIN_TO_TEST)
    in_vain = tries = 0
    while (len(train) < config.count or len(test) < for_test) and in_vain < PATIENCE:
        example = task.example(config, rng)
        side, most = (test, for_test) if task.is_test(*example) else (train, config.count)
        is_new = example not in known and len(side) < most
        in_vain = 0 if is_new else in_vain + 1
        if is_new:
            known.add(example)
            side.append(example)
        tries += 1
        if tries % TOLD == 0:
            if told is not None:
                told(min(1.0, (len(train) + len(test)) / (config.count + for_test)))
            if cancelled is not None and cancelled():
                raise Cancelled
    # In a small space what comes seldom was found last: an order of its own would tell that to whoever takes a part.
    orders = (rng.permutation(len(part)) for part in (train, test))
    first, second = ([part[at] for at in order] for part, order in zip((train, test), orders, strict=True))
    return first, second
