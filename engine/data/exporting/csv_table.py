"""Writes a CSV file: a header, then the label and the pixels, or the features, in each row; of texts their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.csv_text import csv_text
from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import save
from engine.data.text.asked import asked_of
from engine.inputs.feature import names_of
from engine.inputs.registry import INPUT_KINDS
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress


class CsvFormat(ExportFormat):
    """One table."""

    name = "csv"
    title = Phrase("Table")
    ending = ".csv"
    kinds = frozenset(INPUT_KINDS)

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the rows."""
        if data.kind == "text":
            save(path, csv_text(["question", "answer"], _words(data)).encode())
            return (path,)
        flat = data.images.reshape(len(data), -1)
        names = names_of(data.features) or [f"pixel{number}" for number in range(flat.shape[1])]
        write = str if data.features else int  # as few digits as give the float32 back
        rows = ([data.classes[label], *map(write, row)] for row, label in zip(flat, data.labels, strict=True))
        save(path, csv_text(["label", *names], rows).encode())
        return (path,)


def _words(data: Dataset) -> Iterator[list[str]]:
    for places, labels in zip(data.images, data.labels, strict=True):
        told = asked_of(places, labels, data.classes)
        yield [told.question, told.answer]


FORMAT = CsvFormat()
