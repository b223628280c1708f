"""A plane that one draws on: points are added, carried and taken away, by mouse and by keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.look.words import in_turn, listed, noted, percent, plain_number
from gui.widgets.plane.marks import paint_mark
from gui.widgets.plane.view import PlaneView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

NEAR = 8.0  # pixels from a point within which it is meant
STILL = 4.0  # pixels that a hand may tremble
APART = 15.0  # pixels between points that one pull puts down
STEPS = 48  # that an arrow key needs from edge to edge; a fifth of such a step with Shift
RING = 8.0  # pixels, of the ring around the point that is meant
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(slots=True)
class _Pull:
    """What the hand does between press and release.

    Attributes:
        carried: The point that it carries, or -1.
        erases: Whether points that it passes are taken away.
        start: Where it was pressed, in pixels.
        is_moved: Whether it went farther than a hand trembles.
        put: Places of points that are put down.
        taken: Points that are taken away.
    """

    carried: int
    erases: bool
    start: QPointF
    is_moved: bool = False
    put: list[tuple[float, float]] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)


class PlaneCanvas(PlaneView):
    """A plane with a place that is looked at, and, where that is allowed, points that can be changed.

    A click puts a point down, a pull a row of them; a point that is pulled goes with the hand; the right button takes
    points away. By keys: arrows move the place, Enter puts a point down or takes one up to carry it, Delete takes one
    away.

    Signals:
        place_changed: Another place is looked at, or none.
        points_wanted: Points are to be added (list of (x, y)).
        point_moved: A point was carried (its index in what was given, x, y).
        points_unwanted: Points are to be taken away (list of their indices in what was given).
    """

    place_changed = Signal()
    points_wanted = Signal(object)
    point_moved = Signal(int, float, float)
    points_unwanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable = False
        self._brush = 0
        self._place: tuple[float, float] | None = None
        self._pull: _Pull | None = None
        self._lifted = -1  # the point that keys carry
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def place(self) -> tuple[float, float] | None:
        """The place that is looked at, x to the right and y up, or None."""
        return self._place

    @property
    def is_editable(self) -> bool:
        """Whether points can be changed."""
        return self._is_editable

    def set_editable(self, is_editable: bool) -> None:
        """Say whether points can be changed here."""
        self._is_editable = is_editable
        self._pull, self._lifted = None, -1
        self.update()

    def set_brush(self, index: int) -> None:
        """Choose the class of points that are put down."""
        self._brush = index
        self.update()

    def look_at(self, x: float, y: float) -> None:
        """Look at a place."""
        self._look_at(self.plane.within(x, y))

    def _look_at(self, place: tuple[float, float] | None) -> None:
        if place != self._place:
            self._place = place
            self.place_changed.emit()
            self.update()

    def _forget(self) -> None:
        self._lifted = -1
        super()._forget()

    def point_at(self, x: float, y: float) -> int:
        """Return which of the points shown is meant by a place, or -1."""
        index, far = self.points.nearest(x, y, self.scale())
        return index if far <= NEAR else -1

    def _given(self, index: int) -> int:
        return int(self.points.indices[index])

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        buttons = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
        if (
            event.button() not in buttons
            or self._pull is not None
            or not self.area().contains(event.position())
        ):
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self.place_of(event.position())
        self._look_at(place)
        if not self._is_editable:
            return
        erases = event.button() is Qt.MouseButton.RightButton
        pull = _Pull(-1 if erases else self.point_at(*place), erases, event.position())
        self._pull = pull
        if erases:
            self._erase(pull, place)
        elif pull.carried < 0:
            pull.put.append(place)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pull, place = self._pull, self.place_of(event.position())
        if pull is None and not self.area().contains(event.position()):
            self._look_at(None)
            return
        if pull is not None:
            pull.is_moved = pull.is_moved or (event.position() - pull.start).manhattanLength() > STILL
            if pull.erases:
                self._erase(pull, place)
            elif pull.carried < 0 and pull.is_moved:
                last = self.pixel_of(*pull.put[-1])
                if (self.pixel_of(*place) - last).manhattanLength() >= APART:
                    pull.put.append(place)
        self._look_at(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull, self._pull = self._pull, None
        if pull is None:
            event.ignore()
            return
        if pull.erases:
            if pull.taken:
                self.points_unwanted.emit([self._given(index) for index in pull.taken])
        elif pull.carried < 0:
            self.points_wanted.emit(list(pull.put))
        elif pull.is_moved:
            self.point_moved.emit(self._given(pull.carried), *self.place_of(event.position()))
        self.update()

    def _erase(self, pull: _Pull, place: tuple[float, float]) -> None:
        index = self.point_at(*place)
        if index >= 0 and index not in pull.taken:
            pull.taken.append(index)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        if self._pull is None and not self.hasFocus():
            self._look_at(None)
        super().leaveEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if is_plain and key in ARROWS:
            self._step(ARROWS[key], 0.2 if modifiers else 1.0)
        elif is_plain and self._is_editable and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_down_or_take_up()
        elif is_plain and self._is_editable and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away()
        elif key == Qt.Key.Key_Escape and (self._lifted >= 0 or self._place is not None):
            self._lifted = -1
            self._look_at(None)
            self.update()
        else:
            super().keyPressEvent(event)

    def _step(self, direction: tuple[int, int], share: float) -> None:
        (left, right), (low, high) = self.plane.x_range, self.plane.y_range
        if self._place is None:
            self.look_at((left + right) / 2, (low + high) / 2)
            return
        x, y = self._place
        across, up = (right - left) / STEPS * share, (high - low) / STEPS * share
        self.look_at(x + direction[0] * across, y + direction[1] * up)

    def _put_down_or_take_up(self) -> None:
        if self._place is None:
            self._step((0, 0), 1.0)
            return
        if self._lifted >= 0:
            carried, self._lifted = self._lifted, -1
            self.point_moved.emit(self._given(carried), *self._place)
        else:
            self._lifted = self.point_at(*self._place)
            if self._lifted < 0:
                self.points_wanted.emit([self._place])
        self.update()

    def _take_away(self) -> None:
        index = self._lifted if self._lifted >= 0 else self.point_at(*self._place) if self._place else -1
        self._lifted = -1
        if index >= 0:
            self.points_unwanted.emit([self._given(index)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._lifted = -1
        if not self.underMouse():
            self._look_at(None)
        self.update()

    # What is said and drawn

    def words_at(self, x: float, y: float) -> str:
        """Return what is known of a place: its coordinates, the point there, and the network's answer."""
        first, second = self.plane.axes
        words = [
            listed(
                self.tr("{name} {value}").format(name=name, value=f"{value:.2f}".replace("-", "−"))
                for name, value in ((first, x), (second, y))
            )
        ]
        index = self.point_at(x, y)
        if index >= 0 and self._classes:
            is_test = bool(self.points.is_test[index])
            words.append(
                noted(
                    self._point_words(index),
                    self.tr("to test with") if is_test else self.tr("to learn from"),
                )
            )
        answer = self.answer_at(x, y)
        if answer is not None and self.gives_number:
            words.append(
                self.tr("the network says {name} {value}").format(
                    name=self._known[0], value=plain_number(float(answer[0]))
                )
            )
        elif answer is not None and len(answer) == len(self._known):
            best = int(np.argmax(answer))
            words.append(
                self.tr("the network says {name} with {percent}").format(
                    name=self._known[best], percent=percent(float(answer[best]), 0)
                )
            )
        return in_turn(words)

    def _point_words(self, index: int) -> str:
        label = self.points.labels[index]
        if self.points.have_numbers:
            words = self.tr("a point where {name} is {value}")
            return words.format(name=self._classes[0], value=plain_number(float(label)))
        return self.tr("a point of {name}").format(name=self._classes[int(label)])

    def tip_at(self, point: QPoint) -> str | None:
        if not self.area().contains(QPointF(point)):
            return ""
        return self.words_at(*self.place_of(QPointF(point)))

    def paint_over(self, painter: QPainter) -> None:
        look, pull = theme.current(), self._pull
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if pull is not None:
            for index in pull.taken:
                painter.setPen(QPen(look.color("error"), 2.0))
                painter.drawEllipse(self.pixel_of(*self.points.places[index].tolist()), RING, RING)
            for x, y in pull.put:
                paint_mark(painter, self.pixel_of(x, y), self._brush, is_hollow=False, size=self.point_size())
        if self._place is None:
            return
        carried = self._lifted if pull is None else pull.carried if pull.is_moved else -1
        at = self.pixel_of(*self._place)
        if carried >= 0:
            hollow = bool(self.points.is_test[carried])
            paint_mark(
                painter, at, int(self.points.labels[carried]), is_hollow=hollow, size=1.25 * self.point_size()
            )
            return
        index = self.point_at(*self._place)
        if index >= 0:
            at = self.pixel_of(*self.points.places[index].tolist())
        for role, width in (("surface", 3.2), ("text", 1.4)):
            painter.setPen(QPen(look.color(role), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, RING, RING)
