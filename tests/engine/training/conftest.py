"""Small made-up data and runs for the tests of training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.config import Experiment
from engine.data.dataset import Dataset, Split


def make_dataset(count: int, *, classes: int = 4, shape: tuple[int, ...] = (6, 6), seed: int = 0) -> Dataset:
    """Images whose class shows as a bright row amid noise."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, classes, count).astype(np.int64)
    images = random.integers(0, 90, (count, *shape)).astype(np.uint8)
    images[np.arange(count), labels] += 120
    return Dataset("rows", images, labels, tuple("abcdefgh"[:classes]))


@pytest.fixture
def make_split() -> Callable[..., Split]:
    def make(train: int = 64, validation: int = 16, **options: object) -> Split:
        parts = [
            make_dataset(count, seed=seed, **options)  # type: ignore[arg-type]
            for seed, count in enumerate((train, validation, 4))
        ]
        return Split(*parts)

    return make


@pytest.fixture
def split(make_split: Callable[..., Split]) -> Split:
    return make_split()


@pytest.fixture
def turning(split: Split) -> Split:
    """One validation label in four is wrong: the surer the network, the higher the loss in the end."""
    labels = split.validation.labels.copy()
    labels[::4] = (labels[::4] + 1) % 4
    return Split(split.train, replace(split.validation, labels=labels), split.test)


@pytest.fixture
def experiment() -> Experiment:
    """Two hidden layers of 8, batches of 10, three epochs."""
    return Experiment().with_(
        **{
            "network.hidden": (8, 8),
            "training.batch_size": 10,
            "training.epochs": 3,
            "training.learning_rate": 0.01,
            "training.threads": 1,
        }
    )
