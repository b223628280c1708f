"""Mouse, stylus and finger on the canvas: whichever comes first pulls the pen; the others wait until it is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

from gui.pad.palms import Palms
from gui.pad.paper import area_in, on_pad

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.pad.sketch import Sketch

STYLUS = "stylus"
NOWHERE = QPointF()
LIGHTEST, HARDEST = 0.4, 1.6
"""How wide the lightest and the hardest touch of a stylus make the pen; half way it is the chosen width."""
MERGING = (
    Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
    Qt.ApplicationAttribute.AA_CompressTabletEvents,
)
"""While the window is busy, Qt would keep the last of several movements only, and arcs would become lines."""


class Pens(QObject):
    """Turns what happens on a canvas and just beside it into pulls of a sketch.

    Where an event comes from another widget, ``shift`` is where that one's corner lies on the canvas.

    Args:
        canvas: Where it happens; all of it is paper.
        sketch: What is drawn.
    """

    def __init__(self, canvas: QWidget, sketch: Sketch) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._sketch = sketch
        self._source: object = None  # what pulls: a button of the mouse, the stylus or a finger
        self._is_pressed = False  # whether the pull under way tells how it is pressed
        self._thickness = LIGHTEST
        self.palms = Palms()
        # For as long as there is a canvas, not from press to release: Qt merges what waits before the press is heard.
        for attribute in MERGING:
            QCoreApplication.setAttribute(attribute, False)
        sketch.pull_ended.connect(self._on_sketch_pull_ended)

    def press_mouse(self, event: QMouseEvent, shift: QPointF = NOWHERE) -> None:
        """Begin to draw with the left button, to erase with the right one."""
        button = event.button()
        if button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            if not self._sketch.pulling:
                self._begin(event.position() + shift, button, erase=button == Qt.MouseButton.RightButton)
            event.accept()
        else:
            event.ignore()

    def move_mouse(self, event: QMouseEvent, shift: QPointF = NOWHERE) -> None:
        """Go on where a button of the mouse pulls."""
        if isinstance(self._source, Qt.MouseButton):
            self._extend(event.position() + shift)

    def release_mouse(self, event: QMouseEvent, shift: QPointF = NOWHERE) -> None:
        """End the pull of this button."""
        if self._source == event.button():
            self._extend(event.position() + shift)
            self._sketch.end()

    def take_stylus(self, event: QTabletEvent, shift: QPointF = NOWHERE) -> None:
        """Draw with the tip of the stylus, erase with its other end or its button; a finger's pull gives way to it."""
        kind = event.type()
        event.accept()
        self.palms.note_stylus()
        if self._is_finger(self._source):  # it was the hand that holds the stylus
            self._sketch.drop()
        position = event.position() + shift
        if kind == QEvent.Type.TabletPress and not self._sketch.pulling:
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            barrel = event.button() == Qt.MouseButton.RightButton
            tells = QInputDevice.Capability.Pressure in event.pointingDevice().capabilities()
            self._begin(
                position, STYLUS, erase=eraser or barrel, pressure=event.pressure() if tells else None
            )
        elif not self._sketch.pulling:
            event.ignore()  # a hovering stylus moves the mouse pointer
        elif self._source == STYLUS:
            self._extend(position, event.pressure())
            if kind == QEvent.Type.TabletRelease:
                self._sketch.end()

    def take_touch(self, event: QTouchEvent, shift: QPointF = NOWHERE) -> None:
        """Draw with the first finger; the palm and further fingers do nothing."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            if self._is_finger(self._source):
                self._sketch.drop()
            return
        for point in event.points():
            state, finger = point.state(), ("finger", point.id())
            is_palm = self.palms.is_broad(point.ellipseDiameters(), self._canvas.logicalDpiX())
            if state == QEventPoint.State.Pressed:
                if not (self._sketch.pulling or is_palm or self.palms.stylus_is_near):
                    self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
                    self._begin(point.position() + shift, finger, erase=False)
            elif self._source == finger and is_palm:  # it touched with its edge first
                self._sketch.drop()
            elif self._source == finger:
                self._extend(point.position() + shift)
                if state == QEventPoint.State.Released:
                    self._sketch.end()

    @staticmethod
    def _is_finger(source: object) -> bool:
        return isinstance(source, tuple)

    def _begin(
        self, position: QPointF, source: object, *, erase: bool, pressure: float | None = None
    ) -> None:
        self._sketch.end()
        self._source = source
        self._is_pressed, self._thickness = pressure is not None, LIGHTEST
        self._sketch.begin(self._told(position, pressure or 0.0), erase=erase)

    def _extend(self, position: QPointF, pressure: float = 0.0) -> None:
        self._sketch.extend(self._told(position, pressure))

    def _told(self, position: QPointF, pressure: float) -> tuple[float, ...]:
        """Return a position as the sketch takes it; a pen that is lifted stays as wide as it was pressed last."""
        point = on_pad(position, area_in(self._canvas.size()))
        if not self._is_pressed:
            return point
        if pressure > 0:
            self._thickness = LIGHTEST + (HARDEST - LIGHTEST) * min(pressure, 1.0)
        return (*point, self._thickness)

    @Slot()
    def _on_sketch_pull_ended(self) -> None:
        self._source = None
