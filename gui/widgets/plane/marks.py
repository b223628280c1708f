"""How points look: a form and a colour for each class, filled to learn from and hollow to test with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 4.2  # pixels from the middle of a point to its edge
SMALLEST, LARGEST = 2.5, 6.0  # likewise, on small and large planes
ROOM = 10.0  # pixels from its middle that a point may take at all
CROSS = 0.7  # of a point's size, from its middle to the ends of a cross
PLANE = 68.0  # a point's size goes into a plane's side so often
MANY = 400  # points; more are drawn smaller


def size_on(side: float, count: int) -> float:
    """Return how large points are on a plane of a side in pixels, smaller where there are very many."""
    crowd = math.sqrt(min(1.0, MANY / max(count, 1)))
    return min(max(side / PLANE * crowd, SMALLEST), LARGEST)


def outline(index: int, size: float) -> QPainterPath:
    """Return the form of a class around (0, 0): a disc, a square, a triangle, a diamond, and again from the first."""
    path = QPainterPath()
    form = index % 4
    if form == 0:
        path.addEllipse(QPointF(0, 0), size, size)
        return path
    corners, turn, scale = ((4, 45, 1.22), (3, 90, 1.42), (4, 0, 1.28))[form - 1]
    angles = (math.radians(turn + 360 * corner / corners) for corner in range(corners))
    points = [QPointF(math.cos(angle), -math.sin(angle)) * size * scale for angle in angles]
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def paint_mark(painter: QPainter, at: QPointF, index: int, *, is_hollow: bool, size: float = SIZE) -> None:
    """Draw a point.

    Args:
        painter: Where to.
        at: Its middle.
        index: Its class.
        is_hollow: Whether it is to test with.
        size: Pixels from its middle to its edge.
    """
    look, form = theme.current(), outline(index, size - (0.7 if is_hollow else 0.0))
    colour = look.class_color(index)
    painter.save()
    painter.translate(at)
    if is_hollow:
        painter.setPen(QPen(look.color("surface"), 3.2))
        painter.setBrush(look.color("surface"))
        painter.drawPath(form)
        painter.setPen(QPen(colour.darker(112) if not look.is_dark else colour, 1.6))
        painter.drawPath(form)
    else:
        painter.setPen(QPen(look.color("surface"), 1.3))
        painter.setBrush(colour.darker(112) if not look.is_dark else colour)
        painter.drawPath(form)
    painter.restore()


def stamp(index: int, *, is_hollow: bool, ratio: float, size: float = SIZE) -> QPixmap:
    """Return a point as a small picture, its middle in the middle: hundreds of them are drawn in no time.

    Args:
        index: Its class.
        is_hollow: Whether it is to test with.
        ratio: Pixels of the screen in each device-independent one.
        size: Pixels from its middle to its edge.
    """
    return stamped(
        lambda painter: paint_mark(painter, QPointF(ROOM, ROOM), index, is_hollow=is_hollow, size=size), ratio
    )


def cross_stamp(*, ratio: float, size: float = SIZE) -> QPixmap:
    """Return the cross over a point of a size as such a picture: Qt draws lines fifteen times as slowly."""
    return stamped(lambda painter: paint_cross(painter, QPointF(ROOM, ROOM), size), ratio)


def stamped(paint: Callable[[QPainter], None], ratio: float) -> QPixmap:
    """Return what is painted around (ROOM, ROOM) as a small picture."""
    side = round(2 * ROOM * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture


def paint_cross(painter: QPainter, at: QPointF, size: float = SIZE) -> None:
    """Cross a point of a size out, as the network takes it for something else."""
    reach, look, (x, y) = max(CROSS * size, 2.6), theme.current(), at.toTuple()
    lines = [
        QLineF(x - reach, y - reach, x + reach, y + reach),
        QLineF(x - reach, y + reach, x + reach, y - reach),
    ]
    for role, width in (("surface", 2.8), ("text", 1.3)):
        pen = QPen(look.color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLines(lines)
