"""The sentence below what a model wrote: whether it is right, or why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.look.style_sheet import repolish
from gui.look.text_size import follow_size
from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LINES = 2  # there is room for at all times


class Verdict(Label):
    """Keeps its room when it has nothing to say: a button below it stays under a mouse that clicks twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setObjectName("verdict")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        follow_size(self, lambda: self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing()))

    def say(self, words: str, role: str) -> None:
        """Show a sentence.

        Args:
            words: The sentence; empty for none.
            role: How it is coloured, as for ``dressed``.
        """
        self.setText(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)
