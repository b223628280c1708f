"""Opens a table of numbers and words, finds what its columns are, and makes a set of rows of it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.choices import LabelTask
from engine.data.importing import csv_table
from engine.data.importing.columns import Untold, columns_of, named_pixels
from engine.data.importing.division import TEST_SHARE
from engine.data.importing.flat import fills_picture
from engine.data.importing.reader import Unreadable
from engine.data.importing.table import read_table
from engine.data.tables.column import columns_in, with_uses
from engine.data.tables.label import labelled
from engine.data.tables.table_set import table_set
from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.packed import most_unpacked
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from engine.data.importing.item import Rejected
    from engine.data.importing.reader import IsCancelled, Progress
    from engine.data.importing.table import Table
    from engine.data.tables.column import Column, Use
    from engine.data.tables.table_set import TableSet

GLANCE = 50  # rows by which it is told what a table holds
LEAST_PIXELS = 49  # of 7 × 7: with fewer columns a table holds features, not pictures
BYTES_EACH = 4  # of a number
PIXEL = re.compile(
    r"pix|px|^\d*$|^\d+ *[x_,-] *\d+$", re.IGNORECASE
)  # in the name of one: “pixel0”, “0”, “1x1”


@dataclass(frozen=True, slots=True, eq=False)
class OpenTable:
    """A table that was read, so that it may be looked at before it becomes a set.

    Attributes:
        path: Its file.
        columns: What its columns are, the label still to be found.
        records: Which record of the file each row is, counted from 1.
        rejected: The records that are no rows, and why.
        most_values: How many numbers its rows may become.
    """

    path: Path
    columns: tuple[Column, ...]
    records: tuple[int, ...]
    rejected: tuple[Rejected, ...]
    most_values: int

    def decided(
        self,
        label: str = "",
        uses: Mapping[str, Use] | None = None,
        task: LabelTask = LabelTask.AUTOMATIC,
    ) -> tuple[Column, ...]:
        """Return what becomes of each column; arguments and errors as in ``made``."""
        with _told(self.path):
            return labelled(with_uses(self.columns, uses or {}), label, task)

    def made(
        self,
        label: str = "",
        uses: Mapping[str, Use] | None = None,
        *,
        share: float = TEST_SHARE,
        seed: int = 0,
        task: LabelTask = LabelTask.AUTOMATIC,
    ) -> TableSet:
        """Make a set of rows of it.

        Args:
            label: The column of the label: its name, its place from 1, ``first`` or ``last``; found where it is empty.
            uses: What becomes of other columns, by name, where a person wants it otherwise than found.
            share: Which part of each class is tested with, where no column says it.
            seed: Decides which rows those are.
            task: Whether the label is a class or a number; by what it holds where that is left open.

        Raises:
            DataError: If the label cannot be told, or it is no set of at least two classes.
        """
        columns = self.decided(label, uses, task)
        with _told(self.path):
            return table_set(
                columns, self.records, self.rejected, most_values=self.most_values, share=share, seed=seed
            )


def is_table(path: Path) -> bool:
    """Say whether a file is called as tables are."""
    return csv_table.READER.recognises(path)


def holds_features(path: Path) -> bool:
    """Say whether a table holds features of things, and not the pixels of pictures; by its first rows.

    Raises:
        DataError: If it cannot be read.
    """
    with _told(path):
        return _holds_features(read_table(path, None, None, most_rows=GLANCE))


def open_table(
    path: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> OpenTable:
    """Read a table.

    Raises:
        DataError: If it cannot be read, or has no rows.
        Cancelled: If ``cancelled`` said so.
    """
    with _told(path):
        if not path.is_file():
            raise Unreadable(Phrase("There is no such file."))
        table = read_table(path, progress, cancelled)
        if not len(table.numbers):
            raise Unreadable(Phrase("There are no rows in it."))
        if table.numbers.shape[1] < 2:
            raise Unreadable(Phrase("It has one column, and a table has a label and a feature at least."))
        most = most_unpacked(path.stat().st_size) // BYTES_EACH
        return OpenTable(path, columns_in(table), tuple(table.records), tuple(table.rejected), most)


def _holds_features(table: Table) -> bool:
    if _goes_beyond_pixels(table):
        return True
    named = len(named_pixels(table))
    if named >= LEAST_PIXELS or (named and all("pix" in name.lower() for name in _named(table))):
        return False
    if table.numbers.shape[1] <= LEAST_PIXELS or not len(table.numbers):
        return True
    try:
        columns_of(table)
    except Untold:
        return False  # pixels, and only the label is open
    except Unreadable:
        return not fills_picture(table.numbers.shape[1])  # or they are pixels without a label
    return False


def _goes_beyond_pixels(table: Table) -> bool:
    """Say whether columns have names, none of pixels, and most hold fractions that no pixel has: beyond −1 to 1."""
    header = table.header or []
    if 2 * sum(PIXEL.search(name) is None for name in header) <= table.numbers.shape[1]:
        return False
    numbers = np.where(np.isfinite(table.numbers), table.numbers, 0)
    beyond = (np.abs(numbers) > 1) & (numbers != np.rint(numbers))
    return bool(beyond.any(axis=0).mean() > 0.5)


def _named(table: Table) -> list[str]:
    assert table.header is not None
    return [table.header[column] for column in named_pixels(table)]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Make a sentence for a person of what is stumbled over."""
    try:
        with reading(_damaged, told=(Unreadable,)):
            yield
    except Untold as error:
        raise DataError(
            "Where the labels are in “{name}” cannot be told.",
            cause=error.cause,
            remedy="Say it: “Label” in the window, --label-column on the command line, as “first”, “last” or a name.",
            name=path.name,
        ) from error
    except (OSError, Unreadable) as error:
        cause = (
            error.cause
            if isinstance(error, Unreadable)
            else Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        )
        raise DataError(
            "“{name}” cannot be read as a table.",
            cause=cause,
            remedy="A table has a row for each example: its features, each in a column, and its label.",
            name=path.name,
        ) from error


def _damaged(error: BaseException) -> Unreadable:
    if isinstance(error, MemoryError):
        return Unreadable(Phrase("It does not fit into memory."))
    return Unreadable(Phrase("It is damaged."))
