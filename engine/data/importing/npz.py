"""Reads an NPZ file: arrays of images and of labels, perhaps in parts, perhaps with the names of the classes."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.arrays import array_items
from engine.data.importing.item import Item
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress

MAX_BYTES = 8 << 30  # unpacked, where the free memory is not known
IMAGE_NAMES = ("images", "x", "data", "pixels")
LABEL_NAMES = ("labels", "y", "targets", "target", "label")
SUFFIXES = {"": False, "_train": False, "_test": True}


class NpzReader(Reader):
    """Reads ``images`` and ``labels`` (or ``x`` and ``y``), or these with ``_train`` and ``_test`` behind.

    ``classes`` are the names of the classes in the order of the labels. Nothing in the file is ever executed.
    """

    title = Phrase("an NPZ file")
    patterns = ("*.npz",)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read all arrays and find the images among them."""
        arrays = _arrays(path)
        names = {name.lower(): name for name in arrays}
        classes = arrays.get(names.get("classes", ""))
        items: list[Item] = []
        for suffix, test in SUFFIXES.items():
            images = next((arrays[names[n + suffix]] for n in IMAGE_NAMES if n + suffix in names), None)
            labels = next((arrays[names[n + suffix]] for n in LABEL_NAMES if n + suffix in names), None)
            if images is not None and labels is not None:
                items += array_items(images, labels, classes, test=test)
        if not items:
            raise Unreadable(
                Phrase(
                    "It has no arrays “images” and “labels” but: {names}.", names=", ".join(arrays) or "–"
                ),
            )
        return Found(items, [])


READER = NpzReader()


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    limit = available_memory() or MAX_BYTES
    try:
        with zipfile.ZipFile(path) as archive:
            needed = sum(info.file_size for info in archive.infolist())
        if needed > limit:
            raise Unreadable(Phrase("Unpacked it does not fit into memory."))
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (
        ValueError,
        EOFError,
        KeyError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        pickled = "pickle" in str(error).lower() or "object" in str(error).lower()
        cause = (
            Phrase("It holds Python objects, which could run programs, instead of plain arrays.")
            if pickled
            else Phrase("It is damaged or no NPZ file.")
        )
        raise Unreadable(cause) from error
