"""Reads a table of text as it circulates: any encoding, any sign between the columns, numbers apart from words."""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING

import numpy as np

from engine.data.idx import GZIP_START
from engine.data.importing.cells import number_in, point_of, readable, says_nothing
from engine.data.importing.item import Rejected
from engine.data.importing.reader import Unreadable
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

SIGNS = (",", ";", "\t", "|", " ")
SAMPLE_LINES = 20
MAX_LINE = 1 << 22  # characters
MOST_COLUMNS = 200_000  # a picture of 256×256 in colours
SAMPLE_LETTERS = 1 << 17  # by which the form is known, where lines are long
LOOKED_AT = 1 << 16  # characters of a line by which the sign is known
MOST_COMMENTS = 10_000
MOST_WORDS_EACH = 4  # cells of words in a row, on average
REJECTED_COUNTS = 4  # rows: so much more is told of one that is rejected
SURE_NUMBERS = (
    0.8  # of the cells of a column in which something stands; then its first one is no number but a name
)
MOST_NAME = 100  # characters of the name of a column
MOST_CELLS = 16  # where each picture stands in one cell; more numbers than that in one are its pixels
SNIFFED = 4096  # bytes by which the encoding is known
BLOCK = 1024  # rows
TOLD_ROWS = 256  # after which it is told how far it is, and asked whether to stop
TOLD_CELLS = 1 << 18  # the same, where rows are long
LABEL_NAMES = (
    "label", "labels", "class", "classes", "target", "targets", "y", "digit", "digits", "category", "letter",
    "character", "emotion", "class_label", "label_name", "class_name",
)  # fmt: skip
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


@dataclass(slots=True)
class _Form:
    """How a table is written."""

    sign: str = ","
    width: int = 0  # columns
    comma: str | None = None  # what takes the place of commas within numbers
    header: list[str] | None = None
    first: int = 0  # records before the first row of data


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
    if together := _pixels_in_one_cell(sample):
        raise Unreadable(
            Phrase(
                "All pixels of a picture stand in one cell, such as “{cell}”: give each a column of its own.",
                cell=f"{together[:20]}…",
            )
        )
    form = _form_of(sample, sign, comments)
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
    rows = _counted(_cells(chain(sample, rest), form.sign), tell, most_cells(size))
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

    def __init__(self, form: _Form, most: int) -> None:
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


def _form_of(sample: list[str], sign: str, comments: list[str]) -> _Form:
    form = _Form(sign or _sign_of(sample))
    rows = list(_cells(iter(sample), form.sign))
    later = rows[1:] or rows
    named = len(rows[0]) == len(later[0]) and rows[0][-1].strip()  # a column, though nothing stands in it
    if not named and all(len(row) > 1 and not row[-1].strip() for row in later):
        rows = [row[:-1] if not row[-1].strip() else row for row in rows]
        later = rows[1:] or rows
    form.width = Counter(len(row) for row in later).most_common(1)[0][0]
    form.comma = point_of(cell for row in later for cell in row)
    full = [row for row in later if len(row) == form.width]
    if len(rows) > 1 and _is_header(rows[0], full):
        form.header, form.first = [readable(cell)[:MOST_NAME] for cell in rows[0]], 1
    elif comments:
        names = next(_cells(iter(comments[-1:]), form.sign), [])
        form.header = [readable(name)[:MOST_NAME] for name in names] if len(names) == form.width > 1 else None
    if form.header is not None:
        missing = form.width - len(form.header)
        # R leaves out the name of the column in which it numbers the rows.
        form.header = ["", *form.header] if missing == 1 else form.header[: form.width] + [""] * missing
    return form


def _is_header(first: list[str], rows: list[list[str]]) -> bool:
    """Say whether a row names the columns: by words above numbers, or by numbers that only count."""
    if len(first) < 2:
        return False
    if len(set(first)) > 0.95 * len(first) > 3 and all(len(set(row)) < 0.5 * len(row) for row in rows[:3]):
        return True  # “0, 1, 2 …”, or “0, 0.1, 0.2 …”, which pandas makes of a first row of zeros
    below = [list(cells) for cells in zip(*rows, strict=False)][: len(first)]  # column by column
    numeric = [column for column, cells in enumerate(below) if _holds_numbers(cells)]
    if not numeric:
        return _stands_apart(first, below)
    words = sum(number_in(first[column]) is None and bool(first[column].strip()) for column in numeric)
    return words > len(numeric) / 2 or any(_names_labels(first[place]) for place in numeric)


