"""Precision, recall, F1 and the number of images of each class, sortable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.look import theme

if TYPE_CHECKING:
    from engine.evaluation import Report

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
ROW_ROOM = 8  # pixels above and below the words of a row
SORT_ROLE = Role.UserRole
MISSING = "–"


class ClassModel(QAbstractTableModel):
    """Classes as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._values: list[tuple[str, float, float, float, int]] = []
        self._heads = (
            (self.tr("Class"), ""),
            (self.tr("Precision"), self.tr("Of the images that get this answer, how many are of the class")),
            (self.tr("Recall"), self.tr("Of the images of the class, how many are found")),
            ("F1", self.tr("The harmonic mean of precision and recall")),
            (self.tr("Images"), self.tr("How many images of the class were measured")),
        )

    def set_report(self, report: Report) -> None:
        """Show the classes of a report."""
        rows = zip(
            report.classes,
            *(values.tolist() for values in (report.precision, report.recall, report.f1, report.support)),
            strict=True,
        )
        self.beginResetModel()
        self._values = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many classes there are."""
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how much is told of each."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        value = self._values[index.row()][index.column()]
        if role == Role.DisplayRole:
            return _text(value)
        if role == SORT_ROLE:
            return index.row() if isinstance(value, str) else -1.0 if math.isnan(value) else value
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what a column tells."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return (
            self._heads[section][role == Role.ToolTipRole]
            if role in (Role.DisplayRole, Role.ToolTipRole)
            else None
        )


class ClassTable(QTableView):
    """The table on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classTable")
        self.setAccessibleName(self.tr("Classes"))
        self._model = ClassModel(self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSortRole(SORT_ROLE)
        proxy.setSourceModel(self._model)
        self.setModel(proxy)
        self.setFont(theme.tabular_font(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_ROOM)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def set_report(self, report: Report) -> None:
        """Show the classes of a report."""
        self._model.set_report(report)


def _text(value: str | float) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return QLocale().toString(value)
    if math.isnan(value):
        return MISSING
    words = QCoreApplication.translate("ClassModel", "{number}\u00a0%")
    return words.format(number=QLocale().toString(100 * value, "f", 1))
