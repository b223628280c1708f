"""A table of chosen runs side by side: their results, and only those settings in which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.look import theme
from gui.stations.runs.compare_rows import compare_rows
from gui.stations.runs.dots import SIZE, dot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.storage.runs.summary import RunSummary
    from gui.stations.runs.compare_rows import CompareRow
    from gui.stations.runs.curve_looks import CurveLook

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
ROW_ROOM = 8  # pixels above and below the words of a row
COLUMN_WIDTH = 116  # pixels
LABEL_WIDTH = 120  # pixels
MAX_COLUMNS = 50


class CompareModel(QAbstractTableModel):
    """Runs as columns; results, then differing settings, as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunSummary, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._looks: Mapping[str, CurveLook] = {}

    def set_runs(
        self, runs: Sequence[RunSummary], baseline: RunSummary | None, looks: Mapping[str, CurveLook]
    ) -> None:
        """Compare these runs.

        Args:
            runs: The runs; the baseline first, if it is among them.
            baseline: With which results are compared, or None.
            looks: How each run is drawn, by its id.
        """
        shown = tuple(runs[:MAX_COLUMNS])
        rows = compare_rows(shown, baseline)
        if _shape(shown, rows) == _shape(self._runs, self._rows):
            self._runs, self._rows, self._looks = shown, rows, dict(looks)
            if rows:  # the place that is looked at stays
                last = len(shown) - 1
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, last))
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            return
        self.beginResetModel()
        self._runs, self._rows, self._looks = shown, rows, dict(looks)
        self.endResetModel()

    def run_at(self, column: int) -> RunSummary:
        """Return the run of a column."""
        return self._runs[column]

    @property
    def rows(self) -> tuple[CompareRow, ...]:
        """What is compared."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how much is compared."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many runs are compared."""
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return row.texts[index.column()]
            case Role.FontRole:
                return _bold() if index.column() in row.best else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the name of a run, or of what is compared."""
        if orientation == Qt.Orientation.Vertical:
            return self._rows[section].label if role in (Role.DisplayRole, Role.ToolTipRole) else None
        run = self._runs[section]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return run.name
            case Role.DecorationRole:
                look = self._looks.get(run.id)
                return dot(look.colour if look else run.colour, pinned=run.baseline)
            case Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class CompareTable(QTableView):
    """The table on the screen.

    Signals:
        run_clicked: The heading of a run was clicked (its id).
    """

    run_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareTable")
        self.setAccessibleName(self.tr("Differences between the chosen runs"))
        self._model = CompareModel(self)
        self.setModel(self._model)
        self.setFont(theme.tabular_font(self.font()))
        self.setIconSize(QSize(SIZE, SIZE))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads, labels = self.horizontalHeader(), self.verticalHeader()
        heads.setDefaultSectionSize(COLUMN_WIDTH)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        labels.setMinimumSectionSize(1)
        labels.setDefaultSectionSize(self.fontMetrics().height() + ROW_ROOM)
        labels.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        labels.setHighlightSections(False)
        labels.setMaximumWidth(LABEL_WIDTH)
        labels.setTextElideMode(Qt.TextElideMode.ElideRight)
        labels.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.sectionClicked.connect(self._on_heads_section_clicked)

    def compare_model(self) -> CompareModel:
        """Return what is shown."""
        return self._model

    def set_runs(
        self, runs: Sequence[RunSummary], baseline: RunSummary | None, looks: Mapping[str, CurveLook]
    ) -> None:
        """Compare these runs; see ``CompareModel.set_runs``."""
        self._model.set_runs(runs, baseline, looks)

    @Slot(int)
    def _on_heads_section_clicked(self, section: int) -> None:
        self.run_clicked.emit(self._model.run_at(section).id)


def _shape(runs: Sequence[RunSummary], rows: Sequence[CompareRow]) -> tuple[list[str], list[str]]:
    return [run.id for run in runs], [row.label for row in rows]


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
