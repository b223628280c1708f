"""What a person enters for a row of features: a number for each, and one choice for all features of a category."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from engine.numbers import parse_number
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature


MOST_ENTERED = 200
"""So many of them, the first ones, are entered by hand; the others keep their usual values."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number, or one of several categories.

    Attributes:
        name: Of the feature, or of the table's column that the categories are from.
        places: Which features it is made of.
        choices: The names of the categories, one for each of ``places``; none where it is a number.
    """

    name: str
    places: tuple[int, ...]
    choices: tuple[str, ...] = ()

    def chosen(self, row: NDArray[np.float32]) -> int:
        """Return which of the categories a row ``(F,)`` has."""
        return int(np.argmax(row[list(self.places)]))


def entries_of(features: Sequence[Feature]) -> tuple[Entry, ...]:
    """Return what is entered for features, those of one category together; they stand beside each other."""
    entries = []
    for key, group in groupby(enumerate(features), key=lambda item: item[1].column or item[0]):
        places = [(place, feature.name) for place, feature in group]
        if isinstance(key, int):
            entries.append(Entry(places[0][1], (key,)))
            continue
        choices = tuple(name.removeprefix(f"{key} = ") for _, name in places)
        entries.append(Entry(key, tuple(place for place, _ in places), choices))
    return tuple(entries)


def most_telling(features: Sequence[Feature], row: NDArray[np.float32]) -> tuple[Entry, ...]:
    """Return the entries of a row ``(F,)``, those first that lie farthest from what is usual, within their bounds."""
    low, high, usual = (
        np.array([getattr(each, name) for each in features]) for name in ("low", "high", "usual")
    )
    far = np.abs(row - usual) / np.where(high > low, high - low, 1)
    return tuple(sorted(entries_of(features), key=lambda entry: -max(far[list(entry.places)])))


def row_of_words(features: Sequence[Feature], words: Sequence[str]) -> NDArray[np.float32] | None:
    """Return the row ``(F,)`` that a word for each entry makes: a number, or the name of a category.

    None where they are too many or too few, or one is no finite number and no category of its entry.
    """
    entries = entries_of(features)
    if len(words) != len(entries):
        return None
    row = np.zeros(len(features), np.float32)
    for entry, word in zip(entries, map(str.strip, words), strict=True):
        if entry.choices:
            if word not in entry.choices:
                return None
            row[entry.places[entry.choices.index(word)]] = 1
        else:
            number = parse_number(word)
            if number is None or abs(number) > float(np.finfo(np.float32).max):
                return None
            row[entry.places[0]] = number
    return row


def usual_row(features: Sequence[Feature]) -> NDArray[np.float32]:
    """Return the row ``(F,)`` whose numbers are all usual, and whose categories are the most usual ones."""
    row = np.array([feature.usual for feature in features], np.float32)
    for entry in entries_of(features):
        if entry.choices:
            places = list(entry.places)
            chosen = entry.chosen(row)
            row[places] = 0
            row[places[chosen]] = 1
    return row
