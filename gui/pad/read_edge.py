"""The line over the drawing that shows how far a network that reads step by step has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.pad.paper import ROUNDING, area_in
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from gui.pad.reading import PadDigit
    from gui.widgets.read_part import ReadPart

BEYOND = 8.0
"""Pad pixels that the line reaches beyond one of several digits."""


class ReadEdge(QWidget):
    """Lies over the canvas and lets the pen through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readEdge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._part: ReadPart | None = None
        self._view = QRectF()
        self._within = QRectF()

    @property
    def part(self) -> ReadPart | None:
        """How much is read; None where no line is shown."""
        return self._part

    @property
    def line(self) -> QPolygonF:
        """The corners of the line, in pad pixels."""
        return QPolygonF() if self._part is None else QPolygonF(self._part.edge(self._view))

    @property
    def within(self) -> QRectF:
        """What of the pad the line is painted on, in pad pixels."""
        return self._within

    def set_part(self, part: ReadPart, digit: PadDigit, *, is_alone: bool) -> None:
        """Show how much is read.

        Args:
            part: How much.
            digit: Of what.
            is_alone: Whether there is no other digit on the pad, which the line must not cross.
        """
        self._part, self._view = part, digit.place()
        left, right = (0.0, SIDE) if is_alone else (digit.area.left() - BEYOND, digit.area.right() + BEYOND)
        self._within = QRectF(left, 0.0, right - left, SIDE)
        self.update()

    def clear(self) -> None:
        """Show no line."""
        if self._part is not None:
            self._part = None
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
        painter.setClipRect(self._within, Qt.ClipOperation.IntersectClip)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPolyline(self.line)
        painter.end()
