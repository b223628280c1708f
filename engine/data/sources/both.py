"""MNIST and the built-in digits together, and how two data sets become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.sources import generated, mnist
from engine.data.sources.source import DatasetInfo
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress, Source


@dataclass(frozen=True, slots=True)
class MixedSource:
    """Two data sets of the same classes to learn from together; the first one's test images test.

    Attributes:
        info: What a person should know of the mixture.
        first: The one that also tests.
        second: The one that adds to its training images.
    """

    info: DatasetInfo
    first: Source
    second: Source

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides the images of both, or None if one of them is not on this computer."""
        keys = self.first.key(config), self.second.key(config)
        return None if None in keys else keys

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the training images of both, those of the first in front, and the first one's test images.

        Raises:
            DataError: If one of them cannot be had.
        """
        train, test = self.first.parts(config, progress, cancelled)
        added, _ = self.second.parts(config, progress, cancelled)
        images = np.concatenate([train.images, added.images])
        labels = np.concatenate([train.labels, added.labels])
        beside = np.arange(len(images)) >= len(train)
        return Dataset(self.info.name, images, labels, train.classes, added=beside), Dataset(
            self.info.name, test.images, test.labels, test.classes
        )


SOURCE = MixedSource(
    DatasetInfo(
        "both",
        "MNIST and generated digits",
        "The training images of both together, so that ways of writing are learnt that MNIST lacks; "
        "MNIST's test images test.",
        needs_download=True,
        has_drawn_digits=True,
        holds=(mnist.SOURCE.info.name, generated.SOURCE.info.name),
    ),
    mnist.SOURCE,
    generated.SOURCE,
)
