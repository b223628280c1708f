"""Reads a table of text as it circulates: any encoding, any sign between the columns, numbers apart from words."""

from __future__ import annotations

import gzip
import io
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING

import numpy as np

from engine.data.idx import GZIP_START
from engine.data.importing.cells import number_in, readable
from engine.data.importing.item import Rejected
from engine.data.importing.reader import Unreadable
from engine.data.importing.table_form import MAX_LINE, cells_of, form_of, pixels_in_one_cell
from engine.errors import Cancelled
from engine.foreign_bytes import reading
from engine.packed import most_cells, most_images, most_unpacked
from engine.regular_file import open_regular
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress
    from engine.data.importing.table_form import TableForm

SAMPLE_LINES = 20
MOST_COLUMNS = 200_000  # a picture of 256×256 in colours
SAMPLE_LETTERS = 1 << 17  # by which the form is known, where lines are long
MOST_COMMENTS = 10_000
MOST_WORDS_EACH = 4  # cells of words in a row, on average
REJECTED_COUNTS = 4  # rows: so much more is told of one that is rejected
SNIFFED = 4096  # bytes by which the encoding is known
BLOCK = 1024  # rows
TOLD_ROWS = 256  # after which it is told how far it is, and asked whether to stop
TOLD_CELLS = 1 << 18  # the same, where rows are long
NOT_NUMBERS = Phrase("It is not a label and numbers.")
ARFF = Phrase("It is an ARFF file: save it as CSV.")
FOREIGN_STARTS = {
    b"PK\x03\x04": Phrase("It is a ZIP archive or a spreadsheet, not a table of text: save it as CSV."),
    b"\xd0\xcf\x11\xe0": Phrase("It is a spreadsheet, not a table of text: save it as CSV."),
    b"PAR1": Phrase("It is a Parquet file, not a table of text: save it as CSV."),
    b"@relation": ARFF,
    b"@RELATION": ARFF,
    b"\x89HDF": Phrase("It is an HDF5 file, not a table of text: save it as CSV."),
}


@dataclass(slots=True, eq=False)
class Table:
    """Rows of equal length.

    Attributes:
        header: The names of the columns; None where there are none.
        numbers: ``(rows, columns)`` float32; NaN where a cell is no number.
        words: By row and column, what stands in cells that are no numbers.
        records: Which record of the file each row is, counted from 1.
        rejected: The records that are no such rows, and why.
    """

    header: list[str] | None
    numbers: NDArray[np.float32]
    words: dict[int, dict[int, str]]
    records: list[int]
    rejected: list[Rejected]


def read_table(
    path: Path, progress: Progress | None, cancelled: IsCancelled | None, *, most_rows: int | None = None
) -> Table:
    """Read a file of text, packed by gzip or not.

    Args:
        path: The file.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.
        most_rows: As many of the first rows are enough; None for all.

    Raises:
        Unreadable: If it is no table of text, breaks off, or does not fit into memory.
        OSError: If the system does not let it be read.
        Cancelled: If ``cancelled`` said so.
    """
    size = max(path.stat().st_size, 1)
    with (
        reading(_damaged, told=(Unreadable,)),
        open_regular(path) as raw,
    ):
        stream = _unpacked(raw)
        text = io.TextIOWrapper(stream, _encoding(stream), errors="surrogateescape", newline="")

        def tell() -> None:
            if cancelled is not None and cancelled():
                raise Cancelled
            if progress is not None:
                progress(Phrase("Reading {title}", title=path.name), min(raw.tell() / size, 1.0))

        return _rows(text, tell, size, most_rows)


def _damaged(error: BaseException) -> Unreadable:
    if isinstance(error, MemoryError):
        return Unreadable(Phrase("It does not fit into memory."))
    return Unreadable(Phrase("It breaks off or is no CSV file."))


def _unpacked(raw: IO[bytes]) -> io.BufferedReader:
    start = raw.read(len(GZIP_START))
    raw.seek(0)
    if start == GZIP_START:
        return io.BufferedReader(gzip.GzipFile(fileobj=raw))
    return raw  # type: ignore[return-value]


