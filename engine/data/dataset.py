"""What a data set is: images, labels and the names of the classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Labelled images held as bytes.

    Attributes:
        name: Short name, such as ``mnist``.
        images: ``(N, H, W)`` or ``(N, H, W, C)`` uint8, 0 is background.
        labels: ``(N,)`` int64, each an index into ``classes``.
        classes: The names of the classes in the order of their indices.
        same: ``(N,)`` int64, one number for images that are the same in every pixel; None where nobody looked.
        test_count: How many of the images, the last ones, are to test with, where all of a set lie behind each other.

    Raises:
        DataError: If shapes, types or labels contradict each other.
    """

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    classes: tuple[str, ...]
    same: NDArray[np.int64] | None = None
    test_count: int = 0

    def __post_init__(self) -> None:
        if self.images.dtype != np.uint8 or self.images.ndim not in (3, 4):
            raise DataError(
                "The images of “{name}” have the wrong form.",
                cause="They are {dtype} of shape {shape}.",
                remedy="Images must be bytes of shape (N, H, W) or (N, H, W, C).",
                name=self.name,
                dtype=self.images.dtype,
                shape=self.images.shape,
            )
        if self.labels.dtype != np.int64 or self.labels.shape != self.images.shape[:1]:
            raise DataError(
                "Images and labels of “{name}” do not belong together.",
                cause="There are {images} images and {labels} labels.",
                remedy="Check the files or fetch them again.",
                name=self.name,
                images=len(self.images),
                labels=len(self.labels),
            )
        if len(self.labels) and not (0 <= self.labels.min() and self.labels.max() < len(self.classes)):
            raise DataError(
                "A label of “{name}” names no class.",
                cause="Labels run to {highest}, classes are {classes}.",
                remedy="Check the files or fetch them again.",
                name=self.name,
                highest=self.labels.max(),
                classes=len(self.classes),
            )

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """Shape of one image as a model takes it: ``(C, H, W)``."""
        _, height, width, *channels = self.images.shape
        return (channels[0] if channels else 1, height, width)

    def class_counts(self) -> NDArray[np.int64]:
        """How many images each class has, ``(classes,)`` int64."""
        return np.bincount(self.labels, minlength=len(self.classes)).astype(np.int64)

    def subset(self, indices: NDArray[np.integer] | slice) -> Dataset:
        """Return the images at ``indices`` as a data set of the same name and classes."""
        same = None if self.same is None else self.same[indices]
        return Dataset(self.name, self.images[indices], self.labels[indices], self.classes, same)


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Three disjoint parts of a data set; ``validation`` may be empty."""

    train: Dataset
    validation: Dataset
    test: Dataset

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, the same in all three parts."""
        return self.train.classes
