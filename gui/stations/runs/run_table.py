"""The table of runs as a model: sorted, filtered, and brought up to date without losing what is selected.

It sorts and filters its own rows: a proxy of Qt's would ask for every value through Python some 20,000 times for
2,000 runs.
"""

from __future__ import annotations

import math
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from engine.storage.runs.summary import RunStatus
from gui.stations.runs import run_words
from gui.stations.runs.dots import dot, sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from engine.storage.runs.summary import RunSummary

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole


class Column(IntEnum):
    """What is told of each run."""

    NAME = 0
    STATE = 1
    BEGUN = 2
    DATA = 3
    NETWORK = 4
    SETTINGS = 5
    VALIDATION = 6
    TEST = 7
    TIME = 8


NUMBERS = frozenset({Column.VALIDATION, Column.TEST, Column.TIME})
STATE_ORDER = {status: place for place, status in enumerate(RunStatus)}


class RunRow:
    """A run with its words, each made when it is first asked for.

    Args:
        run: The run.
        data_title: Name of its data set as a person reads it.
    """

    __slots__ = ("_changes", "_words", "data_title", "run")

    def __init__(self, run: RunSummary, data_title: str) -> None:
        self.run = run
        self.data_title = data_title
        self._changes: str | None = None
        self._words = ""

    @property
    def changes(self) -> str:
        """The settings that differ from the preset's."""
        if self._changes is None:
            self._changes = run_words.changes_text(self.run)
        return self._changes

    @property
    def words(self) -> str:
        """All that a filter looks into, in small letters."""
        if not self._words:
            parts = (
                *(self.run.name, self.run.id, self.run.preset, self.data_title),
                *(run_words.network(self.run.experiment), self.changes),
                run_words.status_word(self.run.status),
            )
            self._words = "\n".join(parts).casefold()
        return self._words

    def text(self, column: Column) -> str:
        """Return what stands in a cell."""
        run = self.run
        match column:
            case Column.NAME:
                return run.name
            case Column.STATE:
                return run_words.status_text(run)
            case Column.BEGUN:
                return run_words.begun(run)
            case Column.DATA:
                return self.data_title
            case Column.NETWORK:
                return run_words.network(run.experiment)
            case Column.SETTINGS:
                return self.changes or run_words.MISSING
            case Column.VALIDATION:
                return run_words.percent(run.validation_accuracy)
            case Column.TEST:
                return run_words.percent(run.test_accuracy)
            case Column.TIME:
                return run_words.duration(run.seconds)

    def key(self, column: Column) -> Any:
        """Return what a column is sorted by."""
        run = self.run
        match column:
            case Column.STATE:
                return STATE_ORDER[run.status], run.epoch
            case Column.BEGUN:
                return run.created
            case Column.NETWORK:
                return run.parameters, run.experiment.network.summary
            case Column.VALIDATION:
                return _sortable(run.validation_accuracy)
            case Column.TEST:
                return _sortable(run.test_accuracy)
            case Column.TIME:
                return run.seconds
            case _:
                return natural(self.text(column))


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts ``run-9`` before ``run-10``."""
    parts: list[tuple[int, int, str]] = []
    rest = text.casefold()
    while rest:
        is_number = rest[0].isdecimal()
        length = next((place for place, sign in enumerate(rest) if sign.isdecimal() != is_number), len(rest))
        part, rest = rest[:length], rest[length:]
        parts.append((0, int(part), "") if is_number else (1, 0, part))
    return tuple(parts)


def _sortable(value: float | None) -> float:
    return -math.inf if value is None or not math.isfinite(value) else value


class RunTable(QAbstractTableModel):
    """The runs that pass the filter, in the order of the chosen column.

    Signals:
        renamed: A run was given a name by hand (its id, the name).
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, RunRow] = {}
        self._rows: list[RunRow] = []
        self._words: tuple[str, ...] = ()
        self._column, self._order = Column.BEGUN, Qt.SortOrder.DescendingOrder
        self._colours: Mapping[str, int] = {}

    # What is in it

    def set_runs(self, runs: Iterable[RunSummary], data_titles: Mapping[str, str]) -> None:
        """Show these runs; the words of those that have not changed are kept."""
        before = self._all
        self._all = {}
        for run in runs:
            title = data_titles.get(run.experiment.data.dataset, run.experiment.data.dataset)
            kept = before.get(run.id)
            same = kept is not None and kept.run is run and kept.data_title == title
            self._all[run.id] = kept if same and kept is not None else RunRow(run, title)
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show the runs alone in which each of these words occurs."""
        self._words = tuple(text.casefold().split())
        self._arrange()

    def set_curve_colours(self, colours: Mapping[str, int]) -> None:
        """Say in which colours runs are drawn beside the table."""
        self._colours = dict(colours)
        self._tell_changed(0, len(self._rows) - 1, Column.NAME)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the runs in the order of a column; the newest come first among equals."""
        self._column, self._order = Column(column), order
        self._arrange()

    @property
    def total(self) -> int:
        """How many runs there are, also those that the filter holds back."""
        return len(self._all)

    def ids(self) -> tuple[str, ...]:
        """Return the runs in the order in which they stand."""
        return tuple(row.run.id for row in self._rows)

    def run_at(self, row: int) -> RunSummary:
        """Return the run of a row."""
        return self._rows[row].run

    def row_of(self, name: str) -> int:
        """Return the row of a run, or -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.run.id == name), -1)

    def _arrange(self) -> None:
        rows = [row for row in self._all.values() if all(word in row.words for word in self._words)]
        rows.sort(key=lambda row: row.run.created, reverse=True)
        is_falling = self._order == Qt.SortOrder.DescendingOrder
        rows.sort(key=lambda row: row.key(self._column), reverse=is_falling)
        before, after = self.ids(), tuple(row.run.id for row in rows)
        if before == after:
            self._replace(rows)
        elif len(before) == len(after) and set(before) == set(after):
            self._move(rows)
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _replace(self, rows: list[RunRow]) -> None:
        changed = [place for place, row in enumerate(rows) if row is not self._rows[place]]
        self._rows = rows
        if changed:
            self._tell_changed(changed[0], changed[-1])

    def _move(self, rows: list[RunRow]) -> None:
        """Take a new order of the same runs; what points at a run keeps pointing at it."""
        self.layoutAboutToBeChanged.emit()
        places = {row.run.id: place for place, row in enumerate(rows)}
        old = self.persistentIndexList()
        new = [self.index(places[self._rows[item.row()].run.id], item.column()) for item in old]
        self._rows = rows
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell_changed(self, first: int, last: int, column: Column | None = None) -> None:
        if first <= last:
            left, right = (column, column) if column is not None else (Column.NAME, Column.TIME)
            self.dataChanged.emit(self.index(first, left), self.index(last, right))

    # What views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many runs are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how much is told of each."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited in their place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NAME else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Role.DisplayRole | Role.EditRole:
                return row.text(column)
            case Role.DecorationRole:
                return self._decoration(row, column)
            case Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Role.ToolTipRole:
                return self._help(row, column)
            case Role.FontRole:
                return _bold() if column == Column.NAME and row.run.baseline else None
        return None

    def _decoration(self, row: RunRow, column: Column) -> Any:
        if column == Column.NAME:
            colour = self._colours.get(row.run.id, row.run.colour)
            return dot(colour, pinned=row.run.baseline)
        if column == Column.STATE:
            return sign(*run_words.SIGNS[row.run.status])
        return None

    def _help(self, row: RunRow, column: Column) -> str:
        run = row.run
        match column:
            case Column.NAME:
                baseline = self.tr("{name}: the others are compared with it")
                return baseline.format(name=run.name) if run.baseline else run.name
            case Column.STATE:
                return run_words.status_help(run)
            case Column.BEGUN:
                return run_words.begun_in_full(run)
            case Column.SETTINGS:
                return row.changes.replace(", ", "\n") or self.tr("As in its preset")
            case Column.VALIDATION if run.best_epoch:
                return self.tr("Best at epoch {epoch}").format(epoch=run.best_epoch)
        return row.text(column)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand on a name that was typed; it stands in the table once it is kept."""
        if role != Role.EditRole or not index.isValid():
            return False
        run = self._rows[index.row()].run
        if str(value).strip() != run.name:
            self.renamed.emit(run.id, str(value).strip())
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if Column(section) in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        words, helps = self._headings()
        return (
            words[section]
            if role == Role.DisplayRole
            else helps[section]
            if role == Role.ToolTipRole
            else None
        )

    def _headings(self) -> tuple[Sequence[str], Sequence[str]]:
        words = (
            self.tr("Name"), self.tr("State"), self.tr("Begun"), self.tr("Data"), self.tr("Network"),
            self.tr("Settings"), self.tr("Validation"), self.tr("Test"), self.tr("Time"),
        )  # fmt: skip
        helps = (
            self.tr("Name; F2 changes it"),
            self.tr("What became of the run"),
            self.tr("When the run was begun"),
            self.tr("Data set"),
            self.tr("Hidden layers; sorted by the number of parameters"),
            self.tr("Settings that differ from the preset's"),
            self.tr("Best accuracy on the validation images"),
            self.tr("Accuracy on the test images at the end"),
            self.tr("Time spent in training, pauses left out"),
        )
        return words, helps


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