def _encoding(stream: io.BufferedReader) -> str:
    """Return how the letters are encoded; refuse what is no text."""
    start = stream.peek(SNIFFED)[:SNIFFED]
    for sign, reason in FOREIGN_STARTS.items():
        if start.startswith(sign):
            raise Unreadable(reason)
    if start.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        letters = start[place : len(start) // 2 * 2 : 2]
        if letters and not any(letters) and all(start[1 - place : len(start) // 2 * 2 : 2]):
            return encoding
    if b"\0" in start:
        raise Unreadable(Phrase("It is no table of text."))
    return "utf-8-sig"


def _rows(text: io.TextIOWrapper, tell: Callable[[], None], size: int, most_rows: int | None) -> Table:
    lines = _lines(text, most_unpacked(size))
    sample: list[str] = []
    comments: list[str] = []
    sign = ""
    for line in lines:
        if line.strip():
            mark = re.fullmatch(r"\ufeff?(\"?)sep=(.)\1\s*", line, re.IGNORECASE)
            if mark and not sample:
                sign = mark[2]
            elif line.lstrip().startswith("#"):
                comments.append(line.strip().lstrip("# "))
            else:
                sample.append(line)
        letters = sum(map(len, sample))
        if len(sample) >= SAMPLE_LINES or (len(sample) > 2 and letters > SAMPLE_LETTERS):
            break
        if len(comments) > MOST_COMMENTS:
            raise Unreadable(Phrase("It is no table of text."))
    if not sample:
        raise Unreadable(Phrase("There is nothing in it."))
    if together := pixels_in_one_cell(sample):
        raise Unreadable(
            Phrase(
                "All pixels of a picture stand in one cell, such as “{cell}”: give each a column of its own.",
                cell=f"{together[:20]}…",
            )
        )
    form = form_of(sample, sign, comments)
    if form.width > MOST_COLUMNS:
        raise Unreadable(
            Phrase("It has {count:,} columns, more than a picture of a table has.", count=form.width)
        )
    most = most_images(size)
    table = _Rows(form, most)
    # Of four bytes each, and as much again to put them together.
    limit = min(available_memory() or 2 * most_unpacked(size), 2 * most_unpacked(size)) // 8
    rest = (line for line in lines if not line.lstrip().startswith("#"))
    skipped = len(comments) + bool(sign)
    rows = _counted(cells_of(chain(sample, rest), form.sign), tell, most_cells(size))
    for number, row in enumerate(rows, start=1):
        if number > form.first:
            table.add(row, number + skipped)
        if table.count * form.width > limit:
            raise Unreadable(Phrase("It does not fit into memory."))
        if most_rows is not None and (table.count >= most_rows or table.count * form.width > TOLD_CELLS):
            break
    return table.finished()


def _counted(rows: Iterator[list[str]], tell: Callable[[], None], most: int) -> Iterator[list[str]]:
    """Go through rows as long as there are no more than ``most`` cells, and tell of it now and then."""
    cells = told = 0
    for number, row in enumerate(rows):
        cells += len(row)
        if number % TOLD_ROWS == 0 or cells - told > TOLD_CELLS:
            told = cells
            tell()
        if cells > most:
            raise Unreadable(
                Phrase(
                    "It has more than {most:,} cells, which is far too many for its size. "
                    "If it is packed, unpack it first.",
                    most=most,
                )
            )
        yield row


class _Rows:
    """Gathers rows, and tells numbers from words."""

    def __init__(self, form: TableForm, most: int) -> None:
        self._form = form
        self._most = most  # rows
        self._most_words = max(MOST_WORDS_EACH * most, MOST_COLUMNS)
        self._blocks: list[NDArray[np.float32]] = []
        self._waiting: list[NDArray[np.float32]] = []
        self._words: dict[int, dict[int, str]] = {}
        self._records: list[int] = []
        self._rejected: list[Rejected] = []

    @property
    def count(self) -> int:
        return len(self._records)

    def add(self, row: list[str], record: int) -> None:
        form = self._form
        if len(row) == form.width + 1 and not row[-1].strip():
            row = row[:-1]
        if not any(cell.strip() for cell in row):
            return
        if self.count + REJECTED_COUNTS * len(self._rejected) >= self._most:
            raise Unreadable(
                Phrase("It has more than {most:,} rows, which is far too many for its size.", most=self._most)
            )
        if len(row) != form.width:
            why = Phrase("It has {count} cells where others have {width}.", count=len(row), width=form.width)
            name = Phrase("row {number}", number=record)
            self._rejected.append(Rejected(name, Phrase.joined((NOT_NUMBERS, why))))
            return
        plain = row if form.comma is None else [cell.replace(",", form.comma) for cell in row]
        values = self._numbers(plain)
        if values is None:
            numbers = [number_in(cell) for cell in plain]
            with np.errstate(over="ignore"):  # as in ``_numbers``
                values = np.array([np.nan if number is None else number for number in numbers], np.float32)
            words = self._words[self.count] = {}
            for column, number in enumerate(numbers):
                if number is None:  # its commas are those of a sentence
                    words[column] = sys.intern(readable(row[column]))
            self._most_words -= len(words)
            if self._most_words < 0:
                word = next(filter(None, words.values()), "")
                raise Unreadable(
                    Phrase("Words stand in it, such as “{word}”, where numbers should be.", word=word[:20])
                )
        self._records.append(record)
        self._waiting.append(values)
        if len(self._waiting) == BLOCK:
            self._pack()

    def _numbers(self, row: list[str]) -> NDArray[np.float32] | None:
        """Return a row of numbers alone; None where words are among them."""
        with np.errstate(over="ignore"), suppress(ValueError):
            return np.array(row, dtype=np.float32)
        return None

    def finished(self) -> Table:
        if self._waiting:
            self._pack()
        numbers = np.empty((sum(map(len, self._blocks)), self._form.width), np.float32)
        place = len(numbers)
        while self._blocks:  # one by one, as both together might not fit into memory
            block = self._blocks.pop()
            numbers[place - len(block) : place] = block
            place -= len(block)
        return Table(self._form.header, numbers, self._words, self._records, self._rejected)

    def _pack(self) -> None:
        self._blocks.append(np.stack(self._waiting))
        self._waiting = []


def _lines(text: io.TextIOWrapper, most: int) -> Iterator[str]:
    """Go through the lines, ``most`` characters of them; a longer one than any picture takes is refused."""
    while line := text.readline(MAX_LINE):
        most -= len(line)
        if most < 0:
            raise Unreadable(Phrase("What it unpacks to is far too large for it."))
        if len(line) == MAX_LINE:
            raise Unreadable(Phrase("A line of it has more than {most:,} characters.", most=MAX_LINE - 1))
        yield line
