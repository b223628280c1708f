"""Reads a CSV file: a label and the pixels of one image in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.importing.reader import Found, Reader
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress

ENDINGS = (".csv", ".tsv", ".data", ".tra", ".tes")  # the last ones as the UCI archive calls its tables


class CsvReader(Reader):
    """Reads tables of pixels, with or without a header, whatever sign parts the columns and wherever the label is."""

    title = Phrase("a CSV file")
    patterns = tuple(f"*{ending}{packed}" for ending in ENDINGS for packed in ("", ".gz"))

    def bare_name(self, path: Path) -> str:
        """Return the name without its endings."""
        plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
        return plain.stem

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read all rows; those that are no label and numbers are rejected one by one."""
        from engine.data.importing.csv_rows import images_of  # readers are asked for their names before

        return images_of(path, progress, cancelled)


READER = CsvReader()
