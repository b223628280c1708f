"""A throw-away data set: upright and lying stripes. What a new data set needs is in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.sources.source import DatasetInfo

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress


class StripesSource:
    """As many stripes as are asked for, at random places."""

    info = DatasetInfo("stripes", "Stripes", "Upright and lying stripes.", is_built_in=True)

    def key(self, config: DataConfig) -> Hashable | None:
        return config.generated_count, config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        random = np.random.default_rng(config.seed)
        return self._drawn(config.generated_count, random), self._drawn(config.generated_count // 6, random)

    def _drawn(self, count: int, random: np.random.Generator) -> Dataset:
        labels = np.arange(count, dtype=np.int64) % 2
        images = np.zeros((count, 28, 28), np.uint8)
        for image, label, place in zip(images, labels, random.integers(0, 28, count), strict=True):
            (image if label else image.T)[place] = 255
        return Dataset(self.info.name, images, labels, ("upright", "lying"))


SOURCE = StripesSource()
