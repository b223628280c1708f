"""A report on a model that goes on with text: the figures, how often each place is right, and the wrong answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.evaluation.characters_report import CharactersReport
from engine.goals import characters
from gui.look.dressed import dressed
from gui.look.words import translate_engine
from gui.stations.evaluate.places_plot import PlacesPlot
from gui.stations.evaluate.text_summary import TextSummary
from gui.stations.evaluate.wrong_answers import WrongAnswers
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton
from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from gui.stations.evaluate.measuring_job import Measured

SIZES = (400, 540)  # pixels, of the plot and of what stands beside it


class TextView(QWidget):
    """Shows one report.

    Signals:
        example_chosen: An example is to be tried on the pad (``(T,)`` uint16).
    """

    example_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: Measured | None = None
        self.summary = TextSummary(self)
        self.places = PlacesPlot(self)
        self.wrong = WrongAnswers(self)
        self.save_places, self.save_wrong = SaveButton(self), SaveButton(self)
        left, right = QWidget(self), QWidget(self)
        column_of(row_of(STRETCH, self.save_places), (self.places, 1), on=left, spacing=6)
        head = row_of(STRETCH, self.save_wrong)
        column_of(head, (self.wrong, 1), on=right, margins=(6, 0, 0, 0), spacing=6)
        self.alone = dressed(
            Label(lambda: translate_engine(characters.GOAL.no_comparison), self, wordWrap=True),
            name="notCompared",
            role="muted",
        )
        self.splitter = Sides(self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        column_of(self.summary, (self.splitter, 1), self.alone, on=self, spacing=8)
        self.wrong.example_chosen.connect(self.example_chosen)
        self.reset_layout()

    def reset_layout(self) -> None:
        """Bring the splitter back to where it was at the first start."""
        self.splitter.setSizes(list(SIZES))

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
        self.save_places.set_source(self._places_to_save)
        self.save_wrong.set_source(self._wrong_to_save, has_picture=False)

    def _places_to_save(self) -> Savable:
        title = self.tr("How often each character is right")
        return Savable(title, Figure(title, self.places), self.places.table)

    def _wrong_to_save(self) -> Savable:
        return Savable(self.tr("Wrong answers"), None, self.wrong.table)