def _holds_numbers(cells: list[str]) -> bool:
    """Say whether numbers stand in a column, but for cells in which nothing does and a rare slip."""
    known = []
    for cell in cells:
        number = number_in(cell)
        is_sure = number is not None and not math.isnan(number)
        if is_sure or not says_nothing(cell):
            known.append(number is not None)
    return bool(known) and sum(known) >= SURE_NUMBERS * len(known)


def _stands_apart(first: list[str], below: list[list[str]]) -> bool:
    """Say whether a row above words names the columns: none of its words comes again where those below it do."""
    if any(map(_names_labels, first)):
        return True
    again = sum(len(set(cells)) < len(cells) for cells in below)
    apart = all(name.strip() and name not in cells for name, cells in zip(first, below, strict=False))
    return apart and again > len(first) / 2


def _names_labels(cell: str) -> bool:
    return cell.strip().lower() in LABEL_NAMES


def _sign_of(lines: list[str]) -> str:
    """Return the sign that parts most numbers; a space only where no other comes near: it stands in words, too."""
    counts = {sign: _numbers_in(lines, sign) for sign in SIGNS}
    if not any(counts.values()):  # words alone, of which it can only be told that they are words
        return max(SIGNS[:-1], key=lambda sign: sum(line.count(sign) for line in lines))
    spaces = counts.pop(" ")
    most = max(counts.values())
    equal = [
        sign for sign, count in counts.items() if count == most
    ]  # as where fractions stand behind a comma
    best = equal[0] if len(equal) == 1 else max(equal, key=lambda sign: _evenness(lines, sign))
    return best if 2 * counts[best] > spaces else " "


def _evenness(lines: list[str], sign: str) -> float:
    """Return in which share of lines a sign parts as many cells as in most of them; 0 where it parts none."""
    try:
        counts = Counter(len(row) for row in _cells((line[:LOOKED_AT] for line in lines), sign))
    except csv.Error:
        return 0.0
    cells, rows = counts.most_common(1)[0]
    return rows / sum(counts.values()) if cells > 1 else 0.0


def _pixels_in_one_cell(lines: list[str]) -> str:
    """Return a cell beside others in which many numbers stand, as “emotion,pixels” has them; else nothing."""
    for sign in (",", ";", "\t"):
        try:
            rows = list(csv.reader(lines[1:3], delimiter=sign))
        except csv.Error:  # a line without such signs may be longer than a cell may be
            continue
        for row in rows:
            for cell in row[: (len(row) > 1) * MOST_CELLS]:
                numbers = cell.strip("[] ").replace(",", " ").split()
                if len(numbers) > MOST_CELLS and all(number_in(each) is not None for each in numbers):
                    return cell
    return ""


def _numbers_in(lines: list[str], sign: str) -> int:
    """Return how many numbers there are in lines where a sign parts them."""
    try:
        some = (line[:LOOKED_AT] for line in lines)
        return sum(number_in(cell) is not None for row in _cells(some, sign) for cell in row)
    except csv.Error:
        return 0


def _cells(lines: Iterator[str], sign: str) -> Iterator[list[str]]:
    """Part lines into cells; where spaces part them, several are one. A quote that is not closed takes few lines."""
    if sign == " ":
        yield from (line.split() for line in lines)
        return
    letters = 0

    def counted() -> Iterator[str]:
        nonlocal letters
        for line in lines:
            letters += len(line)
            if letters > 2 * MAX_LINE:
                raise Unreadable(Phrase("A quote in it is never closed."))
            yield line

    for row in csv.reader(counted(), delimiter=sign):
        letters = 0
        yield row


def _lines(text: io.TextIOWrapper, most: int) -> Iterator[str]:
    """Go through the lines, ``most`` characters of them; a longer one than any picture takes is refused."""
    while line := text.readline(MAX_LINE):
        most -= len(line)
        if most < 0:
            raise Unreadable(Phrase("What it unpacks to is far too large for it."))
        if len(line) == MAX_LINE:
            raise Unreadable(Phrase("A line of it has more than {most:,} characters.", most=MAX_LINE - 1))
        yield line
