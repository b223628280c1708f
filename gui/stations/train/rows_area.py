"""A place for rows that scrolls only where there are more of them than one looks at together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea

MOST_HEIGHT = 320  # pixels, nine rows


class RowsArea(QScrollArea):
    """As high as its rows, up to a height of its own."""

    def sizeHint(self) -> QSize:
        rows = self.widget()
        hint = rows.sizeHint() if rows is not None else super().sizeHint()
        return QSize(hint.width(), min(hint.height(), MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        rows = self.widget()
        content = rows.minimumSizeHint() if rows is not None else super().minimumSizeHint()
        return QSize(content.width(), min(content.height(), MOST_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
