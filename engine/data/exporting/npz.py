"""Writes an NPZ file: ``images``, ``labels``, ``is_test`` and ``classes`` as NumPy arrays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import save
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress


class NpzFormat(ExportFormat):
    """One file of arrays."""

    name = "npz"
    title = Phrase("NumPy file")
    ending = ".npz"

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the arrays."""
        content = io.BytesIO()
        np.savez_compressed(
            content,
            images=data.images,
            labels=data.labels,
            is_test=np.arange(len(data)) >= len(data) - data.test_count,
            classes=np.array(data.classes),
        )
        save(path, content.getvalue())
        return (path,)


FORMAT = NpzFormat()
