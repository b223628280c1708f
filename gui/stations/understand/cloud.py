"""A cloud of examples on a plane: a colour and a letter for each class, the image under the mouse, and the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.text_size import px
from gui.widgets.images import pictures
from gui.widgets.images.rows import paint_row
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from engine.data.dataset import Dataset

EDGE = 26.0  # pixels around the points
DOT = 5.0
REACH = 12.0  # so near to a point the mouse means it
PICTURE = 72  # of the image under the mouse
ROW = 150  # of a few numbers with their names in its place
MARKER = 11.0  # radius of the drawing's marker
NAME_SHARE = 0.24  # the most that the name of a class takes of the width


class Cloud(Painted):
    """Points with their images; only the marker is painted anew while a person draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examples: Dataset | None = None
        self._places: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._bounds = (np.zeros(2, np.float32), np.ones(2, np.float32))
        self._marked: NDArray[np.float32] | None = None
        self._mark_words = ""
        self._hovered = -1
        self._letters = False
        self._picture: QPixmap | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_points(self, examples: Dataset | None, places: NDArray[np.float32] | None) -> None:
        """Show other points.

        Args:
            examples: Whose images they are, or None for nothing.
            places: ``(N, 2)``.
        """
        self._examples = examples
        self._places = np.zeros((0, 2), np.float32) if places is None else places
        if len(self._places):
            self._bounds = (self._places.min(axis=0), self._places.max(axis=0))
        self._hovered = -1
        self._picture = None
        self.update()

    def set_marker(self, place: NDArray[np.float32] | None, words: str = "") -> None:
        """Put the marker of the image that is looked at somewhere, ``(2,)``, or take it away."""
        self._marked, self._mark_words = place, words
        self.update()

    def set_letters(self, letters: bool) -> None:
        """Draw each point as its class's name, or as a dot."""
        self._letters = letters
        self._picture = None
        self.update()

    @property
    def marker(self) -> NDArray[np.float32] | None:
        """Where the marker is, ``(2,)`` in the numbers of the map."""
        return self._marked

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def pixels(self, places: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return where places of the map ``(N, 2)`` are drawn, ``(N, 2)`` in pixels; those outside lie at the edge."""
        low, high = self._bounds
        size = np.maximum(high - low, 1e-9)
        shares = np.clip((places - low) / size, -0.03, 1.03)
        room = np.array([self.width() - 2 * EDGE, self.height() - 2 * EDGE])
        result: NDArray[np.float64] = EDGE + shares * np.array([1, -1]) * room + np.array([0, room[1]])
        return result

    def point_at(self, x: float, y: float) -> int:
        """Return the index of the point nearest to a place, or -1 where none is near."""
        if not len(self._places):
            return -1
        distances = np.square(self.pixels(self._places) - np.array([x, y])).sum(axis=1)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= REACH**2 else -1

    # Painting

    def forget_colours(self) -> None:
        self._picture = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not len(self._places) or self._examples is None:
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._draw_points(ratio)
        painter.drawPixmap(0, 0, self._picture)
        self._paint_marker(painter)
        if 0 <= self._hovered < len(self._places):
            self._paint_hovered(painter)

    def _draw_points(self, ratio: float) -> QPixmap:
        """Draw all points once."""
        assert self._examples is not None
        look = theme.current()
        picture = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.tabular_font(self.font(), scale=0.8))
        metrics = QFontMetricsF(painter.font())
        places, labels = self.pixels(self._places), self._examples.labels
        for label, name in enumerate(self._examples.classes):
            pen = QPen(look.class_color(label), DOT)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            points = [QPointF(x, y) for x, y in places[labels == label].tolist()]
            if not self._letters:
                painter.drawPoints(QPolygonF(points))
                continue
            shift = QPointF(-metrics.horizontalAdvance(name) / 2, metrics.capHeight() / 2)
            for point in points:
                painter.drawText(point + shift, name)
        self._draw_names(painter, places)
        painter.end()
        return picture

    def _draw_names(self, painter: QPainter, places: NDArray[np.float64]) -> None:
        """Write each class's name over the middle of its points."""
        assert self._examples is not None
        look = theme.current()
        painter.setFont(theme.tabular_font(self.font(), scale=1.15, bold=True))
        metrics = painter.fontMetrics()
        for label, name in enumerate(self._examples.classes):
            own = places[self._examples.labels == label]
            if not len(own):
                continue
            x, y = np.median(own, axis=0).tolist()
            room = max(round(NAME_SHARE * self.width()), metrics.height())
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            place = self.name_place(x, y, metrics.horizontalAdvance(words), metrics.height())
            painter.setPen(QPen(look.class_color(label), 2))
            painter.setBrush(look.color("surface", 235))
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            painter.setPen(look.color("text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def name_place(self, x: float, y: float, wide: int, high: int) -> QRectF:
        """Return where the name around ``(x, y)`` stands, whole inside the picture."""
        width, height = max(wide + 8.0, high + 2.0), high + 2.0
        left = max(min(x - width / 2, self.width() - width - 2), 2.0)
        top = max(min(y - height / 2, self.height() - height - 2), 2.0)
        return QRectF(left, top, width, height)

    def _paint_marker(self, painter: QPainter) -> None:
        if self._marked is None:
            return
        look = theme.current()
        x, y = self.pixels(self._marked[None])[0].tolist()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((look.color("surface"), 6.0), (look.color("text"), 2.6)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(QPointF(x, y), MARKER, MARKER)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                inner, outer = QPointF(dx, dy) * (MARKER - 5), QPointF(dx, dy) * (MARKER + 5)
                painter.drawLine(QPointF(x, y) + inner, QPointF(x, y) + outer)
        if self._mark_words:
            painter.setFont(theme.tabular_font(self.font(), bold=True))
            self._paint_words(painter, QPointF(x, y), self._mark_words)

    def _paint_words(self, painter: QPainter, at: QPointF, words: str) -> None:
        """Write words beside a place, on the side where there is room."""
        look, metrics = theme.current(), painter.fontMetrics()
        width, height = metrics.horizontalAdvance(words) + 12.0, metrics.height() + 4.0
        left = at.x() + MARKER + 9
        if left + width > self.width() - 4:
            left = at.x() - MARKER - 9 - width
        box = QRectF(left, min(max(at.y() - height / 2, 2.0), self.height() - height - 2), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface", 225))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(look.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_hovered(self, painter: QPainter) -> None:
        """Show the example of the point under the mouse, beside it: a picture, or the numbers that tell most."""
        assert self._examples is not None
        look = theme.current()
        x, y = self.pixels(self._places[self._hovered][None])[0].tolist()
        label = int(self._examples.labels[self._hovered])
        painter.setPen(QPen(look.color("text"), 2))
        painter.setBrush(look.class_color(label))
        painter.drawEllipse(QPointF(x, y), DOT, DOT)
        line, side, features = self.fontMetrics().height() + 4, px(PICTURE), self._examples.features
        wide = px(ROW) if features else side
        left = x + 14 if x + 14 + wide + 8 < self.width() else x - 22 - wide
        top = min(max(y - side / 2, 4.0), self.height() - side - line - 12)
        box = QRectF(left, top, wide + 8, side + line + 8)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(box, 5, 5)
        image = self._examples.images[self._hovered]
        place = QRectF(left + 4, top + 4, wide, side).toRect()
        if features:
            painter.setFont(theme.tabular_font(self.font(), scale=0.9))
            paint_row(painter, place, image, features)
        else:
            pictures.paint_image(painter, place, pictures.scaled(image, side, self.devicePixelRatioF()))
        painter.setFont(theme.tabular_font(self.font(), bold=True))
        painter.setPen(look.color("text"))
        words = QRectF(left + 4, top + side + 6, wide, line)
        name = painter.fontMetrics().elidedText(
            self._examples.classes[label], Qt.TextElideMode.ElideRight, wide
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.point_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
