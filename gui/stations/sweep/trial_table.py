"""The table of trials: sortable by every column, several to choose, to be copied."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from engine.sweep.plan import Goal
from engine.sweep.trial import TrialState
from gui.bench.value_words import MISSING, duration
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.look.words import joined, loss_text, percent
from gui.stations.sweep import words
from gui.widgets.tables.model import Role, TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent

    from engine.goals.goal import Goal as Aim
    from engine.sweep.ranges import Range
    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene

SIGNS = {
    TrialState.WAITING: ("more", "text_muted"),
    TrialState.RUNNING: ("play", "accent"),
    TrialState.DONE: ("check", "success"),
    TrialState.ENDED_EARLY: ("stop", "text_muted"),
    TrialState.FAILED: ("error", "error"),
    TrialState.LOST: ("warning", "warning"),
}


FITTED = 20  # trials, after which the columns are given room once more


class TrialModel(TableModel["Trial"]):
    """Trials as rows, in the order of the chosen column."""

    tells_of_each = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._asked: tuple[object, object] = (None, None)  # what the columns were made for
        self._shown: tuple[Trial, ...] = ()
        self._best: Trial | None = None
        follow_language(self, self._say_columns)

    def set_scene(self, scene: Scene) -> None:
        """Show the trials of a sweep."""
        self._scene = scene
        if self._asked != (scene.sweep, tuple(scene.labels.values())):
            self.beginResetModel()
            self._rows, self._shown = [], ()
            self._make_columns()
            self.endResetModel()
        if scene.trials is not self._shown or scene.best is not self._best:
            self._shown, self._best = scene.trials, scene.best
            self.show_rows(self.sorted(scene.trials))

    def identity(self, row: Trial) -> int:
        return row.number

    def sorted(self, rows: Iterable[Trial]) -> list[Trial]:
        """Return rows in the order of the chosen column; as they come where this sweep has no such column."""
        return super().sorted(rows) if self._column < len(self.columns) else list(rows)

    def row_of(self, number: int) -> int:
        """Return where a trial stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.number == number), -1)

    def _say_columns(self) -> None:
        self._make_columns()
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_changed(0, len(self._rows) - 1)

    def _make_columns(self) -> None:
        scene = self._scene
        if scene is None:
            return
        self._asked = (scene.sweep, tuple(scene.labels.values()))
        goal, aim = scene.sweep.plan.goal, scene.sweep.plan.aim
        self.columns = (
            TableColumn["Trial"](
                lambda: self.tr("Trial"),
                lambda row: QLocale().toString(row.ordinal),
                key=lambda row: row.number,
                icon=_sign,
                tip=lambda row: joined((words.state_word(row), words.trial_more(row))),
                is_bold=self._is_best,
                is_number=True,
            ),
            TableColumn["Trial"](
                lambda: words.goal_short(goal, aim),
                lambda row: words.goal_text(goal, row.goal),
                lambda: words.goal_help(goal, aim),
                key=lambda row: _sortable(row.goal),
                is_bold=self._is_best,
                is_number=True,
            ),
            *(self._setting_column(each) for each in scene.ranges),
            TableColumn["Trial"](lambda: self.tr("State"), words.state_word, tip=words.trial_more),
            _numbers(
                lambda: self.tr("Epochs"), lambda row: QLocale().toString(row.epochs), lambda row: row.epochs
            ),
            _numbers(
                lambda: self.tr("Time"),
                lambda row: duration(row.seconds) if row.seconds else MISSING,
                lambda row: row.seconds,
                lambda: self.tr("Time spent in training, pauses left out"),
            ),
            self._other_column(goal, aim),
            _numbers(
                lambda: self.tr("Parameters"),
                lambda row: QLocale().toString(row.parameters) if row.parameters else MISSING,
                lambda row: row.parameters,
            ),
        )

    def _other_column(self, goal: Goal, aim: Aim) -> TableColumn[Trial]:
        """Return what was measured beside the goal, which has a column already."""
        if goal is Goal.LOSS:
            return _numbers(
                lambda: words.best_measure(aim),
                lambda row: percent(row.accuracy),
                lambda row: _sortable(row.accuracy),
            )
        return _numbers(
            lambda: self.tr("Best loss"), lambda row: loss_text(row.loss), lambda row: _sortable(row.loss)
        )

    def _setting_column(self, what: Range) -> TableColumn[Trial]:
        path, label = what.path, self._scene.labels[what.path] if self._scene is not None else what.path
        is_number = not what.choices or all(
            isinstance(choice, int | float) and not isinstance(choice, bool) for choice in what.choices
        )

        def key(row: Trial) -> Any:
            value = row.values.get(path)
            if is_number:
                return _sortable(value if isinstance(value, int | float) else None)
            return words.value_text(path, value)

        return TableColumn["Trial"](
            label,
            lambda row: words.value_text(path, row.values.get(path)),
            label,
            key=key,
            is_number=is_number,
        )

    def _is_best(self, row: Trial) -> bool:
        best = self._scene.best if self._scene is not None else None
        return best is not None and best.number == row.number


