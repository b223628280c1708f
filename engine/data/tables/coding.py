"""Numbers and categories as features: what is missing is filled, and every category has a feature of 0 and 1.

A number that is missing becomes the median of the rows that are learnt from. Where a category is missing, that is a
category of its own, called “?”: that somebody did not answer may tell as much as an answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.reader import Unreadable
from engine.data.labels import imported_order
from engine.data.tables.column import Use
from engine.inputs.feature import MOST_FEATURES, Feature
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.data.tables.column import Column

UNKNOWN = "?"
"""The category of rows in which nothing stands."""
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Columns as features.

    Attributes:
        rows: ``(rows, F)`` float32, of all rows of the table.
        features: What each is.
        filled: How many cells were filled.
        notes: By what they were filled, a sentence each.
    """

    rows: NDArray[np.float32]
    features: tuple[Feature, ...]
    filled: int
    notes: tuple[Phrase, ...]


def coded(columns: Sequence[Column], learnt: NDArray[np.bool_], most_values: int) -> Coded:
    """Turn columns of numbers and categories into features.

    Args:
        columns: Those columns.
        learnt: ``(rows,)`` bool, the rows that are learnt from: medians and bounds are theirs alone.
        most_values: How many numbers there may be.

    Raises:
        Unreadable: If there are too many features or numbers.
    """
    names = {each.name: _categories(each) for each in columns if each.use is Use.CATEGORY}
    count = sum(len(names.get(each.name, " ")) for each in columns)
    if count > MOST_FEATURES:
        raise Unreadable(
            Phrase(
                "It would have {count:,} features, and {most:,} are the most.",
                count=count,
                most=MOST_FEATURES,
            )
        )
    if count * len(learnt) > most_values:
        raise Unreadable(Phrase("It does not fit into memory."))
    rows = np.empty((len(learnt), count), np.float32)
    features: list[Feature] = []
    medians: list[Phrase] = []
    unknown: list[str] = []
    filled = 0
    for each in columns:
        start = len(features)
        if each.use is Use.CATEGORY:
            features += _code_category(each, names[each.name], learnt, rows[:, start:])
            unknown += [f"“{each.name}”"] if each.cells.missing else []
            filled += each.cells.missing
            continue
        feature, missing = _code_number(each, learnt, rows[:, start])
        features.append(feature)
        filled += missing
        if missing:
            medians.append(
                Phrase(
                    "“{name}”: {count:,} with {median:g}", name=each.name, count=missing, median=feature.usual
                )
            )
    notes = []
    if medians:
        what = Phrase.listed(medians, MOST_NAMED)
        notes.append(
            Phrase("Missing values are filled with the median of the training rows: {what}.", what=what)
        )
    if unknown:
        what = Phrase.listed(unknown, MOST_NAMED)
        notes.append(Phrase("Missing values are a category of their own, “?”: {what}.", what=what))
    return Coded(rows, tuple(features), filled, tuple(notes))


def _code_number(
    column: Column, learnt: NDArray[np.bool_], place: NDArray[np.float32]
) -> tuple[Feature, int]:
    """Write a column's numbers to ``place``, ``(rows,)``; return the feature and how many were filled."""
    values = column.cells.values
    finite = np.isfinite(values)
    known = values[finite & learnt]
    if not len(known):  # all of them are among the test rows: then those are all that is known
        known = values[finite]
    median = float(np.median(known.astype(np.float64)))
    place[:] = np.where(finite, values, np.float32(median))
    whole = bool((values[finite] == np.rint(values[finite])).all())
    missing = int((~finite).sum())
    feature = Feature(column.name, float(known.min()), float(known.max()), median, whole, missing=missing)
    return feature, missing


def _categories(column: Column) -> tuple[str, ...]:
    """Return the names of a column's categories, in the order in which anyone would look for them."""
    texts = column.cells.texts()
    known = imported_order({text for text in texts if text is not None})
    known = tuple(name for name in known if name in set(texts))
    return (*known, UNKNOWN) if None in texts else known


def _code_category(
    column: Column, categories: tuple[str, ...], learnt: NDArray[np.bool_], place: NDArray[np.float32]
) -> list[Feature]:
    """Write 1 for each row's category and 0 for the others to ``place``, ``(rows, categories and more)``."""
    texts = [UNKNOWN if text is None else text for text in column.cells.texts()]
    index = {name: number for number, name in enumerate(categories)}
    chosen = np.array([index[text] for text in texts], np.int64)
    place[:, : len(categories)] = chosen[:, None] == np.arange(len(categories))
    counts = Counter(chosen[learnt].tolist())
    usual = max(range(len(categories)), key=lambda number: (counts[number], -number))
    return [
        Feature(
            *(f"{column.name} = {name}", 0.0, 1.0, float(number == usual)),
            whole=True,
            column=column.name,
            missing=column.cells.missing,
        )
        for number, name in enumerate(categories)
    ]
