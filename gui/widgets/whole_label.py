"""A label of several lines that no layout squeezes below its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt

from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class WholeLabel(Label):
    """Asks for as much height as its words take at the width that it has; Qt's own is squeezed where room is short.

    Args:
        arguments: As for a label.
        least_lines: It is never lower than so many lines: what stands below stays there while short words come and go.
        properties: As for a label.
    """

    _least_lines = 1

    def __init__(self, *arguments: Any, least_lines: int = 1, **properties: Any) -> None:
        super().__init__(*arguments, wordWrap=True, **properties)
        self._least_lines = least_lines
        if least_lines > 1:
            self.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._ask_for_room()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._ask_for_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_for_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._ask_for_room()

    def _ask_for_room(self) -> None:
        before = self.minimumHeight()
        self.setMinimumHeight(
            0
        )  # or Qt gives no less than that, and the label would never become lower again
        metrics = self.fontMetrics()
        wanted = self.heightForWidth(self.width()) if self.text() else metrics.height()
        least = (self._least_lines - 1) * metrics.lineSpacing() + metrics.height()
        self.setMinimumHeight(max(wanted, least if self._least_lines > 1 else 0))
        if self.minimumHeight() != before:
            self.updateGeometry()
