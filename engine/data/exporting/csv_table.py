"""Writes a CSV file: a header, then the label and the pixels of an image in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.csv_text import csv_text
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
        flat = data.images.reshape(len(data), -1)
        header = ["label", *(f"pixel{number}" for number in range(flat.shape[1]))]
        rows = ([data.classes[label], *row.tolist()] for row, label in zip(flat, data.labels, strict=True))
        save(path, csv_text(header, rows).encode())
        return (path,)


FORMAT = CsvFormat()
