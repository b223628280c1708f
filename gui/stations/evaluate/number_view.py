"""A report on a model that gives a number: the figures, answers against targets, and beside them the worst examples."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.evaluation.number_report import NumberReport
from engine.goals import number
from gui.stations.evaluate.against_plot import AgainstPlot
from gui.stations.evaluate.error_plot import ErrorPlot
from gui.stations.evaluate.number_summary import NumberSummary
from gui.stations.evaluate.plotted_report import PlottedReport
from gui.stations.evaluate.saving import error_table, number_table
from gui.stations.evaluate.worst_examples import WorstExamples
from gui.widgets.fields.segments import Segments
from gui.widgets.pages import turn_to
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable

if TYPE_CHECKING:
    from gui.stations.evaluate.measuring_job import Measured

SIZES = (470, 470)  # pixels, of the plot and of what stands beside it


class NumberView(PlottedReport):
    """Shows one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(number.GOAL, SIZES, parent)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.summary = NumberSummary(self)
        self.against = AgainstPlot(self)
        self.view = Segments(lambda: self.tr("What is shown beside the plot"), self)
        self.view.add("worst", lambda: self.tr("Worst examples"))
        self.view.add("errors", lambda: self.tr("Errors"))
        self.worst = WorstExamples(self)
        self.errors = ErrorPlot(self)
        self._side = QStackedWidget(self)
        for widget in (self.worst, self.errors):
            self._side.addWidget(widget)
        self._lay_out(self.summary, self.against, self._side, self.view)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view_chosen)
        self.worst.example_chosen.connect(self.example_chosen)
        self.worst.index_chosen.connect(self.against.choose)
        self.against.chosen.connect(self._on_against_chosen)

    def set_measured(self, measured: Measured) -> None:
        """Show a report."""
        if measured is self._measured:
            return
        report = measured.report
        assert isinstance(report, NumberReport), "it is shown where there is a number"
        self._measured = measured
        self.summary.set_report(report)
        self.against.set_report(report)
        self.errors.set_errors(report.errors)
        self.worst.set_measured(measured)
        self.save_plot.set_source(self._against_to_save, has_picture=True)
        self._show_save()

    def _show_save(self) -> None:
        if self._measured is not None:
            self.save_side.set_source(self._side_to_save, has_picture=self.view.value == "errors")

    def _against_to_save(self) -> Savable:
        assert self._measured is not None, "there is something to save"
        title = self.tr("Answers against what is right")
        return Savable(title, Figure(title, self.against), partial(number_table, self._measured))

    def _side_to_save(self) -> Savable:
        assert self._measured is not None, "there is something to save"
        if self.view.value == "errors":
            title = self.tr("How far answers are off")
            return Savable(title, Figure(title, self.errors), partial(error_table, *self.errors.bins))
        worst = partial(number_table, self._measured, self.worst.indices)
        return Savable(self.tr("Worst examples"), None, worst)

    @Slot(int)
    def _on_against_chosen(self, index: int) -> None:
        self.against.choose(index)
        self.worst.select(index)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        turn_to(self._side, self.worst if view == "worst" else self.errors)
        self._show_save()
