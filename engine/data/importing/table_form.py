"""How a table of text is written: which sign stands between its cells, how many there are, and what names them."""

from __future__ import annotations

import csv
import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from engine.data.importing.cells import number_in, point_of, readable, says_nothing
from engine.data.importing.reader import Unreadable
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = (",", ";", "\t", "|", " ")
MAX_LINE = 1 << 22  # characters
LOOKED_AT = 1 << 16  # characters of a line by which the sign is known
# Of the cells of a column in which something stands; then its first one is no number but a name.
SURE_NUMBERS = 0.8
MOST_NAME = 100  # characters of the name of a column
MOST_CELLS = 16  # where each picture stands in one cell; more numbers than that in one are its pixels
LABEL_NAMES = (
    "label", "labels", "class", "classes", "target", "targets", "y", "digit", "digits", "category", "letter",
    "character", "emotion", "class_label", "label_name", "class_name",
)  # fmt: skip


@dataclass(slots=True)
class TableForm:
    """How a table is written.

    Attributes:
        sign: What stands between two cells.
        width: How many columns there are.
        comma: What takes the place of commas within numbers; None where none stand there.
        header: The names of the columns; None where there are none.
        first: Records before the first row of data.
    """

    sign: str = ","
    width: int = 0
    comma: str | None = None
    header: list[str] | None = None
    first: int = 0


def form_of(sample: list[str], sign: str, comments: list[str]) -> TableForm:
    """Return how a table is written, by its first lines.

    Args:
        sample: Lines with something in them, the first of them first.
        sign: What is said to stand between cells; an empty string where that is to be found.
        comments: What stands behind “#” in the lines above; the last may name the columns.
    """
    form = TableForm(sign or _sign_of(sample))
    rows = list(cells_of(iter(sample), form.sign))
    later = rows[1:] or rows
    named = len(rows[0]) == len(later[0]) and rows[0][-1].strip()  # a column, though nothing stands in it
    if not named and all(len(row) > 1 and not row[-1].strip() for row in later):
        rows = [row[:-1] if not row[-1].strip() else row for row in rows]
        later = rows[1:] or rows
    form.width = Counter(len(row) for row in later).most_common(1)[0][0]
    form.comma = point_of({*chain.from_iterable(later)})
    full = [row for row in later if len(row) == form.width]
    if len(rows) > 1 and _is_header(rows[0], full):
        form.header, form.first = [readable(cell)[:MOST_NAME] for cell in rows[0]], 1
    elif comments:
        names = next(cells_of(iter(comments[-1:]), form.sign), [])
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
    kinds = _Kinds()
    numeric = [column for column, cells in enumerate(below) if _holds_numbers(cells, kinds)]
    if not numeric:
        return _stands_apart(first, below)
    words = sum(number_in(first[column]) is None and bool(first[column].strip()) for column in numeric)
    return words > len(numeric) / 2 or any(_names_labels(first[place]) for place in numeric)


class _Kinds(dict[str, bool | None]):
    """Whether a cell is a number, and no word; None where it says nothing. Each is looked at once."""

    def __missing__(self, cell: str) -> bool | None:
        number = number_in(cell)
        is_sure = number is not None and not math.isnan(number)
        self[cell] = number is not None if is_sure or not says_nothing(cell) else None
        return self[cell]


def _holds_numbers(cells: list[str], kinds: _Kinds) -> bool:
    """Say whether numbers stand in a column, but for cells in which nothing does and a rare slip."""
    found = [kinds[cell] for cell in cells]
    known = len(found) - found.count(None)
    return known > 0 and found.count(True) >= SURE_NUMBERS * known


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
        counts = Counter(len(row) for row in cells_of((line[:LOOKED_AT] for line in lines), sign))
    except csv.Error:
        return 0.0
    cells, rows = counts.most_common(1)[0]
    return rows / sum(counts.values()) if cells > 1 else 0.0


def pixels_in_one_cell(lines: list[str]) -> str:
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
        counts = Counter(chain.from_iterable(cells_of(some, sign)))
        return sum(count for cell, count in counts.items() if number_in(cell) is not None)
    except csv.Error:
        return 0


def cells_of(lines: Iterator[str], sign: str) -> Iterator[list[str]]:
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
