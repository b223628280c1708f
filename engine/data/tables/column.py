"""What each column of a table is taken for: a number, a category, the label, or nothing, and then why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.columns import INDEX_NAMES, PART_NAMES, PARTS
from engine.data.tables.cells import cells_of, is_date
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.data.importing.table import Table
    from engine.data.tables.cells import Cells

SLIPS = 0.1  # of the cells of a column of numbers; as many may hold what cannot be read
DATES = 0.9  # of the words of a column that holds days or times
MOST_FOUND = 40  # different words of a column that is taken for categories by itself
MOST_CATEGORIES = 200  # of one column, whoever asks
ID_NAME = re.compile(r"(.*[^a-z])?(id|nr|no|number|key|code|uuid|guid)|.*[a-z](ID|Id|Nr|No)")


class Use(StrEnum):
    """What becomes of a column."""

    NUMBER = "number"
    CATEGORY = "category"
    LABEL = "label"
    TARGET = "target"  # a label that is a number
    PART = "part"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column, and what is known of it.

    Attributes:
        name: Its name; no two of a table are the same.
        cells: What stands in it.
        use: What becomes of it.
        why: Why it is left out; None where it is not, or a person wants it so.
        can_be: What a person may make of it.
        different: How many different values it has.
    """

    name: str
    cells: Cells
    use: Use
    why: Phrase | None
    can_be: tuple[Use, ...]
    different: int


LABELS = (Use.LABEL, Use.TARGET)
"""Of the one column that is to be found from the others."""


def columns_in(table: Table) -> tuple[Column, ...]:
    """Return what the columns of a table are, the label still to be found."""
    cells, header = cells_of(table), [name.lower() for name in table.header or []]
    parts = [header.index(name) for name in PART_NAMES if name in header]
    part = next((place for place in parts if _says_part(cells[place])), None)
    return tuple(
        _column(name, each, named=table.header is not None, is_part=place == part)
        for place, (name, each) in enumerate(zip(names_of(table), cells, strict=True))
    )


def _says_part(cells: Cells) -> bool:
    """Say whether a column holds words for the parts of a set alone; of some rows it may say nothing."""
    words = {word.lower() for word in cells.words.values()}
    return bool(words) and words <= set(PARTS) and bool(np.isnan(cells.values).all())


def names_of(table: Table) -> list[str]:
    """Return a name for each column: of two with the same one, and of those without, one that is free."""
    given = [visible(name) for name in table.header or [""] * table.numbers.shape[1]]
    taken = set(given)
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}  # the last one that stands behind a name
    for place, name in enumerate(given, start=1):
        wanted = name or f"x{place}"
        chosen = wanted
        while chosen in names or (chosen != name and chosen in taken):
            numbers[wanted] = numbers.get(wanted, 1) + 1
            chosen = f"{wanted}.{numbers[wanted]}"
        names[chosen] = None
    return list(names)


def with_uses(columns: tuple[Column, ...], uses: Mapping[str, Use]) -> tuple[Column, ...]:
    """Return columns with what a person wants of some of them, by name; what one cannot be is left as it is."""
    return tuple(
        replace(each, use=uses[each.name], why=None)
        if each.name in uses and uses[each.name] in each.can_be
        else each
        for each in columns
    )


def _column(name: str, cells: Cells, *, named: bool, is_part: bool) -> Column:
    different = _different(cells)
    holds_words = len(cells.words) > SLIPS * max(cells.present, 1)
    can_be = [Use.LEFT_OUT]
    if 2 <= different <= MOST_CATEGORIES and cells.are_told_apart:
        can_be.insert(0, Use.CATEGORY)
    if not holds_words and different >= 2:
        can_be.insert(0, Use.NUMBER)
    if is_part:
        return Column(name, cells, Use.PART, None, (*can_be, Use.PART), different)
    why = _why_left_out(name if named else "", cells, different, holds_words=holds_words)
    use = Use.LEFT_OUT if why is not None else Use.CATEGORY if holds_words else Use.NUMBER
    return Column(name, cells, use, why, tuple(can_be), different)


def _different(cells: Cells) -> int:
    return len(np.unique(cells.values[np.isfinite(cells.values)])) + len(set(cells.words.values()))


def _why_left_out(name: str, cells: Cells, different: int, *, holds_words: bool) -> Phrase | None:
    present = cells.present
    if not present:
        return Phrase("Nothing stands in it.")
    if different == 1:
        return Phrase("It is the same in every row.")
    if not holds_words:
        return _why_no_number(name, cells, different)
    if sum(map(is_date, cells.words.values())) >= DATES * present:
        return Phrase("It holds days or times.")
    if different == present:
        return Phrase("It has a value of its own in each row.")
    if different > MOST_FOUND or different > present / 2:
        return Phrase("It has {count:,} different words, too many for categories.", count=different)
    return None


def _why_no_number(name: str, cells: Cells, different: int) -> Phrase | None:
    values = cells.values
    if len(values) < 2 or different < len(values) or (values != np.rint(values)).any():
        return None
    if (np.diff(values) == 1).all():
        return Phrase("It only numbers the rows.")
    if name.casefold() in INDEX_NAMES or (name and _names_ids(name)):
        return Phrase("It has a value of its own in each row.")
    return None


def _names_ids(name: str) -> bool:
    return ID_NAME.fullmatch(name) is not None or ID_NAME.fullmatch(name.lower()) is not None
