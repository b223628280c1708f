"""Reads a CSV file: a label and the pixels of one image in each row."""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.item import Item, Rejected, square
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.data.labels import checked_label
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress

LABEL_COLUMNS = ("label", "labels", "class", "target", "y", "digit")


class CsvReader(Reader):
    """Reads tables of pixels, with or without a header, whatever sign parts the columns."""

    title = Phrase("a CSV file")
    patterns = ("*.csv",)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read all rows; those that are no label and numbers are rejected one by one."""
        size = max(path.stat().st_size, 1)
        labels: list[tuple[str, str]] = []
        pixels: list[NDArray[np.float32]] = []
        rejected: list[Rejected] = []
        column = 0
        with path.open("r", encoding="utf-8-sig", errors="replace", newline="") as stream:
            done = 0

            def lines() -> Iterator[str]:
                nonlocal done
                for line in stream:
                    done += len(line)
                    yield line

            try:
                for number, row in enumerate(csv.reader(lines(), _dialect(path)), start=1):
                    if number % 256 == 1:
                        if cancelled is not None and cancelled():
                            raise Cancelled
                        if progress is not None:
                            progress(Phrase("Reading {title}", title=path.name), min(done / size, 1.0))
                    if not row:
                        continue
                    if number == 1 and _is_header(row):
                        names = [cell.strip().lower() for cell in row]
                        column = next((names.index(name) for name in LABEL_COLUMNS if name in names), 0)
                        continue
                    name = Phrase("row {number}", number=number)
                    try:
                        values = row[:column] + row[column + 1 :]
                        label = checked_label(_plain_number(row[column]))
                        pixels.append(square(np.array(values, dtype=np.float32)))
                        labels.append((name, label))
                    except DataError as error:
                        rejected.append(Rejected(name, Phrase(error.cause or error.what)))
                    except (ValueError, IndexError):
                        rejected.append(Rejected(name, Phrase("It is not a label and numbers.")))
            except csv.Error as error:
                raise Unreadable(Phrase("It breaks off or is no CSV file.")) from error
        items = [
            Item(name, label, partial(np.asarray, image), is_bare=True)
            for (name, label), image in zip(labels, pixels, strict=True)
        ]
        return Found(items, rejected)


READER = CsvReader()


def _dialect(path: Path) -> type[csv.Dialect]:
    with path.open("r", encoding="utf-8-sig", errors="replace", newline="") as stream:
        start = stream.readline(1 << 16)
    counts = {sign: start.count(sign) for sign in ",;\t "}

    class Found(csv.excel):
        delimiter = max(counts, key=counts.__getitem__)

    return Found


def _is_header(row: list[str]) -> bool:
    return any(
        cell.strip().lower() in LABEL_COLUMNS or cell.strip().lower().startswith("pix") for cell in row
    )


def _plain_number(text: str) -> str:
    """Return “7” for “7.0”: some programs write whole numbers so."""
    text = text.strip()
    head, dot, tail = text.partition(".")
    return head if dot and head.isascii() and head.isdigit() and not tail.strip("0") else text
