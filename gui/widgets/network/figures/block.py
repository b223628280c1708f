"""A block of a Transformer: tokens, its heads, the token that looks, and below them the small network."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from gui.look import theme
from gui.widgets.network import painting as network_painting
from gui.widgets.network.figures.figure import Figure, points, slots, spread, thirds
from gui.widgets.network.values import group_of, grouped, in_relation

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QPainter

    from engine.inference.step_values import TokenLook
    from engine.layers import Depiction

WIDEST, HIGHEST = 72.0, 124.0  # pixels, of a block
MOST_HEADS = 16  # that are drawn; of more, neighbours are taken together
EDGE = 6.0  # pixels from the box to the tokens
DOT = 2.0  # radius of a token
BEHIND, MOST_BEHIND = (
    2.5,
    2,
)  # pixels from a block to the next of those that are alike, and how many of these are seen


class BlockFigure(Figure):
    """A box: how one token looks at all, head by head, and what then becomes of each by itself."""

    @property
    def drawn(self) -> Depiction:
        """The numbers it is drawn by."""
        assert self.ground.placed is not None
        return self.ground.placed.depiction

    @property
    def look(self) -> TokenLook | None:
        """How its heads look at the moment; None where that is not known."""
        return self.ground.values.of_steps(self.ground.column).look

    # Where its parts are

    @cached_property
    def area(self) -> QRectF:
        """The box."""
        return self.ground.box(min(self.ground.room, WIDEST), HIGHEST)

    @cached_property
    def above(self) -> QRectF:
        """The part for attention."""
        area = self.area
        return QRectF(area.left(), area.top() + 3, area.width(), 0.74 * area.height() - 3)

    @cached_property
    def tokens(self) -> list[float]:
        """The middles of the tokens, from the top."""
        return spread(slots(self.drawn.steps, self.above.height()), self.above.top(), self.above.bottom())

    @cached_property
    def heads(self) -> list[QRectF]:
        """The heads, from the top."""
        count = max(1, min(self.drawn.strands, MOST_HEADS))
        pitch = min(10.0, self.above.height() / count)
        high, wide = max(1.4, 0.72 * pitch), min(7.0, 0.16 * self.area.width())
        middle = self.above.center()
        ys = spread(count, middle.y() - count * pitch / 2, middle.y() + count * pitch / 2)
        return [QRectF(middle.x() - wide / 2, y - high / 2, wide, high) for y in ys]

    @property
    def chosen(self) -> int:
        """Which of the tokens that are drawn looks."""
        look, shown = self.look, len(self.tokens)
        return shown // 2 if look is None else group_of(look.token, self.drawn.steps, shown)

    def ends(self, side: int) -> list[QPointF]:
        return thirds(self.area, side)

    def network(self) -> QPolygonF:
        """Return the small network: wide in its middle, wider where it is."""
        area, below = self.area, self.above.bottom()
        room = area.bottom() - below - 5
        wide = min(room, 3.0 + 2.2 * self.drawn.widening) / 2
        narrow = min(2.0, wide)
        middle, half = (below + area.bottom()) / 2, 0.5 * area.width() - EDGE
        x = area.center().x()
        return QPolygonF(
            [
                QPointF(x + side * share * half, middle + direction * high)
                for side, direction, share, high in (
                    (-1, -1, 1, narrow), (-1, -1, 0.35, wide), (1, -1, 0.35, wide), (1, -1, 1, narrow),
                    (1, 1, 1, narrow), (1, 1, 0.35, wide), (-1, 1, 0.35, wide), (-1, 1, 1, narrow),
                )
            ]
        )  # fmt: skip

    # What it holds

    def shares(self) -> NDArray[np.float32] | None:
        """Return what each head takes from the tokens that are drawn, ``(tokens, heads)``."""
        look = self.look
        if look is None:
            return None
        of_heads = grouped(look.shares.T, len(self.heads))  # (tokens, heads drawn)
        return np.stack([part.sum(axis=0) for part in np.array_split(of_heads, len(self.tokens))])

    def sharpness(self) -> NDArray[np.float32] | None:
        """Return how sharply each head looks, ``(heads,)``: 0 at all tokens alike, 1 at one."""
        return None if self.look is None else 1 - grouped(self.look.evenness, len(self.heads))

    def fills(self, values: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
        """Return the means of the tokens that are drawn, of those of all tokens; None where they are not known."""
        if values is None:
            return None
        found: NDArray[np.float32] = grouped(in_relation(values), len(self.tokens))
        return found

    # Painting

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        look = theme.current()
        values = self.ground.values.of_steps(self.ground.column)
        is_live = values.made is not None
        edge = look.color("accent" if is_hovered or not is_live else "border_strong")
        painter.setPen(QPen(edge, 1.6 if is_hovered else 1.1))
        painter.setBrush(look.color("window"))
        for behind in range(min(self.ground.column.alike, MOST_BEHIND + 1) - 1, -1, -1):
            painter.drawRoundedRect(self.area.translated(BEHIND * behind, -BEHIND * behind), 4, 4)
        left, right = self.area.left() + EDGE, self.area.right() - EDGE
        self._paint_looks(
            painter, points(left, self.tokens), QPointF(right, self.tokens[self.chosen]), is_hovered
        )
        self._paint_heads(painter, edge)
        self._paint_tokens(painter, left, self.fills(values.given), edge)
        self._paint_tokens(
            painter, right, self.fills(None if values.made is None else values.made.mean(axis=0)), edge
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("warning" if self.look is not None else "accent"), 1.4))
        painter.drawEllipse(QPointF(right, self.tokens[self.chosen]), DOT + 1.4, DOT + 1.4)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(look.color("accent_soft"))
        painter.drawPolygon(self.network())

    def _paint_looks(
        self, painter: QPainter, tokens: list[QPointF], chosen: QPointF, is_hovered: bool
    ) -> None:
        look = theme.current()
        into = [QPointF(head.left(), head.center().y()) for head in self.heads]
        out = [QPointF(head.right(), head.center().y()) for head in self.heads]
        shares, sharpness = self.shares(), self.sharpness()
        if shares is None or sharpness is None:
            strength = 0.75 if is_hovered else max(0.22, 0.6 - 0.02 * len(self.heads))
            role = "accent" if is_hovered else "border_strong"
            painter.setPen(
                QPen(network_painting.mixed(look.color("window"), look.color(role), strength), 0.8)
            )
            painter.drawLines([QLineF(token, head) for token in tokens for head in into])
            painter.drawLines([QLineF(head, chosen) for head in out])
            return
        network_painting.paint_weights(painter, tokens, into, shares, is_hovered=is_hovered)
        network_painting.paint_weights(
            painter, out, [chosen], np.maximum(sharpness, 0.25)[:, None], is_hovered=is_hovered
        )

    def _paint_heads(self, painter: QPainter, edge: QColor) -> None:
        look, sharpness = theme.current(), self.sharpness()
        is_edged = self.heads[0].height() >= 4
        painter.setPen(QPen(edge, 0.9) if is_edged else Qt.PenStyle.NoPen)
        for place, head in enumerate(self.heads):
            if sharpness is not None:
                painter.setBrush(network_painting.fill_color(float(sharpness[place])))
            else:
                painter.setBrush(look.color("accent_soft" if is_edged else "accent"))
            painter.drawRoundedRect(head, 1, 1)

    def _paint_tokens(
        self, painter: QPainter, x: float, fills: NDArray[np.float32] | None, edge: QColor
    ) -> None:
        look = theme.current()
        painter.setPen(QPen(edge, 0.9))
        for place, y in enumerate(self.tokens):
            painter.setBrush(
                look.color("accent_soft")
                if fills is None
                else network_painting.fill_color(float(fills[place]))
            )
            painter.drawEllipse(QPointF(x, y), DOT, DOT)
