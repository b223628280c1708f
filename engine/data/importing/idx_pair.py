"""Reads pairs of IDX files, images and labels, as MNIST is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from engine.data.idx import read_idx
from engine.data.importing.arrays import array_items
from engine.data.importing.item import Item
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress

MAX_FILE = 1 << 30


class IdxReader(Reader):
    """Reads one of a pair, the other of which lies beside it, or all pairs in a folder."""

    title = Phrase("a pair of IDX files")
    patterns = ("*idx*ubyte", "*idx*.gz", "*.idx", "*.idx1", "*.idx3")

    def recognises(self, path: Path) -> bool:
        """Say whether it is called as IDX files are, or a folder in which images in such files lie."""
        return bool(self._pairs(path)) if path.is_dir() else super().recognises(path)

    def bare_name(self, path: Path) -> str:
        """Return the name without what says that it is of a pair."""
        bare = re.sub(r"(\.(gz|idx\d?))+$", "", path.name, flags=re.IGNORECASE)
        return re.sub(r"[-_. ]*(images?|labels?)[-_.]idx\d?[-_.]ubyte$", "", bare, flags=re.IGNORECASE)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read the pairs."""
        pairs = self._pairs(path) if path.is_dir() else [path]
        return Found([item for file in pairs for item in _items(file)], [])

    def _pairs(self, folder: Path) -> list[Path]:
        return [file for file in sorted(folder.iterdir()) if "images" in file.name and self.has_name(file)]


READER = IdxReader()


def _items(path: Path) -> list[Item]:
    """Return the images of a pair of IDX files, one of which is given and the other lies beside it.

    Raises:
        Unreadable: If the other is missing or they hold no images.
        DataError: If one of them is damaged.
    """
    images_name, labels_name = path.name, path.name
    if "labels" in path.name:
        images_name = path.name.replace("labels", "images").replace("idx1", "idx3")
    else:
        labels_name = path.name.replace("images", "labels").replace("idx3", "idx1")
    files = [_beside(path, name) for name in (images_name, labels_name)]
    images, labels = (
        read_idx(_content(file), name=file.name, dimensions=dimensions, limit=MAX_FILE)
        for file, dimensions in zip(files, (3, 1), strict=True)
    )
    names = path.with_name(labels_name.split("labels")[0].rstrip("-_.") + "-classes.txt")
    classes = None
    if names.is_file() and names.stat().st_size < 1 << 20:
        classes = np.array(names.read_text(encoding="utf-8", errors="replace").splitlines())
    test = any(word in path.name.lower() for word in ("t10k", "test"))
    return array_items(images, labels, classes, test=test)


def _beside(path: Path, name: str) -> Path:
    plain = name.removesuffix(".gz")
    for candidate in (path.with_name(name), path.with_name(plain), path.with_name(f"{plain}.gz")):
        if candidate.is_file():
            return candidate
    raise Unreadable(Phrase("The file “{name}” is not beside it.", name=name))


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_FILE:
        raise Unreadable(Phrase("It is too large."))
    return path.read_bytes()
