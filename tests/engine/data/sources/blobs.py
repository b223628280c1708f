"""Throw-away data sets: blobs in as many colours as there are classes, and marks of 47 classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.sources.emnist import BALANCED
from engine.data.sources.source import DatasetInfo

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

COLOURS = np.array([(220, 60, 40), (60, 180, 70), (60, 90, 220), (230, 220, 60)], np.uint8)
NAMES = ("airplane", "bird", "ship", "truck")


class BlobsSource:
    """Squares in the colour of their class on grounds of any colour, 32×32×3."""

    info = DatasetInfo("blobs", "Blobs", "Squares in colour.", is_built_in=True)

    def key(self, config: DataConfig) -> Hashable | None:
        return "blobs"

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        return self._made(400, 0), self._made(80, 1)

    def _made(self, count: int, seed: int) -> Dataset:
        random = np.random.default_rng(seed)
        labels = np.arange(count, dtype=np.int64) % len(NAMES)
        images = random.integers(60, 190, (count, 1, 1, 3)) + random.integers(-20, 21, (count, 32, 32, 3))
        images = images.clip(0, 255).astype(np.uint8)
        for image, label, (x, y) in zip(images, labels, random.integers(2, 14, (count, 2)), strict=True):
            image[y : y + 14, x : x + 14] = COLOURS[label]
        return Dataset(self.info.name, images, labels, NAMES)


class MarksSource:
    """A bright field at the place of its class: 28×28, as many classes as EMNIST balanced has."""

    info = DatasetInfo("marks", "Marks", "47 classes.", is_built_in=True)

    def key(self, config: DataConfig) -> Hashable | None:
        return "marks"

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        return self._made(940, 0), self._made(188, 1)

    def _made(self, count: int, seed: int) -> Dataset:
        random = np.random.default_rng(seed)
        classes = BALANCED.classes
        labels = np.arange(count, dtype=np.int64) % len(classes)
        images = random.integers(0, 60, (count, 28, 28)).astype(np.uint8)
        for image, label in zip(images, labels, strict=True):
            row, column = divmod(int(label), 7)
            image[4 * row : 4 * row + 4, 4 * column : 4 * column + 4] = 255
        return Dataset(self.info.name, images, labels, classes)
