"""The label of this window: words are shown letter by letter, whatever they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from engine.visible import visible
from gui.look.plain import shortened
from gui.look.spoken import Words, said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Label(QLabel):
    """Takes no name for markup; what is markup is said to be by ``set_markup``.

    Qt's own label guesses: a class called ``<img src=…>`` would be a picture.

    Args:
        text: What it says at first, or for good in every language; a label without words may be given its parent
            alone.
        parent: What it stands in.
        properties: Qt's properties, such as ``wordWrap=True``.
    """

    def __init__(
        self, text: Words | QWidget | None = "", parent: QWidget | None = None, **properties: Any
    ) -> None:
        words, parent = (text, parent) if isinstance(text, str) or callable(text) else ("", text)
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, **properties)
        if words:
            said(self.setText, words)

    def setText(self, text: str) -> None:
        """Say something, letter by letter."""
        if self.textFormat() != Qt.TextFormat.PlainText:
            self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(shortened(visible(text, lines=True)))

    def set_markup(self, markup: str) -> None:
        """Say something in HTML; values in it went through ``escaped``."""
        self.setTextFormat(Qt.TextFormat.RichText)
        super().setText(markup)
