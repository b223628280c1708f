"""The text that the network reads: its last characters, a small cell each, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from engine.data.text.asked import shown_text
from engine.data.text.signs import sign_of
from engine.inference.diagram_values import BANDS
from gui.look import theme
from gui.widgets.network.figures.figure import SLOTS, Figure, spread

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

LARGEST = 20.0  # pixels, of a cell


class TextFigure(Figure):
    """A column of cells; empty ones while there is no text."""

    @property
    def text(self) -> str:
        """The characters that have a cell."""
        image = self.ground.values.image
        return "" if image is None else shown_text(image, self.ground.classes)[-SLOTS:]

    def cells(self) -> list[QRectF]:
        """Return where the cells are, the first character at the top."""
        count = max(1, min(SLOTS, self.ground.image_shape[0]))
        middle = self.ground.middle
        pitch = min((self.ground.bottom - self.ground.top) / count, LARGEST)
        side = 0.86 * pitch
        ys = spread(count, middle.y() - count * pitch / 2, middle.y() + count * pitch / 2)
        return [QRectF(middle.x() - side / 2, y - side / 2, side, side) for y in ys]

    def ends(self, side: int) -> list[QPointF]:
        cells = self.cells()
        area = cells[0].united(cells[-1])
        x = area.right() if side > 0 else area.left()
        return [QPointF(x, y) for y in spread(BANDS, area.top(), area.bottom())]

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        look, text = theme.current(), self.text
        font = self.ground.font
        cells = self.cells()
        font = theme.tabular_font(font)
        font.setPixelSize(max(6, round(0.72 * cells[0].height())))
        painter.setFont(font)
        edge = look.color("accent" if is_hovered else "border_strong")
        for place, cell in enumerate(cells):
            painter.setPen(QPen(edge, 1.4 if is_hovered else 1.0))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(cell, 2, 2)
            if place < len(text):
                painter.setPen(look.color("text"))
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), sign_of(text[place]))
