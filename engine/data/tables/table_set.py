"""From the rows of a table to features and labels: what is filled, coded and divided, and what is told of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.dataset import Dataset
from engine.data.importing.columns import PARTS
from engine.data.importing.division import TEST_SHARE
from engine.data.importing.item import Rejected
from engine.data.importing.reader import Unreadable
from engine.data.labels import checked_label, imported_order, too_many_classes
from engine.data.split import even_test
from engine.data.tables.coding import coded
from engine.data.tables.column import LABELS, Use
from engine.data.tables.label import targets_in
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.data.tables.column import Column
    from engine.inputs.feature import Feature

MOST_NAMED = 5


@dataclass(frozen=True, slots=True, eq=False)
class TableSet:
    """Rows that are ready to become a data set.

    Attributes:
        rows: ``(N, F)`` float32.
        labels: ``(N,)`` int64, each an index into ``classes``; or the numbers to be found, ``(N,)`` float32.
        classes: The names of the classes, or that of the number.
        test: ``(N,)`` bool, which rows are tested with.
        is_divided: Whether a column says which rows are tested with; else a share of each class was drawn.
        same: ``(N,)`` int64, one number for rows that are the same in every feature.
        features: What each feature is.
        columns: What each column of the table became.
        filled: How many cells of the rows stood empty or could not be read, and were filled.
        rejected: The rows and cells that could not be used, and why.
        notes: What else a person should know, a sentence each.
    """

    rows: NDArray[np.float32]
    labels: NDArray[Any]
    classes: tuple[str, ...]
    test: NDArray[np.bool_]
    is_divided: bool
    same: NDArray[np.int64]
    features: tuple[Feature, ...]
    columns: tuple[Column, ...]
    filled: int
    rejected: tuple[Rejected, ...]
    notes: tuple[Phrase, ...]

    def parts(self, name: str) -> tuple[Dataset, Dataset]:
        """Return the rows to learn from and those to test with, as data sets of this name."""
        whole = Dataset(name, self.rows, self.labels, self.classes, self.same, features=self.features)
        return whole.subset(np.flatnonzero(~self.test)), whole.subset(np.flatnonzero(self.test))


def table_set(
    columns: Sequence[Column],
    records: Sequence[int],
    rejected: Sequence[Rejected] = (),
    *,
    most_values: int,
    share: float = TEST_SHARE,
    seed: int = 0,
) -> TableSet:
    """Make features and labels of columns whose use is decided, one of them the label.

    Args:
        columns: All columns of the table.
        records: Which record of the file each row is, counted from 1.
        rejected: Records that are no rows of the table.
        most_values: How many numbers the rows may have together.
        share: Which part of each class is tested with, where no column says it.
        seed: Decides which rows those are.

    Raises:
        Unreadable: If there is no feature, fewer than two classes, or more values than ``most_values``.
    """
    label = next(each for each in columns if each.use in LABELS)
    found = _targets(label, records) if label.use is Use.TARGET else _classes(label, records)
    kept, labels, classes, problems = found
    marked = _marked(columns, kept)
    groups = np.zeros(len(labels), np.int64) if label.use is Use.TARGET else labels
    test = marked if marked is not None else even_test(groups, share, seed)
    learnt = np.zeros(len(kept), np.bool_)
    learnt[np.flatnonzero(kept)[~test]] = True
    used = [each for each in columns if each.use in (Use.NUMBER, Use.CATEGORY)]
    if not used:
        raise Unreadable(Phrase("Beside the label no column is left that could be a feature."))
    made = coded(used, learnt, most_values)
    rows = made.rows[kept]
    same = np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
    if marked is None:
        test = _together(test, same, groups)
    return TableSet(
        rows,
        labels,
        classes,
        test,
        marked is not None,
        same,
        made.features,
        tuple(columns),
        made.filled,
        (*rejected, *problems, *_unread(used, records)),
        (_label_note(label), *_notes(columns, used), *made.notes, *_repeated(same, groups)),
    )


Found = tuple["NDArray[np.bool_]", "NDArray[Any]", tuple[str, ...], list[Rejected]]
"""Which rows have a label ``(rows,)``, the labels of those, the names of the classes, and what is wrong with others."""


def _classes(label: Column, records: Sequence[int]) -> Found:
    """Return the classes of rows.

    Raises:
        Unreadable: If there are too few or too many.
    """
    names, problems = _labels(label, records)
    kept = np.array([name is not None for name in names], np.bool_)
    known = [name for name in names if name is not None]
    there = set(known)
    classes = tuple(name for name in imported_order(known) if name in there)
    if len(there) < 2:
        raise Unreadable(Phrase("Its rows are of one class only."))
    if (why := too_many_classes(len(classes))) is not None:
        raise Unreadable(why)
    place = {name: index for index, name in enumerate(classes)}
    return kept, np.array([place[name] for name in known], np.int64), classes, problems


def _targets(label: Column, records: Sequence[int]) -> Found:
    """Return the numbers to be found of rows."""
    values = label.cells.values
    kept = targets_in(label.cells)
    none, beyond = (
        Phrase("It has no number to be found."),
        Phrase("The number to be found is infinite, or beyond 10¹²."),
    )
    problems = [
        Rejected(Phrase("row {number}", number=records[row]), none if np.isnan(values[row]) else beyond)
        for row in np.flatnonzero(~kept).tolist()
    ]
    return kept, values[kept].astype(np.float32), (checked_label(label.name),), problems


def _labels(label: Column, records: Sequence[int]) -> tuple[list[str | None], list[Rejected]]:
    """Return the class of each row, None where it has none, and why."""
    names: list[str | None] = []
    problems = []
    for row, text in enumerate(label.cells.texts()):
        name = None
        try:
            name = None if text is None else checked_label(text)
            why = Phrase("It has no label.")
        except DataError as error:
            why = Phrase.joined((error.what, error.cause))
        if name is None:
            problems.append(Rejected(Phrase("row {number}", number=records[row]), why))
        names.append(name)
    return names, problems


def _marked(columns: Sequence[Column], kept: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
    """Return which of the kept rows a column says are for testing; None where none does, or one part is empty.

    Where it says nothing of a row, that is learnt from.
    """
    part = next((each for each in columns if each.use is Use.PART), None)
    if part is None:
        return None
    words = part.cells.words
    rows = np.flatnonzero(kept).tolist()
    test = np.array([row in words and PARTS[words[row].lower()] for row in rows], np.bool_)
    return test if test.any() and not test.all() else None


def _together(
    test: NDArray[np.bool_], same: NDArray[np.int64], labels: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Bring rows that are the same to the side of the first of them, unless a class would be lost to learn from."""
    firsts = np.unique(same, return_index=True)[1]
    sided = test[firsts][same]
    whole = set(labels.tolist())
    return sided if sided.any() and set(labels[~sided].tolist()) == whole else test


