"""The button that saves what a view shows, as a picture or as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.look import icons, theme
from gui.widgets.curves.export import HEAD, Figure, image_of, save_csv, save_png
from gui.widgets.save_as import save_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.widgets.curves.export import TableSource

SCALE = 2.0  # pixels of a saved picture for each of the screen


@dataclass(frozen=True, slots=True)
class Savable:
    """What there is to save now.

    Attributes:
        title: What it shows, for the name of a file.
        caption: What is written above a saved picture.
        figure: What is saved as a picture, or None where there is none.
        table: Returns what is saved as numbers: the names of the columns, and the rows.
    """

    title: str
    caption: str
    figure: QWidget | None
    table: TableSource


class _Picture(Figure):
    """A view with its caption above it, on the window's own ground."""

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.fillRect(QRect(QPoint(0, 0), self.size), look.color("window"))
        painter.setFont(theme.tabular_font(self.canvas.font(), bold=True))
        painter.setPen(look.color("text"))
        line = QRect(10, 4, self.size.width() - 20, HEAD - 8)
        words = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        QWidget.render(self.canvas, painter, QPoint(0, HEAD))


class SaveButton(QToolButton):
    """Offers PNG, CSV and the clipboard for what is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Callable[[], Savable] | None = None
        self.setObjectName("saveViewButton")
        icons.set_icon(self, "export", "text_muted")
        self.setAccessibleName(self.tr("Save"))
        menu = QMenu(self)
        self._png = menu.addAction(self.tr("Save as PNG…"), self._on_png_triggered)
        menu.addAction(self.tr("Save numbers as CSV…"), self._on_csv_triggered)
        self._copy = menu.addAction(self.tr("Copy picture"), self._on_copy_triggered)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_source(None)

    def set_source(self, source: Callable[[], Savable] | None, *, has_picture: bool = True) -> None:
        """Save what this returns from now on.

        Args:
            source: Asked at the time of saving; None while there is nothing to save.
            has_picture: Whether there is a picture, and not numbers alone.
        """
        self._source = source
        self.setEnabled(source is not None)
        for action in (self._png, self._copy):
            action.setVisible(has_picture)
        self.setToolTip(
            self.tr("Save the picture or the numbers") if has_picture else self.tr("Save the numbers")
        )

    def save_png(self, path: str) -> None:
        """Write the picture.

        Raises:
            NetSketchError: If the file cannot be written.
        """
        figure = self._figure()
        if figure is not None:
            save_png(figure, path, SCALE)

    def save_csv(self, path: str) -> None:
        """Write the numbers.

        Raises:
            NetSketchError: If the file cannot be written.
        """
        if self._source is not None:
            save_csv(*self._source().table(), path)

    def _figure(self) -> Figure | None:
        savable = None if self._source is None else self._source()
        if savable is None or savable.figure is None:
            return None
        return _Picture(savable.caption, (), savable.figure)

    def _save(self, ending: str, save: Callable[[str], None]) -> None:
        if self._source is not None:
            save_as(self, self._source().title, ending, save)

    @Slot()
    def _on_png_triggered(self) -> None:
        self._save("png", self.save_png)

    @Slot()
    def _on_csv_triggered(self) -> None:
        self._save("csv", self.save_csv)

    @Slot()
    def _on_copy_triggered(self) -> None:
        figure = self._figure()
        if figure is not None:
            QGuiApplication.clipboard().setImage(image_of(figure, SCALE))
