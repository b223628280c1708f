"""Mouse, stylus and finger on the canvas: whichever comes first pulls the pen; the others wait until it is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

from gui.pad.paper import area_in, on_pad

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.pad.sketch import Sketch

STYLUS = "stylus"
MERGING = (
    Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
    Qt.ApplicationAttribute.AA_CompressTabletEvents,
)
"""While the window is busy, Qt would keep the last of several movements only, and arcs would become lines."""


class Pens(QObject):
    """Turns what happens on a canvas into pulls of a sketch.

    Args:
        canvas: Where it happens; all of it is paper.
        sketch: What is drawn.
    """

    def __init__(self, canvas: QWidget, sketch: Sketch) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._sketch = sketch
        self._source: object = None  # what pulls: a button of the mouse, the stylus or a finger
        # For as long as there is a canvas, not from press to release: Qt merges what waits before the press is heard.
        for attribute in MERGING:
            QCoreApplication.setAttribute(attribute, False)
        sketch.pull_ended.connect(self._on_sketch_pull_ended)

    def press_mouse(self, event: QMouseEvent) -> None:
        """Begin to draw with the left button, to erase with the right one."""
        button = event.button()
        if button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            if not self._sketch.pulling:
                self._begin(event.position(), button, erase=button == Qt.MouseButton.RightButton)
            event.accept()
        else:
            event.ignore()

    def move_mouse(self, event: QMouseEvent) -> None:
        """Go on where a button of the mouse pulls."""
        if isinstance(self._source, Qt.MouseButton):
            self._extend(event.position())

    def release_mouse(self, event: QMouseEvent) -> None:
        """End the pull of this button."""
        if self._source == event.button():
            self._extend(event.position())
            self._sketch.end()

    def take_stylus(self, event: QTabletEvent) -> None:
        """Draw with the tip of the stylus, erase with its other end or its button."""
        kind = event.type()
        event.accept()
        if kind == QEvent.Type.TabletPress and not self._sketch.pulling:
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            barrel = event.button() == Qt.MouseButton.RightButton
            self._begin(event.position(), STYLUS, erase=eraser or barrel)
        elif not self._sketch.pulling:
            event.ignore()  # a hovering stylus moves the mouse pointer
        elif self._source == STYLUS:
            self._extend(event.position())
            if kind == QEvent.Type.TabletRelease:
                self._sketch.end()

    def take_touch(self, event: QTouchEvent) -> None:
        """Draw with the first finger; the palm and further fingers do nothing."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            if isinstance(self._source, tuple):
                self._sketch.drop()
            return
        for point in event.points():
            state, finger = point.state(), ("finger", point.id())
            if state == QEventPoint.State.Pressed:
                if not self._sketch.pulling:
                    self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
                    self._begin(point.position(), finger, erase=False)
            elif self._source == finger:
                self._extend(point.position())
                if state == QEventPoint.State.Released:
                    self._sketch.end()

    def _begin(self, position: QPointF, source: object, *, erase: bool) -> None:
        self._sketch.end()
        self._source = source
        self._sketch.begin(self._on_pad(position), erase=erase)

    def _extend(self, position: QPointF) -> None:
        self._sketch.extend(self._on_pad(position))

    def _on_pad(self, position: QPointF) -> tuple[float, float]:
        return on_pad(position, area_in(self._canvas.size()))

    @Slot()
    def _on_sketch_pull_ended(self) -> None:
        self._source = None
