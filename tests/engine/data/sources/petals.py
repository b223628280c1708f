"""A throw-away table: flowers by measures and a colour. What a new table needs is in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset, Split
from engine.data.sources.source import DatasetInfo
from engine.inputs.feature import features_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

NAMES = ("length", "width", "depth", "spots", "colour = red")
COLUMNS = ("", "", "", "", "colour")
CLASSES = ("rose", "lily", "iris")


class PetalsSource:
    """Flowers, a class around each of three places; lengths in units of their own, and whole spots."""

    info = DatasetInfo("petals", "Petals", "Flowers by their measures.", is_built_in=True, kind="numbers")

    def key(self, config: DataConfig) -> Hashable | None:
        return config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        return petals(180, config.seed), petals(60, config.seed + 1_000_000)


def petals(count: int, seed: int = 0) -> Dataset:
    """Return so many flowers."""
    random = np.random.default_rng(seed)
    labels = np.arange(count, dtype=np.int64) % 3
    rows = (
        random.normal(0, 0.6, (count, 5))
        + np.array([[0, 0, 1, 0, 0], [2, 1, 0, 1, 0], [1, 3, 2, 2, 0]])[labels]
    )
    rows = rows * [10, 0.01, 1, 3, 1] + [5000, 0, -2, 9, 0]
    rows[:, 3] = np.rint(rows[:, 3])
    rows[:, 4] = random.random(count) < 0.2 + 0.3 * labels
    rows = rows.astype(np.float32)
    return Dataset("petals", rows, labels, CLASSES, features=features_of(rows, NAMES, COLUMNS))


def split_of(train: int = 60, validation: int = 18, test: int = 18) -> Split:
    """Return flowers to learn from, to validate and to test with."""
    return Split(*(petals(count, seed) for seed, count in enumerate((train, validation, test))))


SOURCE = PetalsSource()
