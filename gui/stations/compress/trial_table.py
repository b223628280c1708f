"""The table of what was tried, the original first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QItemSelection,
    QLocale,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from engine.compress.registry import METHODS
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import plain_number
from gui.stations.compress.words import amount_words, bytes_words, measure_words, method_words
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from engine.compress.trial import Measure, Trial
    from gui.stations.compress.study import Study

NOTHING = "–"
CONTROL = 4  # the column that is there where a method has a control


class TrialModel(TableModel["Trial"]):
    """Trials as rows; the original stays above all others however they are sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        follow_language(self, self._say_columns)

    def show_study(self, study: Study | None) -> None:
        """Show the trials of a model."""
        self._study = study
        original = None if study is None else study.original
        self.show_rows([] if study is None or original is None else self.sorted([original, *study.trials]))

    def sorted(self, rows: Iterable[Trial]) -> list[Trial]:
        """Return rows in the order of the chosen column, of trying without one, the original first."""
        tried = [] if self._study is None else self._study.trials
        if self._column < 0:
            return sorted(rows, key=lambda row: tried.index(row) if row in tried else -1)
        return sorted(super().sorted(rows), key=lambda row: bool(row.method))

    def _say_columns(self) -> None:
        self.columns = (
            TableColumn["Trial"](
                self.tr("Method"), method_words, key=lambda row: ["", *METHODS].index(row.method)
            ),
            _numbers(
                self.tr("Amount"),
                lambda row: amount_words(METHODS[row.method].amount, row.amount) if row.method else NOTHING,
                self.tr("How much of it, as the slider says it"),
                lambda row: row.amount,
            ),
            _numbers(
                self.tr("Epochs"),
                lambda row: QLocale().toString(row.finetune) if row.method else NOTHING,
                self.tr("Epochs of fine-tuning after it"),
                lambda row: row.finetune,
            ),
            _numbers(
                self.tr("Accuracy"),
                lambda row: measure_words(row.validation),
                self.tr(
                    "Of the validation examples, those read right; between which bounds the true share lies with "
                    "95\u00a0% confidence"
                ),
                lambda row: _share(row.validation),
            ),
            _numbers(
                self.tr("From scratch"),
                lambda row: measure_words(row.control),
                self.tr(
                    "What the same smaller network reaches on the validation examples when it is trained from random "
                    "weights for as many epochs as this one was fine-tuned; only where its shape is another"
                ),
                lambda row: _share(row.control),
            ),
            _numbers(
                self.tr("Bytes"),
                self._bytes,
                self.tr(
                    "The weights as the method lets them be packed, and gzipped; and of how much that is"
                ),
                lambda row: row.size,
            ),
            _numbers(
                self.tr("ms an example"),
                lambda row: plain_number(row.milliseconds),
                self.tr("Milliseconds of one answer on this computer, the least of some"),
                lambda row: row.milliseconds,
            ),
            _numbers(
                self.tr("Seconds"),
                lambda row: plain_number(row.seconds, 2),
                self.tr("How long the try took, fine-tuning and measuring included"),
                lambda row: row.seconds,
            ),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_changed(0, len(self.rows) - 1)

    def _bytes(self, row: Trial) -> str:
        study = self._study
        return "" if study is None or study.original is None else bytes_words(row, study.original)


def _numbers(title: str, text: Any, help_text: str, key: Any) -> TableColumn[Trial]:
    return TableColumn(title, text, help_text, key=key, is_number=True)


def _share(measure: Measure | None) -> float:
    return -1.0 if measure is None else measure.accuracy


class TrialTable(DenseTable):
    """The table on the screen.

    Signals:
        chosen: Another row is chosen, or none.
    """

    chosen = Signal()

    _is_made = False  # Qt already gives it a size while it is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="trialTable", accessible=lambda: self.tr("What was tried"))
        self._model = TrialModel(self)
        self.setModel(self._model)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(120)
        self._is_made = True

    @property
    def trial(self) -> Trial | None:
        """The chosen one, or None."""
        chosen = self.selectionModel().selectedRows()
        return self._model.rows[chosen[0].row()] if chosen else None

    @property
    def trials(self) -> Sequence[Trial]:
        """All rows, as they stand."""
        return self._model.rows

    def show_study(self, study: Study | None) -> None:
        """Show the trials of a model; one that was chosen stays so."""
        before = self.trial
        self._model.show_study(study)
        self.setColumnHidden(CONTROL, all(row.control is None for row in self._model.rows))
        self._give_room()
        if before is not None and before in self._model.rows:
            self.choose(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Let methods fill what is left of the width, or be read in full where that is too little."""
        if not self._is_made:
            return
        head = self.horizontalHeader()
        shown = [column for column in range(head.count()) if not head.isSectionHidden(column)]
        needed = sum(max(self.sizeHintForColumn(each), head.sectionSizeHint(each)) for each in shown)
        fits = needed <= self.viewport().width()
        modes = QHeaderView.ResizeMode
        head.setSectionResizeMode(0, modes.Stretch if fits else modes.ResizeToContents)

    def choose(self, trial: Trial | None) -> None:
        """Choose a row, or none."""
        if trial is self.trial:
            return
        if trial is None:
            self.clearSelection()
            self.setCurrentIndex(self._model.index(-1, -1))
        else:
            self.selectRow(list(self._model.rows).index(trial))

    def bring(self, trial: Trial, *, choose: bool) -> None:
        """Bring a trial into sight, where it is one of these, and perhaps choose it."""
        if choose and trial in self._model.rows:
            self.choose(trial)
        QTimer.singleShot(0, self, partial(self._scroll_to, trial))  # once all around has its room

    def _scroll_to(self, trial: Trial) -> None:
        rows = self._model.rows
        if trial in rows:
            self.scrollTo(self._model.index(list(rows).index(trial), 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()
