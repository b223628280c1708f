"""Precision, recall, F1 and the number of images of each class, sortable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import percent
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.evaluation.report import Report

MISSING = "–"


class ClassRow(NamedTuple):
    """What is told of a class; shares are nan where there is none."""

    place: int
    name: str
    precision: float
    recall: float
    f1: float
    images: int


class ClassModel(TableModel[ClassRow]):
    """Classes as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        follow_language(self, self._say_columns)

    def _say_columns(self) -> None:
        precision, recall, f1 = (
            self.tr("Of the examples that get this answer, how many are of the class"),
            self.tr("Of the examples of the class, how many are found"),
            self.tr("The harmonic mean of precision and recall"),
        )
        self.columns = (
            TableColumn[ClassRow](self.tr("Class"), lambda row: row.name, key=lambda row: row.place),
            _share(self.tr("Precision"), precision, lambda row: row.precision),
            _share(self.tr("Recall"), recall, lambda row: row.recall),
            _share("F1", f1, lambda row: row.f1),
            TableColumn[ClassRow](
                self.tr("Examples"),
                lambda row: QLocale().toString(row.images),
                self.tr("How many examples of the class were measured"),
                key=lambda row: row.images,
                is_number=True,
            ),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_changed(0, len(self.rows) - 1)

    def set_report(self, report: Report) -> None:
        """Show the classes of a report."""
        columns = (report.precision, report.recall, report.f1, report.support)
        numbers = zip(report.classes, *(values.tolist() for values in columns), strict=True)
        self.show_rows(self.sorted(ClassRow(place, *row) for place, row in enumerate(numbers)))


def _share(title: str, help_text: str, value: Callable[[ClassRow], float]) -> TableColumn[ClassRow]:
    """Describe a column of shares, shown in percent."""

    def text(row: ClassRow) -> str:
        return percent(value(row), 1)

    def key(row: ClassRow) -> float:
        return -1.0 if math.isnan(value(row)) else value(row)

    return TableColumn(title, text, help_text, key=key, is_number=True)


class ClassTable(DenseTable):
    """The table on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="classTable", accessible=lambda: self.tr("Classes"))
        self._model = ClassModel(self)
        self.setModel(self._model)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def set_report(self, report: Report) -> None:
        """Show the classes of a report."""
        self._model.set_report(report)
