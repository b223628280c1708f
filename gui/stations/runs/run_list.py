"""The table of runs on the screen: widths that fit the page, names edited in place, a selection that lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QItemSelection,
    QItemSelectionModel,
    QSize,
    Qt,
    QTime,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStyledItemDelegate

from engine.storage.runs.file.label import NAME_LIMIT
from gui.bench.value_words import duration
from gui.look import theme
from gui.look.moments import short_time
from gui.look.spoken import follow_language, said
from gui.look.text_size import px, sized
from gui.look.words import percent
from gui.stations.runs.dots import SIZE
from gui.stations.runs.run_table import Column, RunTable
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from engine.storage.runs.summary import RunSummary

ROW_ROOM = 9  # pixels above and below the words of a row
CELL_ROOM = 14  # pixels beside the words of a cell
HEADING_ROOM = 20  # pixels beside those of a heading
NAME_SHARE = 0.52  # of the width that the other columns leave to name and settings
LEAST_ROWS = 3  # in sight
MIN_WIDTH = 80  # pixels; so much of a name is always in sight
MOST_WIDTH = 200  # pixels; so much of a name is in sight where the table is scrolled anyway
MEASURED = 30  # rows below those in sight whose names are measured, at every change of the width
SHARING = (Column.NAME, Column.SETTINGS)


class NameDelegate(QStyledItemDelegate):
    """Edits names, no longer than they may be."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Make the field in which a name is typed."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(NAME_LIMIT)
        return editor


class RunList(DenseTable):
    """Every run in a line.

    Signals:
        chosen_changed: Other runs are chosen.
        delete_wanted: The chosen runs are to be deleted.
    """

    chosen_changed = Signal()
    delete_wanted = Signal()

    def __init__(self, table: RunTable, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_room=ROW_ROOM)
        self.setObjectName("runsTable")
        self._table = table
        self._waiting: tuple[Iterable[RunSummary], Mapping[str, str]] | None = None
        self._chosen: tuple[str, ...] = ()
        self._is_resetting = False
        self._is_sought = False  # whether the current run is to stay in sight
        self.setModel(table)
        self._build_ui()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.modelAboutToBeReset.connect(self._on_table_about_to_be_reset)
        table.modelReset.connect(self._on_table_reset)
        self.verticalScrollBar().actionTriggered.connect(self._on_bar_moved)

    def _build_ui(self) -> None:
        said(self.setAccessibleName, lambda: self.tr("Runs"))
        self.setItemDelegate(NameDelegate(self))
        sized(self.setIconSize, QSize(SIZE, SIZE))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.BEGUN, Qt.SortOrder.DescendingOrder)
        follow_language(self, self._fit_columns)

    def _fit_columns(self) -> None:
        """Give each column the room of its usual words; name and settings share what is left."""
        head = self.horizontalHeader()
        head.setMinimumSectionSize(48)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        share = f"{percent(0.9876)} R²"
        samples = {
            Column.STATE: (f"{self.tr('Interrupted')} 9/10", px(SIZE) + 4),
            Column.BEGUN: (short_time(QDateTime(QDate(2024, 11, 30), QTime(23, 58))), 0),
            Column.DATA: (self.tr("Generated digits"), 0),
            Column.NETWORK: ("conv16-conv32", 0),
            Column.VALIDATION: (share, 0),
            Column.TEST: (share, 0),
            Column.TIME: (duration(11 * 3600), 0),
        }
        for column, (text, more) in samples.items():
            heading = str(self._table.headerData(column, Qt.Orientation.Horizontal))
            advance = self.fontMetrics().horizontalAdvance
            self.setColumnWidth(
                column, max(advance(text) + CELL_ROOM + more, advance(heading) + HEADING_ROOM)
            )
        self._share_rest()

    def minimumSizeHint(self) -> QSize:
        """Return the height of the headings and of a few runs."""
        head, bar = self.horizontalHeader().sizeHint(), self.horizontalScrollBar().sizeHint()
        rows = LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), head.height() + rows + bar.height() + 2)

    def _share_rest(self) -> None:
        head = self.horizontalHeader()
        others = sum(head.sectionSize(column) for column in Column if column not in SHARING)
        rest, least = self.viewport().width() - others, px(MIN_WIDTH)
        is_scrolled = rest < 2 * least
        most = px(MOST_WIDTH) if is_scrolled else rest - least
        name = max(least, round(NAME_SHARE * rest), min(self.sizeHintForColumn(Column.NAME), most))
        self.setColumnWidth(Column.NAME, name)
        self.setColumnWidth(Column.SETTINGS, max(least, rest - name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let name and settings take what there is."""
        super().resizeEvent(event)
        self._share_rest()
        if self._is_sought:  # a page that was just turned to has its size after the run was asked for
            self.scrollTo(self.currentIndex())

    # What is shown and chosen

    def set_runs(self, runs: Iterable[RunSummary], data_titles: Mapping[str, str]) -> None:
        """Show these runs; while a name is being typed they wait until that is done."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = runs, data_titles
        else:
            self._table.set_runs(runs, data_titles)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen runs, in the order in which they stand."""
        return self._chosen

    def choose(self, names: Collection[str]) -> None:
        """Choose runs by their ids; the first of them is brought into sight."""
        rows = [place for place, name in enumerate(self._table.ids()) if name in names]
        self._select(rows)
        if rows:
            index = self._table.index(rows[0], Column.NAME)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
            self._is_sought = True

    @Slot()
    def _on_bar_moved(self) -> None:
        self._is_sought = False

    def rename_current(self) -> None:
        """Let the name of the chosen run be typed."""
        if self._chosen:
            index = self._table.index(self._table.row_of(self._chosen[0]), Column.NAME)
            self.setCurrentIndex(index)
            self.edit(index)

    def _select(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for row in rows:
            selection.select(self._table.index(row, 0), self._table.index(row, len(Column) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def _on_selection_changed(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        chosen = tuple(self._table.run_at(row).id for row in rows)
        if not self._is_resetting and chosen != self._chosen:
            self._chosen = chosen
            self.chosen_changed.emit()

    @Slot()
    def _on_table_about_to_be_reset(self) -> None:
        self._is_resetting = True
        current = self.currentIndex()
        self._current = self._table.run_at(current.row()).id if current.isValid() else ""
        self._scrolled = self.verticalScrollBar().value()

    @Slot()
    def _on_table_reset(self) -> None:
        self._select([place for place, name in enumerate(self._table.ids()) if name in self._chosen])
        row = self._table.row_of(self._current)
        if row >= 0:
            index = self._table.index(row, Column.NAME)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._share_rest()
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._scrolled)
        self._is_resetting = False
        self._on_selection_changed()

    # Keys, names, painting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete by a key."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Catch up with what came while a name was typed."""
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._table.set_runs(*waiting)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._table.rowCount() and (self._table.total or self._table.is_all_hidden):
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().color("text_muted"))
            area = self.viewport().rect()
            words = self.tr("No run has all these words.")
            if self._table.is_all_hidden:
                words = self.tr("There are trials of sweeps alone. The button above shows them.")
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            painter.end()
