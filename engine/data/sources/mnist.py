"""MNIST and the data sets published in its form: their files, checksums, mirrors and classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.idx import read_idx
from engine.data.sources.published_files import DataFile, FileSet

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class IdxImages:
    """A data set in four IDX files: images and labels, to train on and to test with.

    Attributes:
        files: In the order training images, training labels, test images, test labels.
        classes: The names of the classes in the order of their labels.
    """

    files: FileSet
    classes: tuple[str, ...]

    def read(
        self,
        *,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[Dataset, Dataset]:
        """Return the training and the test images, fetching what is missing.

        Raises:
            DataError: If they cannot be had, or images and labels do not belong together.
            Cancelled: If ``cancelled`` said so.
        """
        contents = self.files.read(progress=progress, cancelled=cancelled)
        names = [file.name for file in self.files.files]
        return self._part(contents, *names[:2]), self._part(contents, *names[2:])

    def _part(self, contents: dict[str, bytes], images: str, labels: str) -> Dataset:
        return Dataset(
            self.files.name,
            read_idx(contents[images], name=images, dimensions=3),
            read_idx(contents[labels], name=labels, dimensions=1).astype(np.int64),
            self.classes,
        )


MNIST = IdxImages(
    FileSet(
        "mnist",
        "MNIST",
        (
            DataFile(
                "train-images-idx3-ubyte",
                47_040_016,
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                9_912_422,
            ),
            DataFile(
                "train-labels-idx1-ubyte",
                60_008,
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                28_881,
            ),
            DataFile(
                "t10k-images-idx3-ubyte",
                7_840_016,
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                1_648_877,
            ),
            DataFile(
                "t10k-labels-idx1-ubyte",
                10_008,
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                4_542,
            ),
        ),
        (
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://raw.githubusercontent.com/fgnt/mnist/master/",
        ),
    ),
    tuple("0123456789"),
)

FASHION_MNIST = IdxImages(
    FileSet(
        "fashion-mnist",
        "Fashion-MNIST",
        (
            DataFile(
                "train-images-idx3-ubyte",
                47_040_016,
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                26_421_880,
            ),
            DataFile(
                "train-labels-idx1-ubyte",
                60_008,
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                29_515,
            ),
            DataFile(
                "t10k-images-idx3-ubyte",
                7_840_016,
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                4_422_102,
            ),
            DataFile(
                "t10k-labels-idx1-ubyte",
                10_008,
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
                5_148,
            ),
        ),
        (
            "https://fashion-mnist.s3.eu-central-1.amazonaws.com/",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        ),
    ),
    (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
)
