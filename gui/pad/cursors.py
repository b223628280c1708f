"""Mouse pointers as large as the pen or the eraser."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

LARGEST = 120
"""Displays refuse larger pointers; beyond, the pointer is a cross."""


def ring(diameter: float, ratio: float) -> QCursor:
    """Return a ring that is seen on light and on dark.

    Args:
        diameter: Device-independent pixels.
        ratio: Device pixels to one of them.
    """
    return _ring(round(diameter), ratio)


@lru_cache(maxsize=64)
def _ring(diameter: int, ratio: float) -> QCursor:
    if diameter > LARGEST:
        return QCursor(Qt.CursorShape.CrossCursor)
    diameter = max(diameter, 5)
    side = diameter + 4
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side / 2, side / 2)
    for color, width in ((QColor(255, 255, 255, 210), 2.6), (QColor(40, 40, 40), 1.2)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(middle, diameter / 2, diameter / 2)
    painter.end()
    return QCursor(pixmap, side // 2, side // 2)
