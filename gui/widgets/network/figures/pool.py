"""A pool: tokens that run together into one vector, all of them or the one that is taken."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPen

from gui.look import theme
from gui.widgets.network.figures.figure import slots, spread, thirds
from gui.widgets.network.figures.units import CirclesFigure
from gui.widgets.network.painting import fill_color, mixed
from gui.widgets.network.values import grouped, in_relation

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

WIDEST = 46.0
DOT = 2.4


class PoolFigure(CirclesFigure):
    """Dots at the left for the tokens, at the right the vector: its numbers as circles in a capsule."""

    @property
    def shift(self) -> float:  # type: ignore[override]
        """To the right, so that there is room for tokens."""
        return self._half - 9

    @property
    def _half(self) -> float:
        return min(self.ground.room, WIDEST) / 2

    @property
    def capsule(self) -> QRectF:
        """The vector."""
        column = self.ground.column
        wide, high = column.radius + 3.5, column.radius + 3.5
        return QRectF(self.x - wide, column.ys[0] - high, 2 * wide, column.ys[-1] - column.ys[0] + 2 * high)

    @cached_property
    def tokens(self) -> list[QPointF]:
        """The tokens that are drawn, from the top."""
        assert self.ground.placed is not None
        room = min(self.ground.bottom - self.ground.top, 100.0)
        count, middle = slots(self.ground.placed.depiction.steps, room, 11.0), self.ground.middle
        x = middle.x() - self._half + DOT
        return [QPointF(x, y) for y in spread(count, middle.y() - room / 2, middle.y() + room / 2)]

    def ends(self, side: int) -> list[QPointF]:
        if side > 0:
            return [QPointF(self.capsule.right(), y) for y in self.ground.column.ys]
        return thirds(QRectF(self.tokens[0], self.tokens[-1]).adjusted(-DOT - 1, 0, 0, 0), -1)

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        assert self.ground.placed is not None
        look, capsule = theme.current(), self.capsule
        taken = self.ground.placed.depiction.taken
        strong = look.color("accent" if is_hovered else "border_strong")
        faint = mixed(look.color("window"), look.color("border_strong"), 0.5)
        last = len(self.tokens) - 1
        goes_on = [taken is None or place == taken % (last + 1) for place in range(last + 1)]
        into = QPointF(capsule.left(), capsule.center().y())
        for token, is_taken in zip(self.tokens, goes_on, strict=True):
            painter.setPen(QPen(strong if is_taken else faint, 1.1))
            if is_taken:
                painter.drawLine(QLineF(token, into))
        edge = look.color("accent" if is_hovered else "border_strong")
        given = self.ground.values.of_steps(self.ground.column).given
        fills = None if given is None else grouped(in_relation(given), last + 1)
        for place, (token, is_taken) in enumerate(zip(self.tokens, goes_on, strict=True)):
            painter.setPen(QPen(edge if is_taken else faint, 1.0))
            empty = look.color("accent_soft" if is_taken else "surface")
            painter.setBrush(empty if fills is None else fill_color(float(fills[place])))
            painter.drawEllipse(token, DOT, DOT)
        painter.setPen(QPen(edge, 1.6 if is_hovered else 1.2))
        painter.setBrush(look.color("window"))
        radius = capsule.width() / 2
        painter.drawRoundedRect(capsule, radius, radius)
        super().paint(painter, is_hovered=is_hovered)
