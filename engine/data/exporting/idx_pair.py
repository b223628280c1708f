"""Writes a pair of IDX files, images and labels, as MNIST is published, and the names of the classes beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.exporting.export_format import ExportFormat
from engine.data.idx import write_idx
from engine.data.saving import save
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress

MAX_CLASSES = 256


class IdxFormat(ExportFormat):
    """``<path>-images-idx3-ubyte``, ``<path>-labels-idx1-ubyte`` and ``<path>-classes.txt``."""

    name = "idx"
    title = Phrase("Pair of IDX files, as MNIST")

    def check(self, path: Path) -> None:
        """See that the first file can be written; the path itself is none of them."""
        super().check(path.with_name(f"{path.name}-images-idx3-ubyte"))

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the three files."""
        if len(data.classes) > MAX_CLASSES:
            raise DataError(
                "IDX files hold at most {most} classes; these are {count}.",
                remedy="Choose another form.",
                most=MAX_CLASSES,
                count=len(data.classes),
            )
        parts = {
            "images-idx3-ubyte": write_idx(data.images),
            "labels-idx1-ubyte": write_idx(data.labels.astype(np.uint8)),
            "classes.txt": "".join(f"{name}\n" for name in data.classes).encode(),
        }
        written = []
        for ending, content in parts.items():
            written.append(path.with_name(f"{path.name}-{ending}"))
            save(written[-1], content)
        return tuple(written)


FORMAT = IdxFormat()
