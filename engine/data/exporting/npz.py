"""Writes an NPZ file: ``images``, ``labels``, ``is_test``, ``classes`` and ``features`` as NumPy arrays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import save
from engine.inputs.feature import names_of
from engine.inputs.registry import INPUT_KINDS
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
    kinds = frozenset(INPUT_KINDS)

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the arrays."""
        content = io.BytesIO()
        arrays: dict[str, Any] = {
            "images": data.images,
            "labels": data.labels,
            "is_test": np.arange(len(data)) >= len(data) - data.test_count,
            "classes": np.array(data.classes),
        }
        if data.features:
            arrays["features"] = np.array(names_of(data.features))
        np.savez_compressed(content, **arrays)
        save(path, content.getvalue())
        return (path,)


FORMAT = NpzFormat()
