"""The image that the network takes, cut into patches where a layer cuts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from engine.layers import Picture
from gui.look import theme
from gui.widgets.network.figures.figure import Figure
from gui.widgets.network.painting import paint_image

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

BANDS = (-0.9, -0.45, 0.0, 0.45, 0.9)  # of half the side: where lines to the first layer begin

CLOSE = 4.0  # pixels a line; closer ones are fainter


class ImageFigure(Figure):
    """A tile with the present image, or with the drawing of one."""

    @property
    def tile(self) -> QRectF:
        """Where it is."""
        return self.ground.box(self.ground.tile, self.ground.tile)

    def ends(self, side: int) -> list[QPointF]:
        tile = self.tile
        x, half = tile.right() if side > 0 else tile.left(), tile.height() / 2
        return [QPointF(x, tile.center().y() + half * place) for place in BANDS]

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        tile, look = self.tile, theme.current()
        paint_image(painter, tile, self.ground.values.image, is_hovered=is_hovered)
        lattice = self.lattice()
        if lattice:
            is_wide = tile.width() / len(lattice) > CLOSE
            painter.setPen(QPen(look.color("accent", 220 if is_wide else 130), 1.0 if is_wide else 0.6))
            painter.drawLines(lattice)
        area = self.looked_from()
        if area is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("warning"), 1.8))
            painter.drawRect(area)

    def lattice(self) -> list[QLineF]:
        """Return the lines between the patches that the first layer cuts; none where it cuts none."""
        first, tile = self.ground.first, self.tile
        if first is None or first.layer.picture is not Picture.TOKENS or not first.layer.window:
            return []
        size, (_, height, width) = first.layer.window, self.ground.image_shape
        lines = []
        for place in range(size, width, size):
            x = tile.left() + place / width * tile.width()
            lines.append(QLineF(x, tile.top(), x, tile.bottom()))
        for place in range(size, height, size):
            y = tile.top() + place / height * tile.height()
            lines.append(QLineF(tile.left(), y, tile.right(), y))
        return lines

    def pixel_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the row and column of the pixel at a point; None beside the image."""
        tile, (_, height, width) = self.tile, self.ground.image_shape
        if not tile.contains(point):
            return None
        row = int((point.y() - tile.top()) / tile.height() * height)
        column = int((point.x() - tile.left()) / tile.width() * width)
        return min(row, height - 1), min(column, width - 1)

    def looked_from(self) -> QRectF | None:
        """Return where the token lies from which attention is shown; None where none is."""
        looks = [item.look for item in self.ground.values.steps or () if item.look is not None]
        area = looks[0].area if looks else None
        if area is None:
            return None
        row, column, rows, columns = area
        tile, (_, height, width) = self.tile, self.ground.image_shape
        down, across = tile.height() / height, tile.width() / width
        return QRectF(tile.left() + column * across, tile.top() + row * down, columns * across, rows * down)
