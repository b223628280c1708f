"""The strip around the paper: a pen that is set down just beside the edge draws as if it had met the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.pad.canvas import DrawingCanvas

WIDTH = 24
"""Pixels around the paper: about half a fingertip."""


class Apron(QWidget):
    """Lies under a canvas and whatever else stands around it; what falls on it is the canvas's.

    Args:
        canvas: Beside which it lies, as a child of the same widget.
    """

    def __init__(self, canvas: DrawingCanvas) -> None:
        around = canvas.parentWidget()
        assert around is not None, "a canvas alone in a window has nothing around it"
        super().__init__(around)
        self._canvas, self._around = canvas, around
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setTabletTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the right button erases
        self.lower()

    def lie_around(self, canvas: QRect) -> None:
        """Take the place around the canvas's own, as far as there is room."""
        self.setGeometry(canvas.adjusted(-WIDTH, -WIDTH, WIDTH, WIDTH) & self._around.rect())

    def _shift(self) -> QPointF:
        return QPointF(self.pos() - self._canvas.pos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.pens.press_mouse(event, self._shift())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._canvas.pens.move_mouse(event, self._shift())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._canvas.pens.release_mouse(event, self._shift())

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._canvas.pens.take_stylus(event, self._shift())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setCursor(self._canvas.cursor())
        super().enterEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._canvas.pens.take_touch(event, self._shift())
            return True
        if event.type() is QEvent.Type.UngrabMouse:
            self._canvas.lift()
        return super().event(event)
