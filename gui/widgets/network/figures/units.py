"""A layer's units as circles, and the classes, each with its name; dots where layers have no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPen

from engine.data.text.signs import sign_of
from engine.inputs.registry import kind_of
from gui.look import theme
from gui.look.text_size import px
from gui.widgets.network import painting as network_painting
from gui.widgets.network.figures.figure import Figure, box, points
from gui.widgets.network.values import units_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gui.widgets.network.figures.figure import Ground

LEAST_POINTS = 5.5  # of names that stand close
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def font_of_names(ground: Ground) -> QFont:
    """Return the font of the names beside circles, smaller where they stand close."""
    font, ys = QFont(ground.font), ground.column.ys
    high = QFontMetricsF(font).height()
    pitch = ys[1] - ys[0] if len(ys) > 1 else high
    if pitch < high:
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() * pitch / high))
    return font


class CirclesFigure(Figure):
    """A column of circles."""

    shift = 0.0  # from the middle of the column to the circles

    @property
    def x(self) -> float:
        """Where the circles stand."""
        return self.ground.column.x + self.shift

    def ends(self, side: int) -> list[QPointF]:
        del side
        return points(self.x, self.ground.column.ys)

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        column, placed = self.ground.column, self.ground.placed
        assert placed is not None
        off = round(placed.layer.dropped * len(column.ys))
        if self.ground.plane is not None:
            planes = self.ground.values.planes_of(column)
            network_painting.paint_planes(painter, column, off, planes, is_hovered=is_hovered)
            return
        fills = self.ground.values.fills(column, len(column.ys))
        network_painting.paint_circles(painter, column, off, fills, is_hovered=is_hovered, x=self.x)


class ClassesFigure(Figure):
    """The output: a circle for each class, full for a probable one, and its name."""

    def ends(self, side: int) -> list[QPointF]:
        del side
        return points(self.ground.column.x, self.ground.column.ys)

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        look, column, classes = theme.current(), self.ground.column, self.ground.classes
        indices = units_shown(len(column.ys), column.count)
        shares = self.ground.values.fills(column, len(column.ys))
        per_place = kind_of(self.ground.image_shape).per_place
        font = font_of_names(self.ground)
        metrics = QFontMetricsF(font)
        width, high = self.ground.names + 2, metrics.height()
        painter.setFont(font)
        ink = look.color("text")
        for place, (index, y) in enumerate(zip(indices, column.ys, strict=True)):
            color = look.class_color(index)
            edge = look.color("text" if is_hovered else "surface")
            if shares is not None:
                edge = look.color("text") if is_hovered else color
                color = network_painting.mixed(look.color("surface"), color, float(shares[place]))
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(color)
            painter.drawEllipse(QPointF(column.x, y), column.radius, column.radius)
            painter.setPen(ink)
            area = QRectF(column.x + 8, y - high / 2, width + 6, high)
            text = sign_of(classes[index]) if per_place else classes[index]
            name = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(area, LEFT, name)
        network_painting.paint_dots(painter, column)


class GapFigure(Figure):
    """Dots for layers that have no room."""

    def ends(self, side: int) -> list[QPointF]:
        return [self.ground.middle + QPointF(12 * side, 0)]

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        del is_hovered
        painter.setPen(theme.current().color("text_muted"))
        painter.setFont(self.ground.font)
        area = box(self.ground.middle, px(24), px(20))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "…")
