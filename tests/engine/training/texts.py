"""A tiny task for tests: questions of two or three letters, and the same letters backwards."""

from __future__ import annotations

import numpy as np

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.text.coding import coded_questions, coded_windows
from engine.data.text.task import END

CLASSES = (END, "=", "a", "b", "c")
WIDTH = 7
EXPERIMENT = Experiment().with_(
    **{
        "network.hidden": "embedding16,attention2,attention2",
        "training.epochs": 2,
        "training.batch_size": 8,
        "training.learning_rate": 0.01,
        "training.threads": 1,
    }
)


def questions(count: int, seed: int = 0) -> list[tuple[str, str]]:
    chance = np.random.default_rng(seed)
    words = ["".join(chance.choice(list("abc"), chance.integers(2, 4))) for _ in range(count)]
    return [(f"{word}=", word[::-1]) for word in words]


def reversed_words(count: int = 30, seed: int = 0) -> Dataset:
    images, labels = coded_questions(questions(count, seed), CLASSES, WIDTH)
    return Dataset("words", images, labels, CLASSES)


def backwards() -> Split:
    """Return questions to learn from, to validate on and to test with; there are but 36, so that they come again."""
    return Split(reversed_words(40), reversed_words(13, seed=1), reversed_words(20, seed=2))


def prose(count: int = 40) -> Dataset:
    """Return pieces of a text that goes round in a circle."""
    images, labels = coded_windows(np.resize(np.arange(4, dtype=np.uint16), count * 6 + 1), 6)
    return Dataset("circle", images, labels, ("a", "b", "c", " "))