def _numbers(title: Any, text: Any, key: Any, help_text: Any = "") -> TableColumn[Trial]:
    return TableColumn(title, text, help_text or title, key=key, is_number=True)


def _sign(row: Trial) -> QIcon:
    return icons.icon(*SIGNS[row.state])


def _sortable(value: float | None) -> float:
    return -math.inf if value is None or not math.isfinite(value) else value


class TrialTable(DenseTable):
    """The table on the screen.

    Signals:
        chosen_changed: Other trials are chosen by hand (their numbers, the current one first).
    """

    chosen_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="sweepTable", accessible=lambda: self.tr("Trials"))
        self.painting_seconds = 0.0  # that painting has taken so far
        self._model = TrialModel(self)
        self._is_showing = False
        self.setModel(self._model)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setResizeContentsPrecision(60)
        self._fitted: tuple[
            object, ...
        ] = ()  # for which sweep, in which words and sizes the columns have room
        sized(self.horizontalHeader().setMinimumSectionSize, 72)
        self.setMinimumHeight(120)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def model_of_trials(self) -> TrialModel:
        """What is shown."""
        return self._model

    def set_scene(self, scene: Scene) -> None:
        """Show the trials of a sweep, and those that are chosen as chosen."""
        self._is_showing = True
        self._model.set_scene(scene)
        wants = (
            scene.sweep,
            tuple(scene.labels.values()),
            len(scene.trials) > FITTED,
            self.fontMetrics().height(),
        )
        if wants != self._fitted:  # not with every trial: it asks for every cell
            self._fitted = wants
            self.resizeColumnsToContents()
        if set(self._chosen()) != set(scene.chosen):
            selection = QItemSelection()
            places = [place for place in map(self._model.row_of, scene.chosen) if place >= 0]
            last = len(self._model.columns) - 1
            for place in places:
                selection.select(self._model.index(place, 0), self._model.index(place, last))
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if places:
                index = self._model.index(places[0], 0)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(index)
        self._is_showing = False

    def _chosen(self) -> tuple[int, ...]:
        """Return the numbers of the chosen trials, the current one first."""
        rows = self._model.rows
        numbers = [rows[index.row()].number for index in self.selectionModel().selectedRows()]
        current = self.currentIndex()
        if current.isValid() and current.row() < len(rows):
            foremost = rows[current.row()].number
            numbers.sort(key=lambda number: (number != foremost, number))
        return tuple(numbers)

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_showing:
            self.chosen_changed.emit(self._chosen())

    def paintEvent(self, event: QPaintEvent) -> None:
        started = time.perf_counter()
        super().paintEvent(event)
        self.painting_seconds += time.perf_counter() - started

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen trials."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """Return the heads and the chosen rows, or all of them where none is chosen, as a spreadsheet takes them."""
        rows: Sequence[int] = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = rows or range(self._model.rowCount())
        columns = range(self._model.columnCount())
        heads = [str(self._model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        lines = [heads] + [
            [str(self._model.data(self._model.index(row, column), Role.DisplayRole)) for column in columns]
            for row in rows
        ]
        return "\n".join("\t".join(line) for line in lines)
