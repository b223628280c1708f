"""The menu that saves what a view shows, as a picture or as numbers, and the button that opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.records import dataclass
from gui.look import icons
from gui.look.plain import plain
from gui.look.spoken import Spoken, follow_language, said
from gui.look.words import told
from gui.widgets import message_box
from gui.widgets.saving.figure import image_of, save_png, save_svg
from gui.widgets.saving.save_as import save_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.errors import NetSketchError
    from gui.widgets.saving.figure import Figure, TableSource
    from gui.widgets.saving.long_table import LongTable

SCALE = 2.0  # pixels of a saved picture for each of the screen


@dataclass(frozen=True, slots=True)
class Savable:
    """What there is to save now.

    Attributes:
        title: What it shows, for the name of a file.
        figure: What is saved as a picture, or None where there is none.
        table: Returns what is saved as numbers: the names of the columns, and the rows.
    """

    title: str
    figure: Figure | None
    table: TableSource


class SaveMenu(Spoken, QMenu):
    """Offers PNG, SVG, CSV and the clipboard, and says so where saving fails.

    Args:
        parent: The widget it belongs to.
        has_lines: Whether the picture is worth saving as lines and words.
    """

    def __init__(self, parent: QWidget, *, has_lines: bool = False) -> None:
        super().__init__(parent)
        self._source: Callable[[], Savable] | None = None
        self._made: LongTable | None = None
        self.png = self.addAction("", self._on_png_triggered)
        self.svg = self.addAction("", self._on_svg_triggered)
        self.svg.setVisible(has_lines)
        self.csv = self.addAction("", self._on_csv_triggered)
        self.copy = self.addAction("", self._on_copy_triggered)
        self.say_words()
        self.set_source(None)

    def set_source(self, source: Callable[[], Savable] | None, *, has_picture: bool = True) -> None:
        """Save what this returns from now on.

        Args:
            source: Asked at the time of saving; None while there is nothing to save.
            has_picture: Whether there is a picture, and not numbers alone.
        """
        self._source = source
        for action in self.actions():
            action.setEnabled(source is not None)
        for action in (self.png, self.copy):
            action.setVisible(has_picture)

    def save_png(self, path: str) -> None:
        """Write the picture; raises ``NetSketchError`` if that fails."""
        figure = self._figure()
        if figure is not None:
            save_png(figure, path, SCALE)

    def save_svg(self, path: str) -> None:
        """Write the picture as lines and words; raises ``NetSketchError`` if that fails."""
        figure = self._figure()
        if figure is not None:
            save_svg(figure, path)

    def save_csv(self, path: str) -> None:
        """Write the numbers, many of them bit by bit; raises ``NetSketchError`` if that fails at once."""
        if self._source is not None:
            self._tables().write(*self._source().table(), path)

    def _tables(self) -> LongTable:
        """Return what writes tables; most menus are never asked for one."""
        if self._made is None:
            from gui.widgets.saving.long_table import LongTable

            self._made = LongTable(self.parentWidget(), self)
            self._made.failed.connect(self._on_tables_failed)
        return self._made

    @Slot(object)
    def _on_tables_failed(self, error: NetSketchError) -> None:
        message_box.MessageBox.tell(
            self.parentWidget(), lambda: self.tr("Save the numbers"), partial(told, error)
        )

    def _figure(self) -> Figure | None:
        return None if self._source is None else self._source().figure

    def _save(self, ending: str, save: Callable[[str], None]) -> None:
        if self._source is not None:
            save_as(self.parentWidget(), self._source().title, ending, save)

    def say_words(self) -> None:
        self.png.setText(self.tr("Save as PNG…"))
        self.svg.setText(self.tr("Save as SVG…"))
        self.csv.setText(self.tr("Save numbers as CSV…"))
        self.copy.setText(self.tr("Copy picture"))

    @Slot()
    def _on_png_triggered(self) -> None:
        self._save("png", self.save_png)

    @Slot()
    def _on_svg_triggered(self) -> None:
        self._save("svg", self.save_svg)

    @Slot()
    def _on_csv_triggered(self) -> None:
        self._save("csv", self.save_csv)

    @Slot()
    def _on_copy_triggered(self) -> None:
        figure = self._figure()
        if figure is not None:
            QGuiApplication.clipboard().setImage(image_of(figure, SCALE))


class SaveButton(QToolButton):
    """Offers PNG, CSV and the clipboard for what is in sight.

    Attributes:
        save_menu: What it opens.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saveViewButton")
        icons.set_icon(self, "export", "text_muted")
        said(self.setAccessibleName, lambda: self.tr("Save"))
        self.save_menu = SaveMenu(self)
        self.setMenu(self.save_menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._has_picture = True
        self.set_source(None)
        follow_language(self, self._say_tip)

    def set_source(self, source: Callable[[], Savable] | None, *, has_picture: bool = True) -> None:
        """Save what this returns from now on; see ``SaveMenu.set_source``."""
        self.save_menu.set_source(source, has_picture=has_picture)
        self.setEnabled(source is not None)
        self._has_picture = has_picture
        self._say_tip()

    def _say_tip(self) -> None:
        both, alone = self.tr("Save the picture or the numbers"), self.tr("Save the numbers")
        self.setToolTip(plain(both if self._has_picture else alone))
