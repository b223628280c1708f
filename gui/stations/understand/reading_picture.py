"""The picture of a network that reads: the image, what it remembers and what it answers, step beside step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.text_size import px
from gui.look.words import labelled, percent
from gui.stations.understand.scene import number_words
from gui.stations.understand.steered_picture import Key, SteeredPicture
from gui.widgets.images import colours
from gui.widgets.network.painting import paint_image
from gui.widgets.read_part import ReadPart

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QMouseEvent, QPainter

    from engine.insight.reading import Reading
    from gui.stations.understand.scene import Scene

GAP = 22.0  # between the parts, pixels
STATE_SHARE = 0.5  # of what the image leaves of the width
VEIL = 165  # how thick what is not yet read is covered, of 255
LEGEND, LEAST_LEGEND = QSize(90, 8), 24
LEAST_SIDE = 110
POINTER = 5  # half the height of what points at the step with which the mind is made up


class ReadingPicture(SteeredPicture):
    """Image, state and answer side by side; steps go down, units and classes across."""

    step_keys = {Key.Key_Up: -1, Key.Key_Down: 1}
    unit_keys = {Key.Key_Left: -1, Key.Key_Right: 1}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._reading: Reading | None = None
        self._strips: list[QImage] = []  # of the states, and of the answers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_reading(self, scene: Scene, reading: Reading) -> None:
        """Show how another image is read, or by other weights."""
        self._scene, self._reading, self._strips = scene, reading, []
        self.update()

    def counts(self) -> tuple[int, int]:
        """Return how many steps and units there are."""
        return (0, 0) if self._reading is None else (self._reading.count, len(self._reading.states))

    def sizeHint(self) -> QSize:
        return QSize(900, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, round(2 * self._line()) + px(LEAST_SIDE))

    # Where things are

    def _line(self) -> float:
        return self.fontMetrics().height() + 4.0

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Return where image, states and answers stand; titles are above, legend and names of classes below."""
        height = self.height() - 2 * self._line()
        side = max(20.0, min(height, 0.3 * self.width()))
        top = self._line() + (height - side) / 2
        room = self.width() - side - 2 * GAP - 8 - px(POINTER)
        image = QRectF(4, top, side, side)
        states = QRectF(image.right() + GAP, top, STATE_SHARE * room, side)
        return image, states, QRectF(states.right() + GAP, top, (1 - STATE_SHARE) * room, side)

    # Painting

    def forget_colours(self) -> None:
        self._strips = []

    def paint(self, painter: QPainter) -> None:
        scene, reading = self._scene, self._reading
        if scene is None or reading is None:
            return
        largest = float(np.abs(reading.states).max(initial=0.0))
        if not self._strips:
            self._strips = [
                colours.diverging(reading.states.T, largest),
                *([] if reading.answers is None else [colours.sequential(reading.answers)]),
            ]
        image, states, answers = self._places()
        paint_image(painter, image, scene.image, is_hovered=False)
        for place, title in zip((image, states, answers), self._titles(), strict=False):
            self._paint_title(painter, place, title)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(states, self._strips[0])
        self._paint_legend(painter, states, largest)
        shown = [states]
        if reading.answers is not None:
            painter.drawImage(answers, self._strips[1])
            self._paint_names(painter, answers)
            shown.append(answers)
        self._paint_step(painter, image, shown)
        if reading.settled is not None:
            self._paint_settled(painter, answers, reading.settled)

    def _titles(self) -> list[str]:
        """Return what stands above the parts that are shown."""
        titles = [self.tr("What is read"), self.tr("What is remembered, unit by unit")]
        if self._reading is not None and self._reading.answers is not None:
            titles.append(self.tr("The answer, had the image ended there"))
        return titles

    def _paint_title(self, painter: QPainter, under: QRectF, text: str) -> None:
        painter.setPen(theme.current().color("text_muted"))
        place = QRectF(under.left(), under.top() - self._line(), under.width(), self._line() - 2)
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_legend(self, painter: QPainter, over: QRectF, largest: float) -> None:
        """Say below the states which colour is which number, from side to side."""
        low, high = number_words(-largest), number_words(largest)
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(low) + 8.0
        wide = min(px(LEGEND.width()), over.width() - left - 8 - metrics.horizontalAdvance(high))
        if wide < LEAST_LEGEND:
            return
        line = QRectF(over.left(), over.bottom() + 2, over.width(), self._line() - 2)
        bar = QRectF(over.left() + left, 0, wide, px(LEGEND.height()))
        bar.moveCenter(QPointF(bar.center().x(), line.center().y()))
        painter.drawImage(bar, colours.diverging(np.linspace(-1, 1, 61)[None], 1.0))
        painter.setPen(QPen(theme.current().color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        painter.setPen(theme.current().color("text_muted"))
        upright = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, upright, low)
        painter.drawText(line.adjusted(bar.right() + 8 - line.left(), 0, 0, 0), upright, high)

    def _paint_names(self, painter: QPainter, over: QRectF) -> None:
        """Name the classes, as many as there is room for, and the best at the marked step in any case."""
        scene, reading = self._scene, self._reading
        assert scene is not None
        assert reading is not None
        assert reading.answers is not None
        pitch = over.width() / len(scene.classes)
        best = int(reading.answers[self.step].argmax())
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
        veil, line = look.color("window", VEIL), QPen(look.color("accent"), 2)
        read = read_part(reading, self.step)
        for rest in read.unread(image):
            painter.fillRect(rest, veil)
        for place in strips:
            y = place.top() + (self.step + 1) / reading.count * place.height()
            painter.fillRect(QRectF(QPointF(place.left(), y), place.bottomRight()), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("border_strong"), 1))
        for place in (image, *strips):
            painter.drawRect(place)
        painter.setPen(line)
        painter.drawPolyline(QPolygonF(read.edge(image)))
        for place in strips:
            y = place.top() + (self.step + 1) / reading.count * place.height()
            painter.drawLine(QLineF(place.left() - 3, y, place.right() + 3, y))
        width = strips[0].width() / len(reading.states)
        painter.setPen(QPen(look.color("accent" if self.hasFocus() else "text"), 2))
        painter.drawRect(
            QRectF(strips[0].left() + self.unit * width, strips[0].top(), width, strips[0].height())
        )

    def _paint_settled(self, painter: QPainter, answers: QRectF, step: int) -> None:
        """Frame the answer that stays in front, from the step on with which it does, and point at that step."""
        scene, reading = self._scene, self._reading
        assert scene is not None
        assert reading is not None
        assert reading.answers is not None
        final = int(reading.answers[-1].argmax())
        pitch, height = answers.width() / len(scene.classes), answers.height() / reading.count
        top = answers.top() + step * height
        painter.setPen(QPen(theme.current().color("text"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(answers.left() + final * pitch, top, pitch, answers.bottom() - top))
        y, reach = top + height / 2, px(POINTER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("text"))
        tip, back = QPointF(answers.right() + 2, y), answers.right() + 2 + reach
        painter.drawPolygon(QPolygonF([tip, QPointF(back, y - reach), QPointF(back, y + reach)]))

    # Pointing

    def step_at(self, point: QPointF) -> int:
        """Return the step that is meant by a point; the first or last for one above or below all."""
        reading = self._reading
        assert reading is not None
        image = self._places()[0]
        if point.x() <= image.right() + GAP / 2:
            return read_part(reading, 0).step_at(image, point)
        share = (point.y() - image.top()) / image.height()
        return min(max(int(share * reading.count), 0), reading.count - 1)

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

    def tip_at(self, point: QPoint) -> str:
        scene, reading = self._scene, self._reading
        where = QPointF(point)
        if scene is None or reading is None:
            return ""
        for place, title in zip(self._places(), self._titles(), strict=False):
            if place.adjusted(0, -self._line(), 0, -place.height()).contains(where):
                return title  # which is shortened where there is little room
        unit, step = self.unit_at(where), self.step_at(where)
        if unit >= 0:
            words = self.tr("Neuron {unit}, step {step}").format(unit=unit + 1, step=step + 1)
            return labelled(words, number_words(float(reading.states[unit, step])))
        answers = self._places()[2]
        if reading.answers is not None and answers.contains(where):
            index = int((where.x() - answers.left()) / answers.width() * len(scene.classes))
            index = min(index, len(scene.classes) - 1)
            words = self.tr("{name}, step {step}").format(name=scene.classes[index], step=step + 1)
            return labelled(words, percent(float(reading.answers[step, index]), 0))
        return ""


def read_part(reading: Reading, step: int) -> ReadPart:
    """Return how much of the image is read after a step, counted from 0."""
    down, across = (tuple(ends.tolist()) for ends in reading.edges)
    return ReadPart(step + 1, down, across)
