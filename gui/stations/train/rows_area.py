"""A place for rows that scrolls only where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea

LEAST_HEIGHT = 62  # pixels, two rows


class RowsArea(QScrollArea):
    """As high as its rows where there is room, and never lower than two of them."""

    def sizeHint(self) -> QSize:
        rows = self.widget()
        return rows.sizeHint() if rows is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        rows = self.widget()
        content = rows.minimumSizeHint() if rows is not None else super().minimumSizeHint()
        return QSize(content.width(), min(content.height(), LEAST_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
