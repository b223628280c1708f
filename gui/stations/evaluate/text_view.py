"""A report on a model that goes on with text: the figures, how often each place is right, and the wrong answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from engine.evaluation.characters_report import CharactersReport
from engine.goals import characters
from gui.stations.evaluate.places_plot import PlacesPlot
from gui.stations.evaluate.plotted_report import PlottedReport
from gui.stations.evaluate.text_summary import TextSummary
from gui.stations.evaluate.wrong_answers import WrongAnswers
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable

if TYPE_CHECKING:
    from gui.stations.evaluate.measuring_job import Measured

SIZES = (400, 540)  # pixels, of the plot and of what stands beside it


class TextView(PlottedReport):
    """Shows one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(characters.GOAL, SIZES, parent)
        self.summary = TextSummary(self)
        self.places = PlacesPlot(self)
        self.wrong = WrongAnswers(self)
        self._lay_out(self.summary, self.places, self.wrong)
        self.wrong.example_chosen.connect(self.example_chosen)

    def set_measured(self, measured: Measured) -> None:
        """Show a report."""
        if measured is self._measured:
            return
        report = measured.report
        assert isinstance(report, CharactersReport), "it is shown where there is text"
        self._measured = measured
        self.summary.set_report(report)
        self.places.set_report(report)
        self.wrong.set_measured(measured)
        self.save_plot.set_source(self._places_to_save)
        self.save_side.set_source(self._wrong_to_save, has_picture=False)

    def _places_to_save(self) -> Savable:
        title = self.tr("How often each character is right")
        return Savable(title, Figure(title, self.places), self.places.table)

    def _wrong_to_save(self) -> Savable:
        return Savable(self.tr("Wrong answers"), None, self.wrong.table)
