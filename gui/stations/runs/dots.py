"""Small pictures in the cells of the tables: the dot in the colour of a run's curves, and the sign of its state."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap

from gui.look import icons, theme
from gui.look.colours import LIGHT, Theme
from gui.look.text_size import px

SIZE = 16  # pixels, at 100 %
COLOURS = len(LIGHT.series)


def dot(colour: int | None, *, pinned: bool = False) -> QIcon:
    """Return the dot of a run.

    Args:
        colour: Which of the theme's curve colours; None for a ring without one.
        pinned: Whether it is the baseline, which has a ring around its dot.
    """
    look = theme.current()
    color = look.series_color(colour) if colour is not None else look.color("border_strong")
    return _dot(color.name(), _pixel_ratio(), px(SIZE), filled=colour is not None, pinned=pinned)


def sign(name: str, role: str) -> QIcon:
    """Return an icon that keeps its colour in a selected row."""
    return _sign(name, role, theme.current(), _pixel_ratio(), px(SIZE))


def _pixel_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _steady(picture: QPixmap) -> QIcon:
    """Return an icon that a selection does not tint."""
    result = QIcon(picture)
    result.addPixmap(picture, QIcon.Mode.Selected)
    return result


@lru_cache(maxsize=64)
def _sign(name: str, role: str, _look: Theme, _ratio: float, size: int) -> QIcon:
    return _steady(icons.pixmap(name, size, role))


@lru_cache(maxsize=256)
def _dot(color: str, ratio: float, size: int, *, filled: bool, pinned: bool) -> QIcon:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / SIZE, size / SIZE)
    painter.setPen(QPen(QColor(color), 1.5))
    if pinned:
        painter.drawEllipse(QRectF(1.5, 1.5, SIZE - 3, SIZE - 3))
    if filled:
        painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(SIZE / 2, SIZE / 2), 3.5, 3.5)
    painter.end()
    return _steady(picture)
