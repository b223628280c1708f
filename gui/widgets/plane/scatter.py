"""Examples as points on their plane, to look through with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.data.plane.ground import plane_of
from gui.look import theme
from gui.look.words import in_turn, listed, plain_number
from gui.widgets.plane.view import PlaneView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature

NEAR = 10.0  # pixels from a point within which it is meant
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -(2**30),
    Qt.Key.Key_End: 2**30,
}


class ScatterView(PlaneView):
    """Points with their classes; arrow keys go from one to the next, a click or Enter activates one.

    Signals:
        image_selected: Index of the example that was selected (int).
        image_activated: Index of the one that was clicked, or selected when Enter was pressed (int).
    """

    image_selected = Signal(int)
    image_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captions: Sequence[str] | None = None
        self._chosen = -1  # among the points shown
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what each number of an example is."""
        plane = plane_of(features)
        if plane is not None:
            self.set_plane(plane)

    def set_images(
        self,
        images: NDArray[Any],
        labels: NDArray[Any],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
    ) -> None:
        """Show examples.

        Args:
            images: ``(N, F)`` float32.
            labels: ``(N,)``, index of each one's class, int64; or its number, float32.
            classes: Names of the classes.
            captions: What is said of each besides.
        """
        places = self.plane.points(images) if images.ndim == 2 else None
        if places is None:
            places, labels, captions = np.zeros((0, 2), np.float32), np.zeros(0, np.int64), None
        self._captions, self._chosen, self._hovered = captions, -1, -1
        self.set_points(places, labels, np.zeros(len(labels), np.bool_), classes)

    def selected(self) -> int:
        """Return the index of the selected example, or -1."""
        return int(self.points.indices[self._chosen]) if self._chosen >= 0 else -1

    def select(self, index: int) -> None:
        """Select an example; where it is not among those shown, the one before it."""
        count = len(self.points)
        if count:
            place = int(np.searchsorted(self.points.indices, index, side="right")) - 1
            self._choose(min(max(place, 0), count - 1))

    def _choose(self, place: int) -> None:
        if place != self._chosen:
            self._chosen = place
            self.setAccessibleDescription(self.words_of(place))
            self.update()
            self.image_selected.emit(self.selected())

    def words_of(self, place: int) -> str:
        """Return what is known of a point that is shown."""
        x, y = self.points.places[place].tolist()
        label = self.points.labels[place]
        name = (
            self.tr("{name} {value}").format(name=self.classes[0], value=plain_number(float(label)))
            if self.points.have_numbers
            else self.classes[int(label)]
        )
        where = listed(
            self.tr("{name} {value}").format(name=axis, value=f"{value:.2f}".replace("-", "−"))
            for axis, value in zip(self.plane.axes, (x, y), strict=True)
        )
        more = self._captions[int(self.points.indices[place])] if self._captions is not None else name
        return in_turn((more, where))

    def _at(self, point: QPointF) -> int:
        place, far = self.points.nearest(*self.place_of(point), self.scale())
        return place if far <= NEAR else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0:
            event.ignore()
            return
        self._choose(place)
        self.image_activated.emit(self.selected())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place != self._hovered:
            self._hovered = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.points)
        if key in STEPS and count:
            wanted = self._chosen + STEPS[key] if self._chosen >= 0 else 0
            self._choose(min(max(wanted, 0), count - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen >= 0:
            self.image_activated.emit(self.selected())
        else:
            super().keyPressEvent(event)

    def tip_at(self, point: QPoint) -> str:
        place = self._at(QPointF(point))
        return "" if place < 0 else "\n".join((self.words_of(place), self.tr("A click puts it on the pad.")))

    def paint_over(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, role in ((self._hovered, "accent"), (self._chosen, "text")):
            if 0 <= place < len(self.points):
                at = self.pixel_of(*self.points.places[place].tolist())
                for colour, width in (("surface", 3.6), (role, 1.8)):
                    painter.setPen(QPen(look.color(colour), width))
                    painter.drawEllipse(at, 2 * self.point_size(), 2 * self.point_size())
