"""The picture of a network that reads: the image, what it remembers and what it answers, step beside step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.choices import Reading as Order
from gui.look import theme
from gui.look.words import labelled, percent
from gui.stations.understand import colours
from gui.stations.understand.scene import number_words
from gui.widgets.network.painting import paint_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter

    from engine.insight import Reading
    from gui.stations.understand.scene import Scene

GAP = 22.0  # between the parts, pixels
STATE_SHARE = 0.5  # of what the image leaves of the width
VEIL = 165  # how thick what is not yet read is covered, of 255


class ReadingPicture(Painted):
    """Image, state and answer side by side, a step of reading at one height in all of them.

    Signals:
        step_chosen: A step was chosen (counted from 0).
        unit_chosen: A unit was chosen (counted from 0).
    """

    step_chosen = Signal(int)
    unit_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._reading: Reading | None = None
        self._strips: list[QImage] = []  # of the states, and of the answers
        self._step = self._unit = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_reading(self, scene: Scene, reading: Reading) -> None:
        """Show how another image is read, or by other weights."""
        self._scene, self._reading, self._strips = scene, reading, []
        self.update()

    def set_place(self, step: int, unit: int) -> None:
        """Mark a step and a unit."""
        self._step, self._unit = step, unit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 150)

    # Where things are

    def _line(self) -> float:
        return self.fontMetrics().height() + 4.0

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Return where image, states and answers stand; titles are above them, names of classes below."""
        height = self.height() - 2 * self._line()
        side = max(20.0, min(height, 0.3 * self.width()))
        top = self._line() + (height - side) / 2
        room = self.width() - side - 2 * GAP - 4
        image = QRectF(2, top, side, side)
        states = QRectF(image.right() + GAP, top, STATE_SHARE * room, side)
        return image, states, QRectF(states.right() + GAP, top, (1 - STATE_SHARE) * room, side)

    def _goes_right(self) -> bool:
        """Whether the image is read from left to right."""
        assert self._reading is not None
        return self._reading.reads_image and self._reading.described.reading is Order.COLUMNS

    # Painting

    def forget_colours(self) -> None:
        self._strips = []

    def paint(self, painter: QPainter) -> None:
        scene, reading = self._scene, self._reading
        if scene is None or reading is None:
            return
        if not self._strips:
            self._strips = [
                colours.diverging(reading.states.T, float(np.abs(reading.states).max(initial=0.0))),
                *([] if reading.answers is None else [colours.sequential(reading.answers)]),
            ]
        image, states, answers = self._places()
        paint_image(painter, image, scene.image, is_hovered=False)
        self._paint_title(painter, image, self.tr("What is read"))
        self._paint_title(painter, states, self.tr("What is remembered, unit by unit"))
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(states, self._strips[0])
        shown = [states]
        if reading.answers is not None:
            painter.drawImage(answers, self._strips[1])
            self._paint_title(painter, answers, self.tr("The answer, had the image ended there"))
            self._paint_names(painter, answers)
            shown.append(answers)
        self._paint_step(painter, image, shown)

    def _paint_title(self, painter: QPainter, under: QRectF, text: str) -> None:
        painter.setPen(theme.current().color("text_muted"))
        place = QRectF(under.left(), under.top() - self._line(), under.width(), self._line() - 2)
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_names(self, painter: QPainter, over: QRectF) -> None:
        """Name the classes, as many as there is room for, and the best at the marked step in any case."""
        scene, reading = self._scene, self._reading
        assert scene is not None
        assert reading is not None
        assert reading.answers is not None
        pitch = over.width() / len(scene.classes)
        best = int(reading.answers[self._step].argmax())
        metrics = painter.fontMetrics()
        fits = pitch >= max(metrics.horizontalAdvance(name) for name in scene.classes) + 2
        for index, name in enumerate(scene.classes):
            if not fits and index != best:
                continue
            width = max(pitch, metrics.horizontalAdvance(name) + 4.0)
            left = min(over.left() + (index + 0.5) * pitch - width / 2, self.width() - width)
            painter.setPen(theme.current().color("text" if index == best else "text_muted"))
            painter.drawText(
                QRectF(left, over.bottom() + 2, width, self._line() - 2), Qt.AlignmentFlag.AlignCenter, name
            )

    def _paint_step(self, painter: QPainter, image: QRectF, strips: list[QRectF]) -> None:
        """Veil what is not yet read, draw the line of reading, and frame the strips and the chosen unit."""
        reading, look = self._reading, theme.current()
        assert reading is not None
        share = (self._step + 1) / reading.count
        veil, line = look.color("window", VEIL), QPen(look.color("accent"), 2)
        frame = QPen(look.color("border_strong"), 1)
        for place in (image, *strips):
            painter.setPen(frame)
            painter.drawRect(place)
            painter.setPen(line)
            if place is image and self._goes_right():
                x = place.left() + share * place.width()
                painter.fillRect(QRectF(QPointF(x, place.top()), place.bottomRight()), veil)
                painter.drawLine(QLineF(x, place.top() - 3, x, place.bottom() + 3))
            else:
                y = place.top() + share * place.height()
                painter.fillRect(QRectF(QPointF(place.left(), y), place.bottomRight()), veil)
                painter.drawLine(QLineF(place.left() - 3, y, place.right() + 3, y))
        width = strips[0].width() / len(reading.states)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(
            QRectF(strips[0].left() + self._unit * width, strips[0].top(), width, strips[0].height())
        )

    # Pointing

    def step_at(self, point: QPointF) -> int:
        """Return the step that is meant by a point; the first or last for one above or below all."""
        assert self._reading is not None
        image = self._places()[0]
        if self._goes_right() and point.x() <= image.right():
            share = (point.x() - image.left()) / image.width()
        else:
            share = (point.y() - image.top()) / image.height()
        return min(max(int(share * self._reading.count), 0), self._reading.count - 1)

    def unit_at(self, point: QPointF) -> int:
        """Return the unit at a point of the states, or -1."""
        assert self._reading is not None
        states = self._places()[1]
        units = len(self._reading.states)
        if not states.contains(point):
            return -1
        return min(int((point.x() - states.left()) / states.width() * units), units - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._reading is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        unit = self.unit_at(event.position())
        if unit >= 0:
            self.unit_chosen.emit(unit)
        self.step_chosen.emit(self.step_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._reading is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.step_chosen.emit(self.step_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from step to step with up and down, from unit to unit with left and right."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        units = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._reading is not None and key in steps:
            self.step_chosen.emit(min(max(self._step + steps[key], 0), self._reading.count - 1))
        elif self._reading is not None and key in units:
            self.unit_chosen.emit(min(max(self._unit + units[key], 0), len(self._reading.states) - 1))
        else:
            super().keyPressEvent(event)

    def tip_at(self, point: QPoint) -> str:
        scene, reading = self._scene, self._reading
        where = QPointF(point)
        if scene is None or reading is None:
            return ""
        unit, step = self.unit_at(where), self.step_at(where)
        if unit >= 0:
            words = self.tr("Neuron {unit}, step {step}").format(unit=unit + 1, step=step + 1)
            return labelled(words, number_words(float(reading.states[unit, step])))
        answers = self._places()[2]
        if reading.answers is not None and answers.contains(where):
            index = int((where.x() - answers.left()) / answers.width() * len(scene.classes))
            words = self.tr("{name}, step {step}").format(name=scene.classes[index], step=step + 1)
            return labelled(words, percent(float(reading.answers[step, index]), 0))
        return ""
