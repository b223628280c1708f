"""Recurrent layers: units in a cell whose state comes back to it, or the cell once for every step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from gui.look import theme
from gui.widgets.network.figures.figure import Figure, slots, spread, thirds
from gui.widgets.network.figures.units import CirclesFigure
from gui.widgets.network.painting import fill_color
from gui.widgets.network.values import grouped, in_relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QPainter

HEAD = 2.6  # pixels, of an arrow
PITCH = 13.0  # pixels from one step to the next
BAR = 8.0  # pixels, the highest of a step
WIDEST = 44.0


class CellFigure(CirclesFigure):
    """The units in a frame; an arrow leads from it back into it, a second one where the steps are read both ways."""

    @property
    def frame(self) -> QRectF:
        """The cell."""
        column = self.ground.column
        wide, high = column.radius + 5, column.radius + 4
        return QRectF(self.x - wide, column.ys[0] - high, 2 * wide, column.ys[-1] - column.ys[0] + 2 * high)

    def ends(self, side: int) -> list[QPointF]:
        frame = self.frame
        x = frame.right() if side > 0 else frame.left()
        return [QPointF(x, y) for y in self.ground.column.ys]

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        assert self.ground.placed is not None
        look, frame = theme.current(), self.frame
        color = look.color("accent" if is_hovered else "border_strong")
        pen = QPen(color, 1.6 if is_hovered else 1.2)
        painter.setPen(pen)
        painter.setBrush(look.color("window"))
        painter.drawRoundedRect(frame, 5, 5)
        for way in range(self.ground.placed.depiction.ways):
            edge, up = (frame.top(), -1) if way == 0 else (frame.bottom(), 1)
            painter.setPen(pen)
            self._paint_loop(painter, QPointF(frame.center().x(), edge), up, color)
        super().paint(painter, is_hovered=is_hovered)

    def _paint_loop(self, painter: QPainter, at: QPointF, up: int, color: QColor) -> None:
        """Draw a loop over the upper edge (-1), or under the lower one (1), against its direction."""
        out, back = QPointF(-6 * up, 0), QPointF(6 * up, 0)
        path = QPainterPath(at + out)
        path.cubicTo(at + out * 1.9 + QPointF(0, 13 * up), at + back * 1.9 + QPointF(0, 13 * up), at + back)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        paint_head(painter, at + back, -up, color)


class StepsFigure(Figure):
    """A bar for each step, its units beside each other, and arrows from step to step, back as well where they lead."""

    @cached_property
    def bars(self) -> list[QRectF]:
        """The steps, the first at the top."""
        ground = self.ground
        assert ground.placed is not None
        room = ground.bottom - ground.top
        count = slots(ground.placed.depiction.steps, room, PITCH)
        pitch = min(PITCH + 4, room / count)
        high, wide = min(BAR, 0.58 * pitch), min(ground.room - 4, WIDEST)
        middle = ground.middle
        ys = spread(count, middle.y() - count * pitch / 2, middle.y() + count * pitch / 2)
        return [QRectF(middle.x() - wide / 2, y - high / 2, wide, high) for y in ys]

    def ends(self, side: int) -> list[QPointF]:
        return thirds(self.bars[0].united(self.bars[-1]), side)

    def fills(self) -> NDArray[np.float32] | None:
        """Return the state of units at the steps that are drawn, ``(units, steps)``; None where it is not known."""
        made = self.ground.values.of_steps(self.ground.column).made
        return None if made is None else in_relation(grouped(made, len(self.bars)))

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        assert self.ground.placed is not None
        look, fills = theme.current(), self.fills()
        edge = look.color("accent" if fills is None or is_hovered else "border_strong")
        for place, bar in enumerate(self.bars):
            painter.setPen(Qt.PenStyle.NoPen)
            if fills is None:
                painter.setBrush(look.color("accent" if is_hovered else "accent_soft"))
                painter.drawRoundedRect(bar, 2, 2)
            else:
                wide = bar.width() / len(fills)
                for unit, value in enumerate(fills[:, place]):
                    cell = QRectF(bar.left() + unit * wide, bar.top(), wide, bar.height())
                    painter.fillRect(cell, fill_color(float(value)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1.6 if is_hovered else 1.1))
            painter.drawRoundedRect(bar, 2, 2)
        color = look.color("accent" if is_hovered else "text_muted")
        ways = self.ground.placed.depiction.ways
        aside = 0.0 if ways == 1 else 0.25 * self.bars[0].width()
        for above, below in zip(self.bars, self.bars[1:], strict=False):
            x = above.center().x()
            paint_arrow(painter, QPointF(x - aside, above.bottom()), QPointF(x - aside, below.top()), color)
            if ways > 1:
                paint_arrow(
                    painter, QPointF(x + aside, below.top()), QPointF(x + aside, above.bottom()), color
                )


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, color: QColor) -> None:
    """Draw an arrow up or down."""
    painter.setPen(QPen(color, 1.1))
    painter.drawLine(QLineF(start, end))
    paint_head(painter, end, 1 if end.y() > start.y() else -1, color)


def paint_head(painter: QPainter, tip: QPointF, down: int, color: QColor) -> None:
    """Draw the head of an arrow that points down (1) or up (-1)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    back = QPointF(0, -1.4 * HEAD * down)
    painter.drawPolygon(QPolygonF([tip, tip + back + QPointF(HEAD, 0), tip + back - QPointF(HEAD, 0)]))
