"""The page a model writes on: what was typed, and behind it, in the accent colour, what the model makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from engine.visible import visible
from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import fixed_font, follow_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WrittenPage(QPlainTextEdit):
    """Shows a text in letters of equal width; it is read and copied, not typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        self.setObjectName("writtenPage")
        self.setTabChangesFocus(True)
        said(self.setAccessibleName, lambda: self.tr("What the model writes"))
        follow_size(self, lambda: self.setFont(fixed_font()))
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        self._typed, self._written = "", ""

    @property
    def typed(self) -> str:
        """What was typed."""
        return self._typed

    @property
    def written(self) -> str:
        """What the model wrote behind it."""
        return self._written

    def set_text(self, typed: str, written: str) -> None:
        """Show a text; where it only goes on, what is selected of it stays so."""
        before, whole = self._typed + self._written, typed + written
        if (typed, written) == (self._typed, self._written):
            return
        self._typed, self._written = typed, written
        if before and whole.startswith(before):
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(visible(whole[len(before) :], lines=True))
        else:
            self.setPlainText(visible(whole, lines=True))
        self._colour()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self._colour()

    def _colour(self) -> None:
        found = QTextEdit.ExtraSelection()
        look, kind = theme.current(), QTextCharFormat()
        kind.setForeground(look.color("accent"))
        cursor = QTextCursor(self.document())
        before = len(visible(self._typed, lines=True).encode("utf-16-le")) // 2  # as Qt counts
        cursor.setPosition(min(before, self.document().characterCount() - 1))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        found.cursor, found.format = cursor, kind
        self.setExtraSelections([found] if self._written else [])
