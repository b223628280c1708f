"""What stands in one column of a table: numbers, words, and cells in which nothing stands."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.cells import NOTHING
from engine.data.labels import foreign_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.importing.table import Table

WHOLE_BELOW = 2**24  # beyond it, a float of four bytes tells whole numbers no longer apart
DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T]\d{1,2}:\d{2}.*)?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})( \d{1,2}:\d{2}.*)?"
    r"|\d{1,2}:\d{2}(:\d{2})?"
)


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """One column.

    Attributes:
        values: ``(rows,)`` float32; NaN where there is no number.
        words: What stands in the rows in which there is a word.
    """

    values: NDArray[np.float32]
    words: dict[int, str]

    def __len__(self) -> int:
        return len(self.values)

    @property
    def present(self) -> int:
        """In how many rows something stands."""
        return int(np.isfinite(self.values).sum()) + len(self.words)

    @property
    def missing(self) -> int:
        """In how many rows nothing stands that can be used."""
        return len(self) - self.present

    @property
    def beyond(self) -> list[int]:
        """In which rows a number stands that is infinite, or too large for four bytes."""
        return np.flatnonzero(np.isinf(self.values)).tolist()

    @property
    def are_told_apart(self) -> bool:
        """Whether numbers that differ in the table differ here, too, where they are whole."""
        return bool((np.abs(self.values[np.isfinite(self.values)]) < WHOLE_BELOW).all())

    def first(self, count: int) -> list[str]:
        """Return what stands in the first rows, as words; those in which nothing does are left out."""
        values = self.values[:count].tolist()
        texts = (
            text_of(value) if math.isfinite(value) else self.words.get(row)
            for row, value in enumerate(values)
        )
        return [text for text in texts if text is not None]

    def texts(self) -> list[str | None]:
        """Return what stands in each row as a word, such as the name of a category; None where nothing does."""
        return [
            text_of(value) if np.isfinite(value) else self.words.get(row)
            for row, value in enumerate(self.values.tolist())
        ]


def cells_of(table: Table) -> list[Cells]:
    """Return the columns of a table, each cell looked at once."""
    words: list[dict[int, str]] = [{} for _ in range(table.numbers.shape[1])]
    for row, found in table.words.items():
        for column, word in found.items():
            if word.casefold() not in NOTHING:
                words[column][row] = word
    return [Cells(table.numbers[:, column], _shown(each)) for column, each in enumerate(words)]


def _shown(words: dict[int, str]) -> dict[int, str]:
    """Return words as they can be shown; those that differ as they stand in the table differ here, too."""
    names = foreign_labels(words.values())
    return {row: names[word] for row, word in words.items()}


def text_of(value: float) -> str:
    """Return a number as a table has it: a whole one without a point."""
    if value == round(value) and abs(value) < WHOLE_BELOW:
        return str(int(value))
    return f"{value:.6g}"


def is_date(word: str) -> bool:
    """Say whether a word is a day or a time of day."""
    return DATE.fullmatch(word) is not None
