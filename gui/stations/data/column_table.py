"""The columns of a table that is brought in, a line each: what becomes of it, and what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from engine.data.tables.column import LABELS, Use
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import listed, translate_engine
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from engine.data.tables.column import Column

MOST_VALUES = 4  # that are named
LOOKED_AT = 200  # rows
VALUES = 2  # the column that they stand in
WIDEST = 150  # pixels of another column


class ColumnModel(TableModel["Column"]):
    """Columns as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        follow_language(self, self._say_columns)

    def identity(self, row: Column) -> Hashable:
        return row.name

    def _say_columns(self) -> None:
        self.columns = (
            TableColumn["Column"](self.tr("Column"), lambda row: row.name, is_bold=_is_label),
            TableColumn["Column"](
                self.tr("Becomes"), lambda row: self.use_words(row.use), tip=_why, is_bold=_is_label
            ),
            TableColumn["Column"](self.tr("Values"), _values),
            TableColumn["Column"](
                self.tr("Different"),
                lambda row: QLocale().toString(row.different),
                self.tr("How many different values stand in it"),
                is_number=True,
            ),
            TableColumn["Column"](
                self.tr("Missing"),
                lambda row: QLocale().toString(row.cells.missing) if row.cells.missing else "",
                self.tr("In how many rows nothing stands"),
                is_number=True,
            ),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_changed(0, len(self.rows) - 1)

    def use_words(self, use: Use) -> str:
        """Return what becomes of a column, as a person reads it."""
        return {
            Use.NUMBER: self.tr("number"),
            Use.CATEGORY: self.tr("category"),
            Use.LABEL: self.tr("label"),
            Use.TARGET: self.tr("number to be found"),
            Use.PART: self.tr("part: training or test"),
            Use.LEFT_OUT: self.tr("left out"),
        }[use]


def _is_label(row: Column) -> bool:
    return row.use in LABELS


def _why(row: Column) -> str:
    return "" if row.why is None else translate_engine(row.why)


def _values(row: Column) -> str:
    """Return the first few different values."""
    found: dict[str, None] = {}
    for text in row.cells.first(LOOKED_AT):
        found.setdefault(text)
        if len(found) > MOST_VALUES:
            break
    return listed(list(found)[:MOST_VALUES], goes_on=row.different > MOST_VALUES)


class ColumnTable(DenseTable):
    """The table on the screen.

    Signals:
        chosen: Another column is chosen (its name).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_room=6)
        dressed(self, name="importColumns", accessible=lambda: self.tr("Columns"))
        self._model = ColumnModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(VALUES, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show columns; the chosen one stays so."""
        is_new = [each.name for each in columns] != [each.name for each in self._model.rows]
        self._model.show_rows(columns)
        if is_new and columns:
            self.setCurrentIndex(self._model.index(0, 0))
            heads = self.horizontalHeader()
            for place in range(len(self._model.columns)):
                wide = max(self.sizeHintForColumn(place), heads.sectionSizeHint(place))
                if place != VALUES:
                    heads.resizeSection(place, min(wide, px(WIDEST)))

    def column(self) -> Column | None:
        """Return the chosen column."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    def choose(self, name: str) -> None:
        """Choose a column by its name."""
        place = next((place for place, each in enumerate(self._model.rows) if each.name == name), -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, 0))

    def use_words(self, use: Use) -> str:
        """Return what becomes of a column, as a person reads it."""
        return self._model.use_words(use)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.rows[current.row()].name)
