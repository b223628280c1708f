"""Patches as the tokens they become: small cells that lie as the patches do in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from gui.look import theme
from gui.widgets.network.figures.figure import Figure, thirds
from gui.widgets.network.painting import fill_color
from gui.widgets.network.values import grouped, in_relation

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

MOST = 14  # cells on a side; of more, neighbours are taken together
LEAST_EDGED = 5.0  # pixels; smaller cells have no edge of their own
LARGEST = 13.0  # pixels, of a cell


class TokensFigure(Figure):
    """A lattice of cells, one for each token."""

    @property
    def grid(self) -> tuple[int, int]:
        """How many cells there are below each other, and beside."""
        assert self.ground.placed is not None
        drawn = self.ground.placed.depiction
        rows, columns = drawn.grid or (drawn.steps, 1)
        return max(1, min(rows, MOST)), max(1, min(columns, MOST))

    def cells(self) -> list[QRectF]:
        """Return where the cells are, row by row."""
        rows, columns = self.grid
        area = self.area
        pitch = area.height() / rows
        size = pitch - max(0.6, min(2.0, 0.2 * pitch))
        left, top = area.left() + (pitch - size) / 2, area.top() + (pitch - size) / 2
        return [
            QRectF(left + column * pitch, top + row * pitch, size, size)
            for row in range(rows)
            for column in range(columns)
        ]

    @property
    def area(self) -> QRectF:
        """Where they all are."""
        rows, columns = self.grid
        ground = self.ground
        pitch = min(ground.room / columns, ground.tile / rows, LARGEST)
        return ground.box(columns * pitch, rows * pitch)

    def ends(self, side: int) -> list[QPointF]:
        return thirds(self.area, side)

    def fills(self) -> list[float] | None:
        """Return the mean of each cell's token, from −1 to 1; None where it is not known."""
        made = self.ground.values.of_steps(self.ground.column).made
        assert self.ground.placed is not None
        grid = self.ground.placed.depiction.grid
        if made is None or grid is None:
            return None
        rows, columns = self.grid
        means = grouped(made.mean(axis=0).reshape(grid), columns)
        found: list[float] = in_relation(grouped(means.T, rows).T).ravel().tolist()
        return found

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        look, cells, fills = theme.current(), self.cells(), self.fills()
        edge = look.color("accent" if fills is None or is_hovered else "border_strong")
        is_edged = cells[0].width() >= LEAST_EDGED
        painter.setPen(QPen(edge, 1.4 if is_hovered else 1.0) if is_edged else Qt.PenStyle.NoPen)
        plain = look.color("accent" if is_hovered or not is_edged else "accent_soft")
        radius = min(1.5, cells[0].width() / 5)
        for place, cell in enumerate(cells):
            painter.setBrush(plain if fills is None else fill_color(fills[place]))
            painter.drawRoundedRect(cell, radius, radius)
        if not is_edged and fills is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1.0))
            painter.drawRect(self.area.adjusted(-1, -1, 1, 1))
