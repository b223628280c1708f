"""The line over the drawing that shows how far a network that reads step by step has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.pad.paper import ROUNDING, area_in
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from gui.widgets.read_part import ReadPart


class ReadEdge(QWidget):
    """Lies over the canvas and lets the pen through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readEdge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._part: ReadPart | None = None
        self._view = QRectF()

    @property
    def part(self) -> ReadPart | None:
        """How much is read; None where no line is shown."""
        return self._part

    @property
    def line(self) -> QPolygonF:
        """The corners of the line, in pad pixels."""
        return QPolygonF() if self._part is None else QPolygonF(self._part.edge(self._view))

    def set_part(self, part: ReadPart | None, view: QRectF | None = None) -> None:
        """Show how much is read, or no line.

        Args:
            part: How much; None for no line.
            view: Where the image that is read lies on the pad, in pad pixels.
        """
        if part is None and self._part is None:
            return
        self._part, self._view = part, view or QRectF()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._part is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = area_in(self.size())
        paper = QPainterPath()
        paper.addRoundedRect(sheet.adjusted(1, 1, -1, -1), ROUNDING, ROUNDING)
        painter.setClipPath(paper)
        painter.translate(sheet.topLeft())
        scale = sheet.width() / SIDE
        painter.scale(scale, scale)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPolyline(self.line)
        painter.end()
