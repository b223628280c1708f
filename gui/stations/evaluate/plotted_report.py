"""A report that is no matrix: the figures, below them a plot and what stands beside it, and why none is subtracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.words import translate_engine
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.saving.save_button import SaveButton
from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from gui.stations.evaluate.measuring_job import Measured
    from gui.widgets.layouts import Part


class PlottedReport(QWidget):
    """What the reports of such goals have in common; each makes its parts and hands them to ``_lay_out``.

    Args:
        goal: What the model gives.
        sizes: Pixels of the plot and of what stands beside it, at the first start.
        parent: The widget it belongs to.

    Signals:
        example_chosen: An example is to be tried on the pad (as its data set keeps it).
    """

    example_chosen = Signal(object)

    def __init__(self, goal: Goal, sizes: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal, self._sizes = goal, sizes
        self._measured: Measured | None = None

    def _lay_out(self, summary: QWidget, plot: QWidget, side: QWidget, *above_side: Part) -> None:
        """Put the parts in their places.

        Args:
            summary: The figures.
            plot: What is painted.
            side: What stands beside it.
            above_side: What stands above that, at the left.
        """
        self.save_plot, self.save_side = SaveButton(self), SaveButton(self)
        left, right = QWidget(self), QWidget(self)
        column_of(row_of(STRETCH, self.save_plot), (plot, 1), on=left, spacing=6)
        head = row_of(*above_side, STRETCH, self.save_side)
        column_of(head, (side, 1), on=right, margins=(6, 0, 0, 0), spacing=6)
        self.alone = dressed(
            Label(lambda: translate_engine(self._goal.no_comparison), self, wordWrap=True),
            name="notCompared",
            role="muted",
        )
        self.splitter = Sides(self)
        for part in (left, right):
            self.splitter.addWidget(part)
        column_of(summary, (self.splitter, 1), self.alone, on=self, spacing=8)
        self.reset_layout()

    def reset_layout(self) -> None:
        """Bring the splitter back to where it was at the first start."""
        self.splitter.setSizes(list(self._sizes))
