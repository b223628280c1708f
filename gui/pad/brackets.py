"""Brackets under the drawing that show which strokes are taken for one digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.pad.paper import area_in
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 6.0
"""Pixels between the ink and its bracket."""
TICK = 4.0
"""Pixels that a bracket's ends reach up."""


class Brackets(QWidget):
    """Lies over the canvas and lets the pen through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digitBrackets")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._areas: tuple[QRectF, ...] = ()
        self._chosen = 0

    @property
    def areas(self) -> tuple[QRectF, ...]:
        """The boxes that have a bracket, in pad pixels."""
        return self._areas

    def set_digits(self, areas: Sequence[QRectF], chosen: int) -> None:
        """Mark digits; a single one needs no bracket.

        Args:
            areas: The box around each in pad pixels.
            chosen: Which one stands out.
        """
        shown = tuple(areas) if len(areas) > 1 else ()
        if (shown, chosen) != (self._areas, self._chosen):
            self._areas, self._chosen = shown, chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._areas:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = area_in(self.size())
        scale = sheet.width() / SIDE
        for place, area in enumerate(self._areas):
            left, right = sheet.x() + area.left() * scale, sheet.x() + area.right() * scale
            low = min(sheet.y() + area.bottom() * scale + GAP, sheet.bottom() - 4.0)
            left, right = max(left, sheet.left() + 4.0), min(right, sheet.right() - 4.0)
            is_chosen = place == self._chosen
            role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.PlaceholderText
            painter.setPen(QPen(self.palette().color(role), 2.0 if is_chosen else 1.2))
            corners = [(left, low - TICK), (left, low), (right, low), (right, low - TICK)]
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.end()
