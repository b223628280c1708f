"""A picture of shares: marks told apart by form and colour, joined or not, each with its words; a press chooses one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.text_size import px
from gui.look.words import listed, percent
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from gui.look.spoken import Words

MARK, HOLLOW, RING = 4.5, 3.2, 9.0  # pixels: half the size of a mark, of a hollow one, of the ring round one
NEAR = 12.0  # pixels from a mark in which the mouse means it
STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)  # between lines of the axis
CORNERS = {
    "diamond": ((0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.2), (1.15, 0.85), (-1.15, 0.85)),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How marks look.

    Attributes:
        form: ``circle``, one of ``CORNERS``, or ``cross``.
        colour: Which of the theme's curve colours; -1 for that of words.
        is_hollow: Whether they are small rings, as what was only measured and stands behind others.
        is_joined: Whether a line goes through them.
    """

    form: str
    colour: int
    is_hollow: bool = False
    is_joined: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A mark of the picture.

    Attributes:
        look: How it looks.
        along: Where it lies along the axis, 0 to 1.
        share: How high, 0 to 1.
        words: What it stands for.
        meant: What is told where it is pressed.
        is_chosen: Whether a ring is drawn round it.
    """

    look: Look
    along: float
    share: float
    words: str
    meant: object = None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that is drawn.

    Attributes:
        marks: From the back to the front; those that are joined in their order.
        legend: Looks and what they stand for.
        ticks: Places along the axis, 0 to 1, and their words.
        caption: What is counted along the axis.
        level: A share that is a line over the whole width, and the bounds of a band around it.
        level_words: What that is.
        at: Where an upright line stands, 0 to 1.
    """

    marks: Sequence[Mark]
    legend: Sequence[tuple[Look, str]]
    ticks: Sequence[tuple[float, str]]
    caption: str
    level: tuple[float, float, float] | None = None
    level_words: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Scale:
    """Where marks lie, worked out once for all of them, as letters are measured for it.

    Attributes:
        area: The place between the axes.
        low: The share at its lower end.
        high: The share at its upper end.
    """

    area: QRectF
    low: float
    high: float

    def place(self, along: float, share: float) -> QPointF:
        """Return where a share lies, so far along the axis (0 to 1)."""
        up = (share - self.low) / (self.high - self.low)
        return QPointF(
            self.area.left() + along * self.area.width(), self.area.bottom() - up * self.area.height()
        )


