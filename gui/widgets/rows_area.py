"""A place for rows that scrolls only where there are more of them than one looks at together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

MOST_HEIGHT = 320  # pixels, nine rows
UNBOUND = 16777215  # pixels, Qt's own greatest


class RowsArea(QScrollArea):
    """As wide as its rows need, and as high, up to a height of its own.

    Args:
        parent: The widget it belongs to.
        most: Height up to which it asks for all of its rows, pixels.
        least: Height below which it does not go while there are so many rows, pixels.
    """

    def __init__(
        self, parent: QWidget | None = None, *, most: int = MOST_HEIGHT, least: int = MOST_HEIGHT
    ) -> None:
        super().__init__(parent)
        self._most, self._least = most, least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        rows = self.widget()
        hint = rows.sizeHint() if rows is not None else super().sizeHint()
        return QSize(hint.width(), min(hint.height(), self._most))

    def minimumSizeHint(self) -> QSize:
        rows = self.widget()
        content = rows.minimumSizeHint() if rows is not None else super().minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(content.width() + bar, min(content.height(), self._least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
