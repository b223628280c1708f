"""Writes a CSV file: a header, then the label and the pixels of an image in each row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import save
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress


class CsvFormat(ExportFormat):
    """One table."""

    name = "csv"
    title = Phrase("Table")
    ending = ".csv"

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the rows."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        flat = data.images.reshape(len(data), -1)
        writer.writerow(["label", *(f"pixel{number}" for number in range(flat.shape[1]))])
        for row, label in zip(flat, data.labels, strict=True):
            writer.writerow([data.classes[label], *row.tolist()])
        save(path, text.getvalue().encode())
        return (path,)


FORMAT = CsvFormat()
