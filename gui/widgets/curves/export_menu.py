"""The menu that saves a curve plot as a picture or as numbers, and says so if that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.widgets.curves.export import image_of
from gui.widgets.save_as import save_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.widgets.curves.plot import CurvePlot


class ExportMenu(QMenu):
    """Offers PNG, SVG, CSV and the clipboard.

    Args:
        plot: What is exported.
    """

    def __init__(self, plot: CurvePlot) -> None:
        super().__init__(plot)
        self._plot = plot
        self.png = self.addAction("", self._on_png_triggered)
        self.svg = self.addAction("", self._on_svg_triggered)
        self.csv = self.addAction("", self._on_csv_triggered)
        self.copy = self.addAction("", self._on_copy_triggered)
        self._say_words()

    def set_enabled(self, is_enabled: bool) -> None:
        """Offer the entries, or not while there is nothing to export."""
        for action in self.actions():
            action.setEnabled(is_enabled)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_words()
        super().changeEvent(event)

    def _say_words(self) -> None:
        self.png.setText(self.tr("Save as PNG…"))
        self.svg.setText(self.tr("Save as SVG…"))
        self.csv.setText(self.tr("Save numbers as CSV…"))
        self.copy.setText(self.tr("Copy picture"))

    def _save(self, ending: str, save: Callable[[str], None]) -> None:
        save_as(self._plot, self._plot.title(), ending, save)

    @Slot()
    def _on_png_triggered(self) -> None:
        self._save("png", self._plot.export_png)

    @Slot()
    def _on_svg_triggered(self) -> None:
        self._save("svg", self._plot.export_svg)

    @Slot()
    def _on_csv_triggered(self) -> None:
        self._save("csv", self._plot.export_csv)

    @Slot()
    def _on_copy_triggered(self) -> None:
        QGuiApplication.clipboard().setImage(image_of(self._plot.figure(), 2.0))
