"""The dot in the colour of a run's curves."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap

from gui import theme

SIZE = 16  # pixels
COLOURS = len(theme.LIGHT.series)


def dot(colour: int | None, *, pinned: bool = False) -> QPixmap:
    """Return the dot of a run.

    Args:
        colour: Which of the theme's curve colours; None for a ring without one.
        pinned: Whether it is the baseline, which has a ring around its dot.
    """
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    look = theme.current()
    filled = colour is not None
    color = look.series_color(colour) if colour is not None else look.color("border_strong")
    return _dot(color.name(), ratio, filled=filled, pinned=pinned)


def dot_icon(colour: int | None) -> QIcon:
    """Return the dot for a menu."""
    return QIcon(dot(colour))


@lru_cache(maxsize=256)
def _dot(color: str, ratio: float, *, filled: bool, pinned: bool) -> QPixmap:
    picture = QPixmap(QSize(SIZE, SIZE) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), 1.5))
    middle = QPointF(SIZE / 2, SIZE / 2)
    if pinned:
        painter.drawEllipse(QRectF(1.5, 1.5, SIZE - 3, SIZE - 3))
    if filled:
        painter.setBrush(QColor(color))
    painter.drawEllipse(middle, 3.5, 3.5)
    painter.end()
    return picture
