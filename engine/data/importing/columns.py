"""Finds out which column of a table is what: the label, the pixels, a running number, the part of the set."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.flat import fills_picture
from engine.data.importing.layout import TEST, WORDS
from engine.data.importing.reader import Unreadable
from engine.data.importing.table_form import LABEL_NAMES
from engine.data.labels import MOST_CLASSES
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from engine.data.importing.table import Table

LONGEST_PLACE = 9  # digits of the number of a column
FEW_ROWS = 30  # with fewer, each may be of a class of its own
SOME_ROWS = 1000  # that are looked at before all are
SOME_WORDS = 0.05  # of the cells of a column; in fewer it is a slip that costs its row
MOST_WORDS = 3  # columns of words beside pixels: a label, a file, a part of the set
EVENER = 0.3  # by which the labels' classes are more even than the levels of a pixel
FEWER = 4  # times as few classes as a pixel has levels
INDEX_NAMES = ("", "index", "id", "idx", "no", "nr", "row", "image_id", "imageid")
PART_NAMES = ("split", "part", "subset", "usage", "set", "partition", "fold")
PARTS = {word: part == TEST for word, part in WORDS.items()} | {"publictest": False, "privatetest": True}


@dataclass(slots=True)
class Columns:
    """What the columns of a table are.

    Attributes:
        labels: The column of the label, or several of which one is 1 and the others are 0.
        pixels: The columns of the pixels, in the order of the picture.
        part: The column that says whether an image is for training or testing.
        left_out: Columns that are neither.
    """

    labels: list[int]
    pixels: list[int]
    part: int | None = None
    left_out: list[int] = field(default_factory=list)


class Untold(Unreadable):
    """Where the labels are cannot be told from the table; a person may say it."""


def name_of(table: Table, column: int) -> str:
    """Return by what a person may ask for a column: its name, ``first``, ``last``, or its place counted from 1."""
    if table.header and table.header[column]:
        return table.header[column]
    return {0: "first", table.numbers.shape[1] - 1: "last"}.get(column, str(column + 1))


def words_for(table: Table, column: int) -> Phrase:
    """Return how a sentence names a column."""
    if table.header and table.header[column]:
        return Phrase("the column “{name}”", name=table.header[column])
    if column in (0, table.numbers.shape[1] - 1):
        return Phrase("the last column") if column else Phrase("the first column")
    return Phrase("column {number}", number=column + 1)


def columns_of(table: Table, wanted: str = "") -> Columns:
    """Return what the columns of a table are.

    Args:
        table: The table; it has a row at least.
        wanted: The column of the label: its name, its place from 1, ``first`` or ``last``; found where it is empty.

    Raises:
        Untold: If the label cannot be found.
        Unreadable: If there is no such column, or what is left fills no square picture.
    """
    part = part_of(table)
    named = named_pixels(table)
    if wanted:
        label = _wanted(table, wanted)
        return _with_label(table, [label], named, part)
    labels = _by_name(table, named)
    return _with_label(table, labels, named, part) if labels else _by_evidence(table, named, part)


def _wanted(table: Table, wanted: str) -> int:
    width = table.numbers.shape[1]
    name = wanted.strip()
    lowered = [each.lower() for each in table.header or []]
    if name.lower() in lowered:
        return lowered.index(name.lower())
    if name.lower() in ("first", "last"):
        first = 1 if _counts_rows(table, 0) and not _may_be_label(table, 0) else 0
        return first if name.lower() == "first" else width - 1
    if name.isdecimal() and len(name) <= LONGEST_PLACE and 1 <= int(name) <= width:
        return int(name) - 1
    raise Unreadable(Phrase("There is no column “{name}” among its {count}.", name=name, count=width))


def _by_name(table: Table, named: list[int]) -> list[int]:
    names = [each.lower() for each in table.header or []]
    return next(
        ([names.index(name)] for name in LABEL_NAMES if name in names and names.index(name) not in named), []
    )


def named_pixels(table: Table) -> list[int]:
    """Return the columns that a header counts as pixels, “pixel0”, “1x1” or “0”, in the order of their numbers."""
    if not table.header:
        return []
    kinds = [re.sub(r"\d+", "#", name.lower()) if re.search(r"\d", name) else "" for name in table.header]
    counts = Counter(kind for kind in kinds if kind)
    if not counts:
        return []
    kind, count = counts.most_common(1)[0]
    if count < 4 or not fills_picture(count):
        return []
    columns = [column for column, each in enumerate(kinds) if each == kind]
    places = [tuple(int(number) for number in re.findall(r"\d+", table.header[column])) for column in columns]
    if len(set(places)) < count:
        return columns
    return [column for _, column in sorted(zip(places, columns, strict=True))]


def without(columns: Iterable[int], taken: Collection[int | None]) -> list[int]:
    """Return the columns that are not taken; of a hundred thousand as quickly as of ten."""
    gone = frozenset(taken)
    return [column for column in columns if column not in gone]


def part_of(table: Table) -> int | None:
    """Return the column that says whether a row is for training or testing; None where there is none."""
    names = [each.lower() for each in table.header or []]
    column = next((names.index(name) for name in PART_NAMES if name in names), None)
    if column is None:
        return None
    words = {row.get(column, "").lower() for row in table.words.values()}
    return column if len(table.words) == len(table.numbers) and words <= set(PARTS) else None


def _with_label(table: Table, labels: list[int], named: list[int], part: int | None) -> Columns:
    """Take all else for pixels, but what counts the rows or holds words."""
    every = range(table.numbers.shape[1])
    if named and not set(labels) & set(named):
        return Columns(labels, named, part, without(every, {*labels, *named, part}))
    rest = without(every, {*labels, part})
    words = [column for column in rest if _holds_words(table, column)]
    pixels = without(rest, words)
    if not fills_picture(len(pixels)):
        pixels = [column for column in pixels if not _counts_rows(table, column)]
    if not fills_picture(len(pixels)):
        raise Unreadable(
            Phrase(
                "Beside the label there are {count} columns of numbers, which fill no square picture.",
                count=len(pixels),
            )
        )
    return Columns(labels, pixels, part, without(rest, pixels))


def _by_evidence(table: Table, named: list[int], part: int | None) -> Columns:
    free = without(range(table.numbers.shape[1]), {part, *named})
    words = [column for column in free if _holds_words(table, column)]
    fits = not named and any(
        fills_picture(len(free) - len(words) - labels) for labels in range(0 if words else 1, 2)
    )
    if not fits or _is_named_index(table, free[0]):
        free = [column for column in free if not _counts_rows(table, column)]
    if not free:
        raise Unreadable(Phrase("Every column of it is a pixel, and none is left for the labels."))
    if one_hot := _one_hot(table, free, named):
        return _with_label(table, one_hot, named or without(free, one_hot), part)
    candidates = words or (free if named else [free[0], free[-1]] if len(free) > 1 else [])
    likely = [column for column in candidates if _may_be_label(table, column)]
    if not named and not fills_picture(len(free) - (len(words) or 1)):
        if fills_picture(len(free)):
            raise Unreadable(Phrase("Every column of it is a pixel, and none is left for the labels."))
        if len(words) > MOST_WORDS:
            example = next(filter(None, next(iter(table.words.values())).values()), "")
            raise Unreadable(
                Phrase("Words stand in it, such as “{word}”, where numbers should be.", word=example[:20])
            )
        if len(free) == 1:
            raise Unreadable(Phrase("It has one column, which is no label and a square picture."))
        raise Unreadable(
            Phrase("It has {count} columns, which are no label and a square picture.", count=len(free))
        )
    if not likely:
        raise Untold(
            Phrase(
                "No column before or behind the pixels holds a few whole numbers or words that come again."
            )
        )
    if len(likely) > 1:
        surest = _surest(table, likely)
        if surest is None:
            raise Untold(
                Phrase(
                    "The labels may be in {first} or in {second}.",
                    first=words_for(table, likely[0]),
                    second=words_for(table, likely[-1]),
                )
            )
        likely = [surest]
    return _with_label(table, likely, named, part)


def _surest(table: Table, columns: list[int]) -> int | None:
    """Return the column that is more like labels than the others: far more even, or of far fewer values."""
    by_evenness = sorted(columns, key=lambda column: -_evenness(table, column))
    if _evenness(table, by_evenness[0]) - _evenness(table, by_evenness[1]) >= EVENER:
        return by_evenness[0]
    levels = {column: len(np.unique(table.numbers[:, column])) for column in columns}
    by_levels = sorted(columns, key=levels.__getitem__)
    return by_levels[0] if levels[by_levels[0]] * FEWER <= levels[by_levels[1]] else None


def _one_hot(table: Table, free: list[int], named: list[int]) -> list[int]:
    """Return the columns before or behind the pixels of which one is 1 in each row and the others are 0."""
    if named:
        return free if _is_one_hot(table.numbers[:, free]) else []
    counts = [count for count in range(2, min(MOST_CLASSES, len(free))) if fills_picture(len(free) - count)]
    for count in counts:
        for columns in (free[-count:], free[:count]):
            some = table.numbers[:SOME_ROWS, columns]
            if ((some == 0) | (some == 1)).all() and _is_one_hot(table.numbers[:, columns]):
                return columns
    return []


def _is_one_hot(values: NDArray[np.float32]) -> bool:
    if values.shape[1] < 2 or not ((values == 0) | (values == 1)).all():
        return False
    return bool((values.sum(axis=1) == 1).all() and values.any(axis=0).sum() > 1)


def _holds_words(table: Table, column: int) -> bool:
    if not table.words:
        return False
    rows = [row for row, words in table.words.items() if words.get(column)]
    return len(rows) > SOME_WORDS * len(table.numbers)


def _is_named_index(table: Table, column: int) -> bool:
    name = table.header[column].lower() if table.header else None
    return (
        name is not None
        and (name in INDEX_NAMES or name.startswith("unnamed"))
        and _counts_rows(table, column)
    )


def _counts_rows(table: Table, column: int) -> bool:
    """Say whether a column numbers the rows: each number once, in order, or shuffled under a name that says so."""
    values = table.numbers[:, column]
    if len(values) < 2 or not np.isfinite(values).all():
        return False
    if (np.diff(values) == 1).all():
        return True
    name = table.header[column].lower() if table.header else None
    named = name is not None and (name in INDEX_NAMES or name.startswith("unnamed"))
    return named and len(np.unique(values)) == len(values)


def _may_be_label(table: Table, column: int) -> bool:
    count = len(table.numbers)
    most = count if count < FEW_ROWS else min(MOST_CLASSES, count // 2)
    found = {words[column] for words in table.words.values() if words.get(column)}
    values = table.numbers[:, column]
    values = values[np.isfinite(values)]
    if (values != np.rint(values)).any():
        return False
    return 2 <= len(np.unique(values)) + len(found) <= most


def _evenness(table: Table, column: int) -> float:
    """Return 1 where all values are as frequent, near 0 where nearly all are the same."""
    if _holds_words(table, column):
        return 1.0
    _, counts = np.unique(table.numbers[:, column], return_counts=True)
    shares = counts / counts.sum()
    return float(-(shares * np.log(shares)).sum() / np.log(max(len(counts), 2)))
