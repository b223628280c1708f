"""A question or a warning over the window; names in it are shown letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from engine.visible import visible
from gui.look.plain import shortened
from gui.look.spoken import Words, said, words_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MessageBox(QMessageBox):
    """Qt's own, but without its guess that a text may be markup.

    Args:
        parent: Above which it opens.
        icon: How grave it is.
        title: Title of the window.
        text: What is asked or told.
        more: What else is to be known.
    """

    def __init__(
        self, parent: QWidget | None, icon: QMessageBox.Icon, title: Words, text: Words, more: Words = ""
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        said(self.setWindowTitle, title)
        said(self.setText, lambda: shortened(visible(words_of(text), lines=True)))
        said(self.setInformativeText, lambda: shortened(visible(words_of(more), lines=True)))
        for label in self.findChildren(QLabel):  # that of the second text has a format of its own
            label.setTextFormat(Qt.TextFormat.PlainText)

    def add_button(self, words: Words, role: QMessageBox.ButtonRole) -> QPushButton:
        """Put a button with words of one's own below."""
        button = self.addButton(words_of(words), role)
        said(button.setText, words)
        return button

    @classmethod
    def tell(cls, parent: QWidget | None, title: Words, text: Words) -> None:
        """Warn, and go on once the person has read it."""
        cls(parent, cls.Icon.Warning, title, text).exec()

    @classmethod
    def ask(cls, parent: QWidget | None, title: Words, text: Words) -> bool:
        """Ask, and return whether the answer is yes."""
        box = cls(parent, cls.Icon.Question, title, text)
        box.setStandardButtons(cls.StandardButton.Yes | cls.StandardButton.No)
        return box.exec() == cls.StandardButton.Yes
