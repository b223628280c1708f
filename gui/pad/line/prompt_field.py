"""The line to type in on the pad of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class PromptField(QLineEdit):
    """A line to type in; the keys of undo are the window's, which takes back each change as one of the pad."""

    def event(self, event: QEvent) -> bool:
        keys = QKeySequence.StandardKey
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in (keys.Undo, keys.Redo))
        ):
            event.ignore()
            return False
        return bool(super().event(event))
