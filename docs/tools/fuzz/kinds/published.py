"""Published data sets that lie in one archive: what a person puts into the folder of data sets."""

from __future__ import annotations

import gzip
import io
import tarfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import zipped
from engine.data.idx import write_idx
from engine.data.sources import cifar10, emnist
from engine.data.sources.published_files import DataFile, FileSet

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.sources.published_archive import Archive
    from engine.data.sources.source import Source

COUNT = 3  # images of a file


def _unproved(files: FileSet, sizes: tuple[int, ...], archive: Archive, folder: Path) -> FileSet:
    """Return files as small as they are here, without the sums that would stop all damage at the door."""
    small = tuple(DataFile(file.name, size) for file, size in zip(files.files, sizes, strict=True))
    path = folder / "datasets" / (files.folder or files.name) / archive.name
    size = path.stat().st_size if path.is_file() else 0
    return replace(files, files=small, archive=replace(archive, size=size, mirrors=()))


def _read(source: Source) -> bool:
    """Take the images of a source, as whoever trains does."""
    from engine.config import DataConfig

    config = DataConfig()
    is_found = source.key(config) is not None
    train, test = source.parts(config, None, None)
    assert is_found
    assert len(train.class_counts()) == len(test.classes)
    return True


class Cifar10(Kind):
    """The archive of CIFAR-10."""

    name = "cifar10"
    modules = ("engine.data.sources.published_archive",)

    def make(self) -> Files:
        """Six files of three records in a tar."""
        content = io.BytesIO()
        with (
            gzip.GzipFile(fileobj=content, mode="wb", mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            for number, name in enumerate(cifar10.SUMS):
                record = bytes([number]) + bytes([40 * number] * (cifar10.RECORD - 1))
                info = tarfile.TarInfo(f"cifar-10-batches-bin/{name}")
                info.size = len(record) * COUNT
                archive.addfile(info, io.BytesIO(record * COUNT))
        return {f"datasets/cifar10/{cifar10.ARCHIVE.name}": content.getvalue()}

    def read(self, folder: Path) -> bool:
        """Look for it, and take its images."""
        files = cifar10.SOURCE.files
        sizes = (cifar10.RECORD * COUNT,) * len(files.files)
        return _read(replace(cifar10.SOURCE, files=_unproved(files, sizes, cifar10.ARCHIVE, folder)))


class Emnist(Kind):
    """The archive of EMNIST."""

    name = "emnist"
    modules = ("engine.data.sources.published_archive",)

    def make(self) -> Files:
        """Four packed files in a zip."""
        images = np.arange(COUNT * emnist.PIXELS, dtype=np.uint8).reshape(COUNT, 28, 28)
        parts = [images, np.arange(1, COUNT + 1, dtype=np.uint8)] * 2
        files = {
            f"gzip/{file.name}.gz": gzip.compress(write_idx(part), mtime=0)
            for file, part in zip(emnist.LETTERS.files.files, parts, strict=True)
        }
        return {f"datasets/emnist/{emnist.ARCHIVE.name}": zipped(files)}

    def read(self, folder: Path) -> bool:
        """Look for it, and take its images."""
        of_images, of_labels = emnist.HEADERS
        sizes = (of_images + COUNT * emnist.PIXELS, of_labels + COUNT) * 2
        found = _unproved(emnist.LETTERS.files, sizes, emnist.ARCHIVE, folder)
        return _read(replace(emnist.LETTERS, files=found))
