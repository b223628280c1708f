"""A label of several lines that no layout squeezes below its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent

from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class WholeLabel(Label):
    """Asks for as much height as its words take at the width that it has; Qt's own is squeezed where room is short."""

    def __init__(self, *arguments: Any, **properties: Any) -> None:
        super().__init__(*arguments, wordWrap=True, **properties)

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
        wanted = self.heightForWidth(self.width()) if self.text() else self.fontMetrics().height()
        self.setMinimumHeight(max(wanted, 0))
        if self.minimumHeight() != before:
            self.updateGeometry()
