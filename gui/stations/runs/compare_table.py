"""A table of chosen runs side by side: their results, and only those settings in which they differ."""

from __future__ import annotations

import math
from dataclasses import dataclass
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

from engine.storage.runs.compare import differing
from gui import theme
from gui.stations.runs import run_words
from gui.stations.runs.dots import SIZE, dot
from gui.widgets.words import translate_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from engine.storage.runs.summary import RunSummary
    from gui.stations.runs.curve_looks import CurveLook

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
ROW_ROOM = 8  # pixels above and below the words of a row
COLUMN_WIDTH = 116  # pixels
LABEL_WIDTH = 120  # pixels
MAX_COLUMNS = 50


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One result or setting of all compared runs.

    Attributes:
        label: What it is.
        texts: How it is written, for each run.
        best: Which runs have the best value, where there is a best.
        is_setting: Whether it is a setting.
    """

    label: str
    texts: tuple[str, ...]
    best: frozenset[int] = frozenset()
    is_setting: bool = False


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
        self.beginResetModel()
        self._runs, self._looks = tuple(runs[:MAX_COLUMNS]), dict(looks)
        self._rows = (*self._results(baseline), *self._settings()) if self._runs else ()
        self.endResetModel()

    def _results(self, baseline: RunSummary | None) -> tuple[CompareRow, ...]:
        return (
            self._result(
                self.tr("Validation"),
                lambda run: run.validation_accuracy,
                (run_words.percent, run_words.percent_points),
                baseline,
                max,
            ),
            self._result(
                self.tr("Loss"),
                lambda run: run.validation_loss,
                (run_words.loss, run_words.loss_difference),
                baseline,
                min,
            ),
            self._result(
                self.tr("Test"),
                lambda run: run.test_accuracy,
                (run_words.percent, run_words.percent_points),
                baseline,
                max,
            ),
            CompareRow(self.tr("Time"), tuple(run_words.duration(run.seconds) for run in self._runs)),
        )

    def _result(
        self,
        label: str,
        value_of: Callable[[RunSummary], float | None],
        words: tuple[Callable[[float | None], str], Callable[[float], str]],
        baseline: RunSummary | None,
        choose: Callable[[list[float]], float],
    ) -> CompareRow:
        say, say_difference = words
        values = [value_of(run) for run in self._runs]
        start = value_of(baseline) if baseline is not None else None
        texts = []
        for run, value in zip(self._runs, values, strict=True):
            text = say(value)
            if baseline is not None and run.id != baseline.id and _is_number(value) and _is_number(start):
                text = f"{text}  {say_difference(value - start)}"  # type: ignore[operator]  # both are numbers
            texts.append(text)
        known = [value for value in values if value is not None and _is_number(value)]
        best = choose(known) if len(set(known)) > 1 else None
        places = (place for place, value in enumerate(values) if best is not None and value == best)
        return CompareRow(label, tuple(texts), frozenset(places))

    def _settings(self) -> tuple[CompareRow, ...]:
        return tuple(
            CompareRow(
                translate_engine(item.label),
                tuple(run_words.setting_text(item.path, value) for value in item.values),
                is_setting=True,
            )
            for item in differing([run.experiment for run in self._runs])
        )

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


def _is_number(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
