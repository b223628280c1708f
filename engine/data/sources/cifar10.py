"""CIFAR-10, small photographs in colour: its files, their checksums and mirrors, and the form of its records.

Source: A. Krizhevsky 2009, “Learning multiple layers of features from tiny images”, and the page of the data set,
https://www.cs.toronto.edu/~kriz/cifar.html: a record is one byte for the label and 1,024 for each of red, green, blue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.sources.published_archive import Archive
from engine.data.sources.published_files import DataFile, FileSet
from engine.data.sources.source import DatasetInfo
from engine.errors import DataError
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

SIDE, CHANNELS = 32, 3
RECORD = 1 + CHANNELS * SIDE * SIDE  # bytes
RECORDS = 10_000  # of each file
ARCHIVE = Archive(
    "cifar-10-binary.tar.gz",
    170_052_171,
    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",  # MD5 c32a1d4ab5d03f1284b67883e8d87530
    (
        "https://cave.cs.toronto.edu/kriz/",
        "https://www.cs.toronto.edu/~kriz/",
        "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/",
    ),
)
SUMS = {
    "data_batch_1.bin": "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
    "data_batch_2.bin": "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
    "data_batch_3.bin": "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
    "data_batch_4.bin": "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
    "data_batch_5.bin": "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
    "test_batch.bin": "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
}


@dataclass(frozen=True, slots=True)
class RecordSource:
    """Images in files of such records, the last of which tests.

    Attributes:
        info: What a person should know of it.
        files: In their order.
        classes: The names of the classes in the order of their labels.
    """

    info: DatasetInfo
    files: FileSet
    classes: tuple[str, ...]

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which files hold the images, and in which state."""
        return self.files.state()

    def parts(
        self, config: DataConfig, progress: Progress | None = None, cancelled: IsCancelled | None = None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images as published, fetching what is missing.

        Raises:
            DataError: If they cannot be had, or are no such records.
            Cancelled: If ``cancelled`` said so.
        """
        contents = self.files.read(progress=progress, cancelled=cancelled)
        names = [file.name for file in self.files.files]
        return self._part(contents, names[:-1]), self._part(contents, names[-1:])

    def _part(self, contents: dict[str, bytes], names: Sequence[str]) -> Dataset:
        images, labels = zip(*(records(contents[name], name) for name in names), strict=True)
        return Dataset(self.files.name, np.concatenate(images), np.concatenate(labels), self.classes)


def records(content: bytes, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the images of records, ``(N, 32, 32, 3)`` uint8, and their labels, ``(N,)`` int64.

    Args:
        content: Records one behind the other.
        name: What to call them in an error.

    Raises:
        DataError: If there are none, or the last one is cut short.
    """
    if not content or len(content) % RECORD:
        raise DataError(
            "“{name}” is damaged.",
            cause="It has {size:,} bytes, which are no whole records of {record:,}.",
            remedy="Fetch the file again.",
            name=name,
            size=len(content),
            record=RECORD,
        )
    rows = np.frombuffer(content, np.uint8).reshape(-1, RECORD)
    planes = rows[:, 1:].reshape(-1, CHANNELS, SIDE, SIDE)
    return np.ascontiguousarray(np.moveaxis(planes, 1, 3)), rows[:, 0].astype(np.int64)


INFO = DatasetInfo(
    "cifar10",
    "CIFAR-10",
    "50,000 small photographs in colour of animals and vehicles and 10,000 to test with; much harder than digits. "
    "The archive that is downloaded has 170 MB.",
    needs_download=True,
)

SOURCE = RecordSource(
    INFO,
    FileSet(
        INFO.name,
        INFO.title,
        tuple(DataFile(name, RECORD * RECORDS, sha256) for name, sha256 in SUMS.items()),
        archive=ARCHIVE,
        inner="cifar-10-batches-bin",
    ),
    ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
)
