"""A table of chosen runs side by side: their results, and only those settings in which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.stations.runs.compare_rows import CompareRow, compare_rows
from gui.stations.runs.dots import SIZE, dot
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.storage.runs.summary import RunSummary
    from gui.stations.runs.curve_looks import CurveLook

COLUMN_WIDTH = 116  # pixels
LABEL_WIDTH = 120  # pixels
MAX_COLUMNS = 50


class CompareModel(TableModel[CompareRow]):
    """Runs as columns; results, then differing settings, as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunSummary, ...] = ()
        self._looks: Mapping[str, CurveLook] = {}
        self._baseline: RunSummary | None = None
        follow_language(self, self._show)

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
        same_runs = [run.id for run in shown] == [run.id for run in self._runs]
        if not same_runs:
            self.beginResetModel()
            self._rows = []
        self._runs, self._looks, self._baseline = shown, dict(looks), baseline
        self.columns = tuple(self._column_of(place, run) for place, run in enumerate(shown))
        if not same_runs:
            self.endResetModel()
        elif shown:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(shown) - 1)
        self._show()

    def _show(self) -> None:
        self.show_rows(compare_rows(self._runs, self._baseline))

    def _column_of(self, place: int, run: RunSummary) -> TableColumn[CompareRow]:
        def text(row: CompareRow) -> str:
            return row.texts[place]

        look = self._looks.get(run.id)
        return TableColumn(
            run.name,
            text,
            run.name,
            tip=text,
            head_icon=lambda: dot(look.colour if look else run.colour, pinned=run.baseline),
            is_bold=lambda row: place in row.best,
        )

    def run_at(self, column: int) -> RunSummary:
        """Return the run of a column."""
        return self._runs[column]

    def identity(self, row: CompareRow) -> str:
        return row.label

    def row_title(self, row: CompareRow) -> str:
        return row.label


class CompareTable(DenseTable):
    """The table on the screen.

    Signals:
        run_clicked: The heading of a run was clicked (its id).
    """

    run_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="compareTable", accessible=lambda: self.tr("Differences between the chosen runs"))
        self._model = CompareModel(self)
        self.setModel(self._model)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads, labels = self.horizontalHeader(), self.verticalHeader()
        sized(heads.setDefaultSectionSize, COLUMN_WIDTH)
        heads.setSectionsClickable(True)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        sized(labels.setMaximumWidth, LABEL_WIDTH)
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
