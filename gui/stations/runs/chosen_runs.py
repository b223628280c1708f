"""What is told of the chosen runs: one in full, or several beside each other."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from gui.look.dressed import dressed
from gui.look.text_size import sized
from gui.stations.runs.compare_table import CompareTable
from gui.stations.runs.details import RunDetails
from gui.widgets.fields.segments import Segments
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.pages import turn_to

WIDTH = 176  # pixels, at least: the figures of a run stand beside their names


class ChosenRuns(QWidget):
    """Details or a comparison, whichever is asked for.

    Attributes:
        details: One run in full.
        compare: Several of them, and the baseline.
        mistakes: The button that compares the mistakes of two.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = Segments(lambda: self.tr("What is told of the chosen runs"), self)
        self._view.add("details", lambda: self.tr("Details"))
        self._view.add("compare", lambda: self.tr("Compare"))
        self.details = RunDetails(self)
        self.compare = CompareTable(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.details)
        self._pages.addWidget(self.compare)
        self.mistakes = dressed(
            QPushButton(self), text=lambda: self.tr("Compare mistakes"), name="compareMistakesButton"
        )
        dressed(
            self.mistakes,
            tip=lambda: self.tr(
                "Measure both on the same examples and show which they take for which, one less the other"
            ),
        )
        head = row_of(self._view, STRETCH, self.mistakes)
        column_of(head, (self._pages, 1), on=self, margins=(10, 6, 12, 10), spacing=6)
        sized(self.setMinimumWidth, WIDTH, share=0.7)
        self._view.chosen.connect(self.show_view)

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Turn to ``details`` or ``compare``."""
        self._view.set_value(view)
        turn_to(self._pages, self.compare if view == "compare" else self.details)
