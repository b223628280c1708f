"""Finds the column of a table in which the label is: by its name, by where it stands and what it holds, or asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.choices import LabelTask
from engine.data.importing.columns import Untold
from engine.data.importing.reader import Unreadable
from engine.data.importing.table_form import LABEL_NAMES
from engine.data.labels import MOST_CLASSES
from engine.data.tables.column import LABELS, SLIPS, Column, Use
from engine.goals import number
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.data.tables.cells import Cells

# Those that mean but one thing stand before those that many columns are called: a passenger has a class, too.
NAMES = (
    *(
        "label",
        "labels",
        "target",
        "species",
        "diagnosis",
        "outcome",
        "survived",
        "passed",
        "variety",
        "answer",
    ),
    *(*LABEL_NAMES, "result"),
)
MOST_FOUND = 30  # classes of a column that is taken for the label by itself
FEW_ROWS = 30  # with fewer, each class may have two


def labelled(
    columns: Sequence[Column], wanted: str = "", task: LabelTask = LabelTask.AUTOMATIC
) -> tuple[Column, ...]:
    """Return the columns with one of them as the label, a class or a number.

    Args:
        columns: All columns of a table.
        wanted: Which one: its name, its place from 1, ``first`` or ``last``; found where it is empty.
        task: Whether it is a class or a number; by what it holds where that is left open.

    Raises:
        Untold: If it cannot be told which one it is.
        Unreadable: If there is no such column, or its values are no classes.
    """
    place = _wanted(columns, wanted) if wanted else _found(columns, task)
    is_number = task is LabelTask.NUMBER or (
        task is LabelTask.AUTOMATIC and looks_like_number(columns[place])
    )
    why = why_no_target(columns[place].cells) if is_number else why_no_label(columns[place].cells)
    if why is not None:
        raise Unreadable(Phrase("The column “{name}” is no label. {why}", name=columns[place].name, why=why))
    return tuple(
        replace(each, use=Use.TARGET if is_number else Use.LABEL, why=None)
        if at == place
        else replace(each, use=_without_label(each))
        if each.use in LABELS
        else each
        for at, each in enumerate(columns)
    )


def why_no_target(cells: Cells) -> Phrase | None:
    """Say why what stands in a column is no number to be found; None where it is."""
    values = cells.values[targets_in(cells)]
    if len(cells.words) > SLIPS * max(cells.present, 1):
        return Phrase("It holds words, and no numbers.")
    if not len(values) and not np.isnan(cells.values).all():
        return Phrase("Its numbers are all infinite, or beyond 10¹²: give them in thousands or millions.")
    if len(np.unique(values)) < 2:
        return Phrase("It is the same in every row.")
    return number.GOAL.why_not(values) or None


def targets_in(cells: Cells) -> NDArray[np.bool_]:
    """Return in which rows a number stands that can be found, ``(rows,)``."""
    return np.abs(cells.values) <= number.MOST_TARGET  # nan is not


def looks_like_number(column: Column) -> bool:
    """Tell whether a label is rather a number than a class.

    That is where it has fractions, or more than 30 different numbers of which each comes again fewer than five times on
    average. Whoever knows better says it.
    """
    cells = column.cells
    values = cells.values[np.isfinite(cells.values)]
    if len(cells.words) > SLIPS * max(cells.present, 1) or not (len(values) or cells.beyond):
        return False
    if not len(values) or (values != np.rint(values)).any():
        return True
    return column.different > max(MOST_FOUND, cells.present / 5)


def why_no_label(cells: Cells) -> Phrase | None:
    """Say why what stands in a column are no classes; None where they are."""
    values = cells.values[np.isfinite(cells.values)]
    odd = values[values != np.rint(values)]
    if len(odd):
        return Phrase("It holds numbers with fractions, such as {value:g}.", value=float(odd[0]))
    if not cells.are_told_apart:
        return Phrase(
            "It holds numbers that are too large to be told apart, such as {value:g}: put a letter in front of each.",
            value=float(np.abs(values).max()),
        )
    different = len(np.unique(values)) + len(set(cells.words.values()))
    if different < 2:
        return Phrase("It is the same in every row.")
    if different > MOST_CLASSES:
        return Phrase("It has {count:,} different values.", count=different)
    return None


def _without_label(column: Column) -> Use:
    return column.can_be[0]


def _wanted(columns: Sequence[Column], wanted: str) -> int:
    name = wanted.strip()
    lowered = [each.name.casefold() for each in columns]
    if name.casefold() in lowered:
        return lowered.index(name.casefold())
    if name.casefold() in ("first", "last"):
        return 0 if name.casefold() == "first" else len(columns) - 1
    if name.isdecimal() and len(name) < 9 and 1 <= int(name) <= len(columns):
        return int(name) - 1
    raise Unreadable(
        Phrase("There is no column “{name}” among its {count}.", name=name[:60], count=len(columns))
    )


def _found(columns: Sequence[Column], task: LabelTask) -> int:
    lowered = [each.name.casefold() for each in columns]
    named = [lowered.index(name) for name in NAMES if name in lowered]
    for place in named:
        is_number = task is not LabelTask.CLASSES and looks_like_number(columns[place])
        if is_number or why_no_label(columns[place].cells) is None:
            return place
    if named:
        name, why = columns[named[0]].name, why_no_label(columns[named[0]].cells)
        raise Untold(Phrase("The column “{name}” is no label. {why}", name=name, why=why))
    usable = [place for place, each in enumerate(columns) if each.use is not Use.LEFT_OUT]
    if not usable:
        raise Untold(Phrase("No column of it holds a few values that come again."))
    if task is LabelTask.NUMBER:
        numbers = [place for place in usable if why_no_target(columns[place].cells) is None]
        if numbers:
            return numbers[-1]
    words = [place for place in usable if columns[place].cells.words and _is_likely(columns[place])]
    likely = [
        place
        for place in (usable[-1], *(words if len(words) == 1 else ()), usable[0])
        if _is_likely(columns[place])
    ]
    if not likely:
        raise Untold(Phrase("Neither its last column nor another one holds a few values that come again."))
    chosen: int = likely[0]
    return chosen


def _is_likely(column: Column) -> bool:
    rows = column.cells.present
    most = rows / 2 if rows < FEW_ROWS else min(MOST_FOUND, rows / 5)
    return why_no_label(column.cells) is None and column.different <= most
