"""The button that saves what a view shows, as a picture or as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from engine.errors import NetSketchError
from gui import theme
from gui.widgets import icons
from gui.widgets.curve_export import HEAD, Figure, image_of, save_csv, save_png

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.stations.understand.view import View

SCALE = 2.0  # pixels of a saved picture for each of the screen
_FILTERS = {"png": "PNG (*.png)", "csv": "CSV (*.csv)"}


class _Picture(Figure):
    """A view with its caption above it, on the window's own ground."""

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.fillRect(QRect(QPoint(0, 0), self.size), look.color("window"))
        painter.setFont(theme.tabular_font(self.canvas.font(), bold=True))
        painter.setPen(look.color("text"))
        line = QRect(10, 4, self.size.width() - 20, HEAD - 8)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.title)
        QWidget.render(self.canvas, painter, QPoint(0, HEAD))


class SaveButton(QToolButton):
    """Offers PNG, CSV and the clipboard for the view that is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self.setObjectName("saveViewButton")
        icons.set_icon(self, "export", "text_muted")
        self.setToolTip(self.tr("Save the picture or the numbers"))
        self.setAccessibleName(self.tr("Save"))
        menu = QMenu(self)
        menu.addAction(self.tr("Save as PNG…"), self._on_png_triggered)
        menu.addAction(self.tr("Save numbers as CSV…"), self._on_csv_triggered)
        menu.addAction(self.tr("Copy picture"), self._on_copy_triggered)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_view(self, view: View | None) -> None:
        """Save from this view from now on; None for nothing to save."""
        self._view = view
        self.setEnabled(view is not None)

    def save_png(self, path: str) -> None:
        """Write the picture.

        Raises:
            NetSketchError: If the file cannot be written.
        """
        if self._view is not None:
            save_png(self._figure(self._view), path, SCALE)

    def save_csv(self, path: str) -> None:
        """Write the numbers.

        Raises:
            NetSketchError: If the file cannot be written.
        """
        if self._view is not None:
            save_csv(*self._view.table(), path)

    def _figure(self, view: View) -> Figure:
        return _Picture(view.caption(), (), view.figure())

    def _save(self, ending: str, save: Callable[[str], None]) -> None:
        if self._view is None:
            return
        title = self._view.title()
        words = self.tr("Save “{title}”").format(title=title)
        path, _ = QFileDialog.getSaveFileName(self, words, f"{title.lower()}.{ending}", _FILTERS[ending])
        if not path:
            return
        if not path.lower().endswith(f".{ending}"):
            path += f".{ending}"
        try:
            save(path)
        except NetSketchError as error:
            QMessageBox.warning(self, words, str(error))

    @Slot()
    def _on_png_triggered(self) -> None:
        self._save("png", self.save_png)

    @Slot()
    def _on_csv_triggered(self) -> None:
        self._save("csv", self.save_csv)

    @Slot()
    def _on_copy_triggered(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setImage(image_of(self._figure(self._view), SCALE))