class PointPlot(Painted):
    """Draws a picture, or says why there is none.

    Args:
        name: Its object name.
        title: What it shows, for those who hear the window.
        parent: The widget it belongs to.

    Signals:
        chosen: A mark was pressed (what it means).
        pressed: A place without a mark was pressed (0 to 1 along the axis).
    """

    chosen = Signal(object)
    pressed = Signal(float)

    def __init__(self, name: str, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name=name, accessible=title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: Picture | None = None
        self._empty = ""

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(230, share=0.5), px(190))

    def show_picture(self, picture: Picture | None, empty: str = "") -> None:
        """Draw a picture; for None, say ``empty`` instead."""
        self._picture, self._empty = picture, empty
        told = () if picture is None else [mark.words for mark in picture.marks if not mark.look.is_hollow]
        self.setAccessibleDescription(empty if picture is None else listed(told))
        self.update()

    # Where things are

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.tabular_font(self.font(), scale=0.9))

    def _legend(self, picture: Picture) -> list[QRectF]:
        """Return where the entries of the legend stand, in as many rows as they need."""
        metrics, found = self._metrics(), []
        line, x, y = metrics.height(), 4.0, 2.0
        for words in (*(words for _, words in picture.legend), *filter(None, [picture.level_words])):
            wide = 1.5 * line + metrics.horizontalAdvance(words)
            if x > 4 and x + wide > self.width():
                x, y = 4.0, y + line
            found.append(QRectF(x, y, wide, line))
            x += wide + 0.8 * line
        return found

    def _area(self, picture: Picture) -> QRectF:
        metrics = self._metrics()
        left, line = metrics.horizontalAdvance("100.0\u00a0%") + 8, metrics.height()
        top = max((place.bottom() for place in self._legend(picture)), default=0.0) + 8
        right = metrics.horizontalAdvance("100\u00a0%") / 2 + 4
        return QRectF(left, top, self.width() - left - right, self.height() - top - 2 * line - 8)

    @staticmethod
    def _bounds(picture: Picture) -> tuple[float, float]:
        """Return between which shares the axis goes: a round number at its lower end, all of them at the upper."""
        shares = [mark.share for mark in picture.marks]
        least = min((*shares, *(picture.level or ())), default=0.0)
        step = next((step for step in STEPS if (1 - least) / step <= 6), STEPS[-1])
        low = max(0.0, math.floor(least / step - 0.1) * step)
        return low, 1.0 + 0.04 * (1 - low)

    def _scale(self, picture: Picture) -> _Scale:
        return _Scale(self._area(picture), *self._bounds(picture))

    def place_of(self, meant: object) -> QPoint:
        """Return where the mark of something lies."""
        assert self._picture is not None, "there is a mark"
        mark = next(mark for mark in self._picture.marks if mark.meant == meant)
        return self._scale(self._picture).place(mark.along, mark.share).toPoint()

    def _nearest(self, point: QPointF) -> Mark | None:
        picture = self._picture
        if picture is None:
            return None
        scale = self._scale(picture)
        near = [
            (QLineF(scale.place(mark.along, mark.share), point).length(), -number, mark)
            for number, mark in enumerate(picture.marks)
        ]
        distance, _, mark = min(near, key=lambda item: item[:2], default=(NEAR, 0, None))
        return mark if distance < NEAR else None

    # What the mouse does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        mark, area = self._nearest(event.position()), self._area(self._picture)
        if mark is not None:
            self.chosen.emit(mark.meant)
        elif area.width() > 0:
            self.pressed.emit(min(max((event.position().x() - area.left()) / area.width(), 0.0), 1.0))

    def tip_at(self, point: QPoint) -> str:
        """Return what a mark stands for."""
        mark = self._nearest(QPointF(point))
        return "" if mark is None else mark.words

    # Painting

    def paint(self, painter: QPainter) -> None:
        look, picture = theme.current(), self._picture
        painter.fillRect(self.rect(), look.color("surface"))
        if picture is None:
            painter.setPen(look.color("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(20, 0, -20, 0), flags, self._empty)
            return
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        scale = self._scale(picture)
        if scale.area.height() < 20 or scale.area.width() < 40:
            return
        self._paint_legend(painter, picture)
        self._paint_axes(painter, picture, scale)
        self._paint_lines(painter, picture, scale)
        for kind in dict.fromkeys(mark.look for mark in picture.marks if mark.look.is_joined):
            points = [scale.place(mark.along, mark.share) for mark in picture.marks if mark.look == kind]
            painter.setPen(QPen(look.series_color(kind.colour), 1.6))
            painter.drawPolyline(QPolygonF(points))
        for mark in picture.marks:
            place = scale.place(mark.along, mark.share)
            _paint_mark(painter, mark.look, place)
            if mark.is_chosen:
                painter.setPen(QPen(look.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, RING, RING)

    def _paint_legend(self, painter: QPainter, picture: Picture) -> None:
        places, look = self._legend(picture), theme.current()
        words = [words for _, words in picture.legend] + [picture.level_words]
        for number, place in enumerate(places):
            at = QPointF(place.left() + 0.6 * place.height(), place.center().y())
            if number < len(picture.legend):
                _paint_mark(painter, picture.legend[number][0], at)
            else:
                painter.setPen(QPen(look.color("text_muted"), 1.5, Qt.PenStyle.DashLine))
                painter.drawLine(QLineF(at.x() - 8, at.y(), at.x() + 8, at.y()))
            painter.setPen(look.color("text"))
            beside = place.adjusted(1.4 * place.height(), 0, place.height(), 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words[number])

    def _paint_axes(self, painter: QPainter, picture: Picture, scale: _Scale) -> None:
        look, line = theme.current(), painter.fontMetrics().height()
        area, low = scale.area, scale.low
        room = max(1, math.floor(area.height() / (1.3 * line)))
        step = next((step for step in STEPS if (1 - low) / step <= room), STEPS[-1])
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number in range(math.ceil(low / step - 1e-9), math.floor(1 / step + 1e-9) + 1):
            y = scale.place(0, number * step).y()
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(look.color("text_muted"))
            words = percent(number * step, 1 if step < 0.01 else 0)
            painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), side, words)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.setPen(look.color("text_muted"))
        free = 0.0
        for along, words in sorted(picture.ticks):
            wide = painter.fontMetrics().horizontalAdvance(words) + 2
            place = QRectF(area.left() + along * area.width() - wide / 2, area.bottom() + 3, wide, line)
            if place.left() > free and place.right() <= self.width():
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
                free = place.right() + 6
        below = QRectF(0, area.bottom() + line + 4, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, picture.caption)

    def _paint_lines(self, painter: QPainter, picture: Picture, scale: _Scale) -> None:
        look, area = theme.current(), scale.area
        if picture.level is not None:
            y, bottom, top = (scale.place(0, share).y() for share in picture.level)
            painter.fillRect(
                QRectF(area.left(), top, area.width(), bottom - top), look.color("text_muted", 40)
            )
            painter.setPen(QPen(look.color("text_muted"), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        if picture.at is not None:
            x = area.left() + picture.at * area.width()
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))


def _paint_mark(painter: QPainter, kind: Look, at: QPointF) -> None:
    look, size = theme.current(), HOLLOW if kind.is_hollow else MARK
    colour = look.color("text") if kind.colour < 0 else look.series_color(kind.colour)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(look.color("surface") if kind.is_hollow else colour)
    if kind.form == "cross":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QLineF(at.x() - 1.7 * size, at.y(), at.x() + 1.7 * size, at.y()))
        painter.drawLine(QLineF(at.x(), at.y() - 1.7 * size, at.x(), at.y() + 1.7 * size))
    if kind.form in CORNERS:
        painter.drawPolygon(QPolygonF([at + QPointF(size * x, size * y) for x, y in CORNERS[kind.form]]))
    else:
        painter.drawEllipse(at, size, size)
