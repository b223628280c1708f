"""Small files in the forms of CIFAR-10 and EMNIST, and sources that read them as the real ones are read."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zipfile
from dataclasses import replace

import numpy as np

from engine.data.idx import write_idx
from engine.data.sources import cifar10, emnist
from engine.data.sources.cifar10 import RecordSource
from engine.data.sources.idx_source import IdxSource
from engine.data.sources.published_archive import Archive
from engine.data.sources.published_files import DataFile

PER_FILE = 4


def colours(number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return images ``(4, 32, 32, 3)`` and labels of one file of records."""
    random = np.random.default_rng(number)
    images = random.integers(0, 256, (PER_FILE, 32, 32, 3), dtype=np.uint8)
    return images, (np.arange(PER_FILE) + number).astype(np.uint8) % 10


def record_files() -> dict[str, bytes]:
    """Return six files of four records."""
    files = {}
    for number, name in enumerate(cifar10.SUMS):
        images, labels = colours(number)
        planes = np.moveaxis(images, 3, 1).reshape(PER_FILE, -1)
        files[name] = np.concatenate([labels[:, None], planes], axis=1).tobytes()
    return files


def letters() -> tuple[np.ndarray, np.ndarray]:
    """Return upright images ``(26, 28, 28)``, a beam and a corner each at another place, and labels 1 to 26."""
    images = np.zeros((26, 28, 28), np.uint8)
    for place, image in enumerate(images):
        image[place, :20] = 255
        image[20:, 0] = 100
    return images, np.arange(1, 27).astype(np.uint8)


def idx_files(source: IdxSource = emnist.LETTERS) -> dict[str, bytes]:
    """Return the four files of a data set, packed, the images transposed as they are published."""
    images, labels = letters()
    if source is emnist.BALANCED:
        images, labels = np.concatenate([images, images[:21]]), np.arange(47).astype(np.uint8)
    parts = [np.ascontiguousarray(images.swapaxes(1, 2)), labels] * 2
    names = [f"{file.name}.gz" for file in source.files.files]
    return {name: gzip.compress(write_idx(part), mtime=0) for name, part in zip(names, parts, strict=True)}


def tarred(files: dict[str, bytes], folder: str = "cifar-10-batches-bin") -> bytes:
    """Return files in a folder as a packed tar, with what else its makers put in."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name, data in {"readme.html": b"<html>", **files, "batches.meta.txt": b"airplane\n"}.items():
            info = tarfile.TarInfo(f"{folder}/{name}")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return content.getvalue()


def zipped(files: dict[str, bytes], folder: str = "gzip") -> bytes:
    """Return files in a folder as a zip, beside others that are not wanted."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in {"emnist-byclass-mapping.txt": b"0 48\n", **files}.items():
            archive.writestr(f"{folder}/{name}", data)
    return content.getvalue()


def archive_of(content: bytes, like: Archive, *mirrors: str) -> Archive:
    """Return an archive of this content under the name of a real one."""
    return Archive(like.name, len(content), hashlib.sha256(content).hexdigest(), mirrors)


def colour_source(archive: bytes, *mirrors: str) -> RecordSource:
    """Return CIFAR-10 as if it had four images a file."""
    files = tuple(
        DataFile(name, len(content), hashlib.sha256(content).hexdigest())
        for name, content in record_files().items()
    )
    published = archive_of(archive, cifar10.ARCHIVE, *mirrors)
    return replace(cifar10.SOURCE, files=replace(cifar10.SOURCE.files, files=files, archive=published))


def letter_source(archive: bytes, *mirrors: str, like: IdxSource = emnist.LETTERS) -> IdxSource:
    """Return one of EMNIST's sets as if it had one image a class."""
    files = tuple(
        DataFile(
            name.removesuffix(".gz"),
            len(gzip.decompress(packed)),
            packed_sha256=hashlib.sha256(packed).hexdigest(),
        )
        for name, packed in idx_files(like).items()
    )
    published = archive_of(archive, emnist.ARCHIVE, *mirrors)
    return replace(like, files=replace(like.files, files=files, archive=published))
