"""What stands above a curve plot: heading, legend, and the buttons for smoothing, axis, view and export."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import Spoken, Words, said
from gui.widgets.curves.legend import CurveLegend
from gui.widgets.curves.smoothing_menu import SmoothingMenu
from gui.widgets.label import Label
from gui.widgets.layouts import row_of
from gui.widgets.saving.save_button import SaveMenu


class CurveBar(Spoken, QWidget):
    """The parts a person works a plot with; the plot connects them.

    Args:
        title: Heading.
        parent: The plot beneath.
    """

    def __init__(self, title: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = dressed(Label(title, self), role="heading")
        self.legend = CurveLegend(self)
        self.smoothing_menu = SmoothingMenu(parent)
        self.smooth_button = self._tool("smooth", "smoothingButton")
        self.smooth_button.setMenu(self.smoothing_menu)
        self.smooth_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.log_button = self._tool("log", "logButton")
        self.log_button.setCheckable(True)
        self.fit_button = self._tool("fit", "fitButton")
        self.fit_button.setEnabled(False)
        self.export_menu = SaveMenu(parent, has_lines=True)
        self.export_button = self._tool("export", "exportButton")
        self.export_button.setMenu(self.export_menu)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = row_of(self.heading, 4, self.legend, on=self, margins=(10, 4, 6, 0), spacing=2)
        layout.addStretch()
        for button in (self.smooth_button, self.log_button, self.fit_button, self.export_button):
            layout.addWidget(button)
        self.say_words()

    def set_title(self, title: Words) -> None:
        """Say another heading."""
        said(self.heading.setText, title)

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = dressed(QToolButton(self), name=name)
        icons.set_icon(button, icon, "text_muted")
        return button

    def say_words(self) -> None:
        for button, words in (
            (self.smooth_button, self.tr("Smoothing")),
            (self.log_button, self.tr("Logarithmic axis")),
            (self.fit_button, self.tr("Show all (Home, or double click)")),
            (self.export_button, self.tr("Export")),
        ):
            dressed(button, tip=words, accessible=words)
