"""A data set whose images and labels are four IDX files: MNIST and those in its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.idx import read_idx
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.published_files import FileSet
    from engine.data.sources.source import DatasetInfo, IsCancelled, Progress


@dataclass(frozen=True, slots=True)
class IdxSource:
    """Images and labels in four IDX files, found in a folder or downloaded.

    Attributes:
        info: What a person should know of it.
        files: In the order training images, training labels, test images, test labels.
        classes: The names of the classes in the order of their labels.
        transposed: Whether rows and columns of the images have changed places in the files.
        first_label: The label of the first class.
    """

    info: DatasetInfo
    files: FileSet
    classes: tuple[str, ...]
    transposed: bool = False
    first_label: int = 0

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which files hold the images, and in which state."""
        return self.files.state()

    def parts(
        self, config: DataConfig, progress: Progress | None = None, cancelled: IsCancelled | None = None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images as published, fetching what is missing.

        Raises:
            DataError: If they cannot be had, or images and labels do not belong together.
            Cancelled: If ``cancelled`` said so.
        """
        contents = self.files.read(progress=progress, cancelled=cancelled)
        names = [file.name for file in self.files.files]
        return self._part(contents, *names[:2]), self._part(contents, *names[2:])

    def _part(self, contents: dict[str, bytes], images: str, labels: str) -> Dataset:
        pictures = read_idx(contents[images], name=images, dimensions=3)
        numbers = read_idx(contents[labels], name=labels, dimensions=1).astype(np.int64)
        return Dataset(
            self.files.name,
            np.ascontiguousarray(pictures.swapaxes(1, 2)) if self.transposed else pictures,
            numbers - self.first_label,
            self.classes,
        )