def _unread(used: Sequence[Column], records: Sequence[int]) -> list[Rejected]:
    """List what stands in columns of numbers and is none, or none that could be learnt from."""
    found = []
    for each in used:
        if each.use is not Use.NUMBER:
            continue
        why = {
            row: Phrase(
                "“{word}” in the column “{column}” is no number; it is filled as if nothing stood there.",
                word=word[:20],
                column=each.name,
            )
            for row, word in each.cells.words.items()
        }
        for row in each.cells.beyond:
            why[row] = Phrase(
                "The number in the column “{column}” is infinite, or beyond {most:.2g}; it is filled as if nothing "
                "stood there.",
                column=each.name,
                most=float(np.finfo(np.float32).max),
            )
        found += [(row, reason) for row, reason in sorted(why.items())]
    return [Rejected(Phrase("row {number}", number=records[row]), reason) for row, reason in found]


def _label_note(label: Column) -> Phrase:
    if label.use is Use.TARGET:
        return Phrase("The number to be found is the column “{name}”.", name=label.name)
    return Phrase("The label is the column “{name}”.", name=label.name)


def _notes(columns: Sequence[Column], used: Sequence[Column]) -> list[Phrase]:
    """Say which columns became categories and which were left out."""
    categories = [each.name for each in used if each.use is Use.CATEGORY]
    notes = []
    if categories:
        names = Phrase.listed((f"“{name}”" for name in categories), MOST_NAMED)
        notes.append(Phrase("Categories, a feature for each value: {names}.", names=names))
    part = next((each for each in columns if each.use is Use.PART), None)
    if part is not None and part.cells.missing:
        notes.append(
            Phrase(
                "Rows of which “{name}” says nothing are learnt from: {count:,}.",
                name=part.name,
                count=part.cells.missing,
            )
        )
    by_reason: dict[Phrase | None, list[str]] = {}
    for each in columns:
        if each.use is Use.LEFT_OUT:
            by_reason.setdefault(each.why, []).append(f"“{each.name}”")
    for why, names_left in by_reason.items():
        names = Phrase.listed(names_left, MOST_NAMED)
        if why is None:
            notes.append(Phrase("Left out: {names}.", names=names))
        else:
            notes.append(Phrase("Left out: {names}. {why}", names=names, why=why))
    return notes


def _repeated(same: NDArray[np.int64], labels: NDArray[np.int64]) -> list[Phrase]:
    """Say how many rows are there more than once, and how many of them under several labels."""
    notes = []
    counts = Counter(same.tolist())
    repeated = sum(count - 1 for count in counts.values())
    if repeated:
        notes.append(
            Phrase("Rows that are the same as another one in every feature: {count:,}.", count=repeated)
        )
    pairs = {*zip(same.tolist(), labels.tolist(), strict=True)}
    disputed = sum(count > 1 for count in Counter(group for group, _ in pairs).values())
    if disputed:
        notes.append(Phrase("Rows that stand under several labels: {count:,}.", count=disputed))
    return notes
