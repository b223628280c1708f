"""A report in full: the figures, the confusion matrix, and beside it mistakes, classes or calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.stations.evaluate.class_table import ClassTable
from gui.stations.evaluate.matrix_view import MatrixView
from gui.stations.evaluate.mistakes import Mistakes
from gui.stations.evaluate.reliability_plot import ReliabilityPlot
from gui.stations.evaluate.saving import bin_table, class_table, image_table
from gui.stations.evaluate.summary import Summary
from gui.widgets.fields.segments import Segments
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton
from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.stations.evaluate.comparing import Comparing
    from gui.stations.evaluate.measuring_job import Measured
    from gui.stations.evaluate.mislabelled import Mislabelled

SIZES = (470, 470)  # pixels, of the matrix and of what stands beside it


class Side(NamedTuple):
    """What can stand beside the matrix, and what is saved of it."""

    widget: QWidget
    savable: Callable[[Measured], Savable]


class ReportView(QWidget):
    """Shows one report, and its difference to another.

    Args:
        comparing: What measures kept runs.
        mislabelled: Where images are marked.
        title: Names a report in the list of those to compare with.
        parent: The widget it belongs to.
    """

    example_chosen = Signal(object)
    """An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8)."""

    def __init__(
        self,
        comparing: Comparing,
        mislabelled: Mislabelled,
        title: Callable[[Measured], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mislabelled = mislabelled
        self._title = title
        self._measured: Measured | None = None
        self._build_ui(comparing, mislabelled, title)
        self._connect()
        self.reset_layout()

    def _build_ui(
        self, comparing: Comparing, mislabelled: Mislabelled, title: Callable[[Measured], str]
    ) -> None:
        self.summary = Summary(self)
        self.matrix_view = MatrixView(comparing, title, self)
        self.matrix = self.matrix_view.matrix
        self.view = Segments(lambda: self.tr("What is shown beside the matrix"), self)
        for name, words in (
            ("mistakes", lambda: self.tr("Mistakes")),
            ("classes", lambda: self.tr("Classes")),
            ("calibration", lambda: self.tr("Calibration")),
        ):
            self.view.add(name, words)  # before what it switches, as the keyboard goes from one to the next
        self.mistakes = Mistakes(mislabelled, self)
        self.classes = ClassTable(self)
        self.reliability = ReliabilityPlot(self)
        self._sides = {
            "mistakes": Side(self.mistakes, self._mistakes_to_save),
            "classes": Side(self.classes, self._classes_to_save),
            "calibration": Side(self.reliability, self._calibration_to_save),
        }
        self._side = QStackedWidget(self)
        for side in self._sides.values():
            self._side.addWidget(side.widget)
        self.save_button = SaveButton(self)
        right = QWidget(self)
        head = row_of(self.view, STRETCH, self.save_button)
        column_of(head, (self._side, 1), on=right, margins=(6, 0, 0, 0), spacing=6)
        self.splitter = Sides(self)
        self.splitter.addWidget(self.matrix_view)
        self.splitter.addWidget(right)
        column_of(self.summary, (self.splitter, 1), on=self, spacing=8)

    def _connect(self) -> None:
        self.matrix_view.cell_chosen.connect(self._on_matrix_cell_chosen)
        self.view.chosen.connect(self._on_view_chosen)
        self.mistakes.all_wanted.connect(self._on_mistakes_all_wanted)
        self.mistakes.example_chosen.connect(self.example_chosen)

    def reset_layout(self) -> None:
        """Bring the splitter back to where it was at the first start."""
        self.splitter.setSizes(list(SIZES))

    def set_measured(self, measured: Measured, others: Sequence[Measured]) -> None:
        """Show a report.

        Args:
            measured: The report.
            others: Those of this session that it can be compared with.
        """
        if measured is self._measured:
            return
        self._measured = measured
        self.matrix_view.set_measured(measured, others)
        report = measured.of_classes
        self.summary.set_report(report)
        self.mistakes.set_measured(measured)
        self.classes.set_report(report)
        bins = report.calibration()
        self.reliability.set_bins(bins.edges, bins.counts, bins.confidences, bins.accuracies)
        self._show_save()

    def _show_save(self) -> None:
        savable = self._savable() if self._measured is not None else None
        has_picture = savable is not None and savable.figure is not None
        self.save_button.set_source(None if savable is None else self._savable, has_picture=has_picture)

    def _savable(self) -> Savable:
        """Return what stands beside the matrix."""
        assert self._measured is not None, "there is something to save"
        return self._sides[self.view.value].savable(self._measured)

    def _mistakes_to_save(self, measured: Measured) -> Savable:
        indices = self.mistakes.indices
        return Savable(self.tr("Mistakes"), None, lambda: image_table(measured, indices, self._mislabelled))

    def _classes_to_save(self, measured: Measured) -> Savable:
        return Savable(self.tr("Classes"), None, lambda: class_table(measured))

    def _calibration_to_save(self, measured: Measured) -> Savable:
        caption = self.tr("Calibration: {report}").replace("{report}", self._title(measured))
        figure = Figure(caption, self.reliability)
        return Savable(self.tr("Calibration"), figure, lambda: bin_table(measured))

    @Slot(int, int)
    def _on_matrix_cell_chosen(self, row: int, column: int) -> None:
        self.view.set_value("mistakes")
        self._on_view_chosen("mistakes")
        self.mistakes.set_cell((row, column))

    @Slot()
    def _on_mistakes_all_wanted(self) -> None:
        self.matrix.set_cell(None)
        self.mistakes.set_cell(None)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        turn_to(self._side, self._sides[view].widget)
        self._show_save()
