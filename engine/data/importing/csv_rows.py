"""What the rows of a CSV file are: a label and the pixels of one image in each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.columns import PARTS, Columns, Untold, columns_of, name_of, named_pixels, words_for
from engine.data.importing.flat import Flat, flat_form
from engine.data.importing.item import Item, Rejected
from engine.data.importing.reader import Found, LabelColumns, Unreadable
from engine.data.importing.table import BLOCK, NOT_NUMBERS, read_table
from engine.data.labels import checked_label
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress
    from engine.data.importing.table import Table

MOST_NAMED = 3
SOME = 64  # rows by which it is told how pictures lie in them
MOST_CHOICES = 12


def images_of(path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
    """Read all rows; those that are no label and numbers are rejected one by one."""
    table = read_table(path, progress, cancelled)
    if not len(table.numbers):
        return Found([], table.rejected)
    choose = partial(_found, table)
    try:
        return choose("")
    except Untold as error:
        columns = LabelColumns(_choices(table), choose, unclear=error.cause)
        return Found([], table.rejected, table=columns, held=table.numbers.nbytes)


def _found(table: Table, wanted: str) -> Found:
    columns = columns_of(table, wanted)
    labels = _labels(table, columns)
    numbers = table.numbers
    pixels: slice | list[int] = columns.pixels
    if columns.pixels == list(range(columns.pixels[0], columns.pixels[-1] + 1)):
        pixels = slice(columns.pixels[0], columns.pixels[-1] + 1)  # a view instead of a copy for each row
    finite = _finite_rows(numbers, pixels)
    if not finite.any():
        raise Unreadable(_why(table, 0, columns))
    try:
        some = np.flatnonzero(finite)
        form = flat_form(numbers[some[:: max(1, len(some) // SOME)]][:, pixels])
    except DataError as error:
        raise Unreadable(Phrase(error.cause)) from error
    items: list[Item] = []
    rejected = list(table.rejected)
    for row, label in enumerate(labels):
        name = Phrase("row {number}", number=table.records[row])
        if not finite[row]:
            rejected.append(Rejected(name, _why(table, row, columns)))
            continue
        if label is None:
            rejected.append(Rejected(name, Phrase("It has no label.")))
            continue
        try:
            label = checked_label(label)
        except DataError as error:
            rejected.append(Rejected(name, Phrase.joined((error.what, error.cause))))
            continue
        test = columns.part is not None and PARTS[table.words[row][columns.part].lower()]
        items.append(Item(name, label, partial(_picture, numbers, row, pixels, form), test, is_bare=True))
    notes = _notes(table, columns)
    taken = name_of(table, columns.labels[0]) if len(columns.labels) == 1 else ""
    return Found(
        items,
        rejected,
        notes,
        table=LabelColumns(_choices(table), partial(_found, table), taken),
        held=numbers.nbytes,
    )


def _finite_rows(numbers: NDArray[np.float32], pixels: slice | list[int]) -> NDArray[np.bool_]:
    """Return in which rows all pixels are numbers; some rows at a time, as columns one by one are copied."""
    finite = np.empty(len(numbers), np.bool_)
    for start in range(0, len(numbers), BLOCK):
        finite[start : start + BLOCK] = np.isfinite(numbers[start : start + BLOCK, pixels]).all(axis=1)
    return finite


def _picture(numbers: NDArray[np.float32], row: int, pixels: slice | list[int], form: Flat) -> NDArray[Any]:
    return form.pictures(numbers[row, pixels])


def _labels(table: Table, columns: Columns) -> list[str | None]:
    """Return the name of each row's class; none where it has none."""
    if len(columns.labels) > 1:
        chosen = table.numbers[:, columns.labels].argmax(axis=1)
        names = _class_names(table, columns.labels)
        return [names[place] for place in chosen]
    column = columns.labels[0]
    values = table.numbers[:, column]
    finite = values[np.isfinite(values)]
    if len(finite) and (finite != np.rint(finite)).any():
        odd = float(finite[finite != np.rint(finite)][0])
        raise Unreadable(
            Phrase(
                "The labels in {column} are numbers with fractions, such as {value:g}.",
                column=words_for(table, column),
                value=odd,
            )
        )
    return [
        str(int(value)) if np.isfinite(value) else table.words.get(row, {}).get(column) or None
        for row, value in enumerate(values.tolist())
    ]


def _class_names(table: Table, labels: list[int]) -> list[str]:
    """Return what columns of 0 and 1 stand for: what is their own in their names, or their place from 0."""
    if table.header is None:
        return [str(place) for place in range(len(labels))]
    names = [table.header[column] for column in labels]
    start = next(
        (place for place, letters in enumerate(zip(*names, strict=False)) if len(set(letters)) > 1), 0
    )
    rest = [name[start:] for name in names]
    return rest if all(rest) and len(set(rest)) == len(rest) else [str(place) for place in range(len(labels))]


def _why(table: Table, row: int, columns: Columns) -> Phrase:
    """Say which cell of a row is no number."""
    values = table.numbers[row, columns.pixels]
    column = columns.pixels[int(np.flatnonzero(~np.isfinite(values))[0])]
    word = table.words.get(row, {}).get(column)
    name = words_for(table, column)
    if word:
        why = Phrase("“{word}” stands in {column}.", column=name, word=word[:20])
    elif word is None:
        why = Phrase("A value that is not finite stands in {column}.", column=name)
    else:
        why = Phrase("Nothing stands in {column}.", column=name)
    return Phrase.joined((NOT_NUMBERS, why))


def _notes(table: Table, columns: Columns) -> tuple[Phrase, ...]:
    notes = []
    if len(columns.labels) > 1:
        notes.append(
            Phrase(
                "The labels are in {count} columns of 0 and 1, from {first} to {last}.",
                count=len(columns.labels),
                first=words_for(table, columns.labels[0]),
                last=words_for(table, columns.labels[-1]),
            )
        )
    else:
        column = words_for(table, columns.labels[0])
        notes.append(Phrase("The labels are in {column}.", column=column))
    if columns.left_out:
        names = Phrase.listed((words_for(table, column) for column in columns.left_out), MOST_NAMED)
        notes.append(Phrase("Left out, as it is neither label nor pixel: {names}.", names=names))
    return tuple(notes)


def _choices(table: Table) -> tuple[str, ...]:
    """Return the columns that labels may well be in: those that are not named as pixels, the first and the last."""
    width = table.numbers.shape[1]
    named = set(named_pixels(table))
    free = [column for column in range(width) if column not in named] if named else []
    return tuple(dict.fromkeys(name_of(table, column) for column in (*free[:MOST_CHOICES], 0, width - 1)))
