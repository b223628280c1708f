"""A learning curve: the error against the number of training images, both in powers, with spread and trend."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.goals.registry import CLASSES
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.text_size import px
from gui.look.words import plain_number, translate_engine
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.goals.goal import Goal
    from gui.look.colours import Theme

    Law = Callable[[NDArray[np.float64]], NDArray[np.float64]]

MARK = 4.5  # pixels, half the size of a point
LAW_POINTS = 60
TICK_ERRORS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
LEAST_ERROR = 0.0003
"""Errors below are drawn there, as 0 has no place on an axis in powers."""


class SizeCurve(Painted):
    """Means as points with their spread, single runs as dots, the law as a line that goes on to twice the images."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="sizeCurve", accessible=lambda: self.tr("Learning curve"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._empty = ""
        self._goal: Goal = CLASSES
        self._all_sizes: tuple[int, ...] = ()
        self._runs: tuple[tuple[int, float], ...] = ()
        self._sizes: NDArray[np.int64] = np.zeros(0, np.int64)
        self._errors: NDArray[np.float64] = np.zeros(0)
        self._spreads: NDArray[np.float64] = np.zeros(0)
        self._train: NDArray[np.float64] = np.zeros(0)
        self._law: Law | None = None
        self._doubled: tuple[int, float, float, float] | None = None

    def sizeHint(self) -> QSize:
        return QSize(560, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260, share=0.5), px(180))

    def set_empty_text(self, text: str) -> None:
        """Change what is said while there is nothing to draw."""
        self._empty = text
        self.update()

    def set_goal(self, goal: Goal) -> None:
        """Say what is drawn of networks that are to give this."""
        self._goal = goal
        self.update()

    def clear(self, sizes: Sequence[int] = ()) -> None:
        """Take all points away; ``sizes`` are those that are to come."""
        self._all_sizes, self._runs, self._law, self._doubled = tuple(sizes), (), None, None
        self._sizes, self._errors, self._spreads, self._train = np.zeros(0, np.int64), *([np.zeros(0)] * 3)
        self.update()

    def set_points(
        self,
        runs: Sequence[tuple[int, float]],
        sizes: NDArray[np.int64],
        errors: NDArray[np.float64],
        spreads: NDArray[np.float64],
        train_errors: NDArray[np.float64],
    ) -> None:
        """Show points.

        Args:
            runs: Training images and validation error of each training.
            sizes: ``(S,)`` training images, ascending.
            errors: ``(S,)`` mean validation errors, shares.
            spreads: ``(S,)`` their standard deviation.
            train_errors: ``(S,)`` mean training errors.
        """
        self._runs, self._sizes, self._errors = tuple(runs), sizes, errors
        self._spreads, self._train = spreads, train_errors
        self.update()

    def set_law(self, law: Law | None, doubled: tuple[int, float, float, float] | None = None) -> None:
        """Show the law that the errors follow.

        Args:
            law: Turns sizes into errors, both ``(K,)``; None for none.
            doubled: What twice the images would bring: size, error, and its likely bounds.
        """
        self._law, self._doubled = law, doubled
        self.update()

    # Where things are

    def _area(self) -> QRectF:
        metrics = self.fontMetrics()
        left, line = metrics.horizontalAdvance("00.05\u00a0%") + 12, metrics.height()
        top = self._legend()[-1][0].bottom() + 8
        right = max(26.0, metrics.horizontalAdvance("00,000") / 2)
        return QRectF(left, top, self.width() - left - right, self.height() - top - 2 * line - 14)

    def _legend(self) -> list[tuple[QRectF, str]]:
        """Return what stands in the legend and where, in as many rows as it needs."""
        metrics = QFontMetricsF(theme.tabular_font(self.font(), scale=0.9))
        left, line, mark = 12.0, metrics.height(), metrics.height()
        x, y, found = left, 4.0, []
        for words in (
            translate_engine(self._goal.wrong_of_validation),
            translate_engine(self._goal.wrong_of_training),
            self.tr("trend"),
        ):
            wide = mark + metrics.horizontalAdvance(words) + 2
            if x > left and x + wide > self.width():
                x, y = left, y + line
            found.append((QRectF(x, y, wide, line), words))
            x += wide + line
        return found

    def _bounds(self) -> tuple[float, float, float, float]:
        """Return the least and greatest size, and the least and greatest error."""
        sizes = [*self._all_sizes, *self._sizes.tolist()]
        errors = [error for _size, error in self._runs] + self._train.tolist()
        if self._doubled is not None:
            sizes.append(self._doubled[0])
            errors.extend(self._doubled[1:])
        errors = [max(error, LEAST_ERROR) for error in errors] or [0.01, 0.5]
        return min(sizes) / 1.15, max(sizes) * 1.15, min(errors) / 1.3, min(1.0, max(errors) * 1.3)

    def _place(self, size: float, error: float) -> QPointF:
        area, (least, most, low, high) = self._area(), self._bounds()
        across = math.log(size / least) / math.log(most / least)
        up = math.log(max(error, LEAST_ERROR) / low) / math.log(high / low)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    # Painting

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.fillRect(self.rect(), look.color("surface"))
        if not self._all_sizes and not len(self._sizes):
            painter.setPen(look.color("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(20, 0, -20, 0), flags, self._empty)
        elif self._area().height() > 30 and self._area().width() > 60:
            painter.setFont(theme.tabular_font(self.font(), scale=0.9))
            self._paint_axes(painter, look)
            self._paint_law(painter, look)
            self._paint_points(painter, look)

    def _paint_axes(self, painter: QPainter, look: Theme) -> None:
        area, line = self._area(), painter.fontMetrics().height()
        _least, _most, low, high = self._bounds()
        percent = self.tr("{number}\u00a0%")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for error in TICK_ERRORS:
            if not low <= error <= high:
                continue
            y = self._place(1.0 + _least, error).y()
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(look.color("text_muted"))
            words = percent.format(number=plain_number(100 * error))
            painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), right, words)
        sizes = sorted(
            {*self._all_sizes, *self._sizes.tolist()} | ({self._doubled[0]} if self._doubled else set())
        )
        painter.setPen(look.color("text_muted"))
        free = 0.0
        for size in sizes:
            x = self._place(size, high).x()
            words = QLocale().toString(size)
            wide = painter.fontMetrics().horizontalAdvance(words) + 4
            place = QRectF(x - wide / 2, area.bottom() + 3, wide, line)
            if place.left() > free:
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
                free = place.right() + 6
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.setPen(look.color("text_muted"))
        below = QRectF(area.left(), area.bottom() + line + 5, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("training examples"))
        self._paint_legend(painter, look)

    def _paint_legend(self, painter: QPainter, look: Theme) -> None:
        shown = (look.series_color(1), look.series_color(0), look.color("text_muted"))
        for colour, (place, words) in zip(shown, self._legend(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = place.height() / 4
            painter.drawEllipse(QPointF(place.left() + 1.4 * radius, place.center().y()), radius, radius)
            painter.setPen(look.color("text"))
            beside = place.adjusted(place.height(), 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_law(self, painter: QPainter, look: Theme) -> None:
        if self._law is None or not len(self._sizes):
            return
        end = self._doubled[0] if self._doubled else int(self._sizes[-1])
        sizes = np.geomspace(float(self._sizes[0]), float(end), LAW_POINTS)
        places = [self._place(*pair) for pair in zip(sizes.tolist(), self._law(sizes).tolist(), strict=True)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("text_muted"), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(places))
        if self._doubled is not None:
            size, error, low, high = self._doubled
            painter.setPen(QPen(look.color("text_muted"), 1.5))
            painter.drawLine(QLineF(self._place(size, low), self._place(size, high)))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(self._place(size, error), MARK, MARK)

    def _paint_points(self, painter: QPainter, look: Theme) -> None:
        colour, train = look.series_color(1), look.series_color(0)
        pairs = list(zip(self._sizes.tolist(), self._train.tolist(), strict=True))
        painter.setPen(QPen(train, 1.5))
        painter.setBrush(train)
        painter.drawPolyline(QPolygonF([self._place(*pair) for pair in pairs]))
        for pair in pairs:
            painter.drawEllipse(self._place(*pair), 3, 3)
        faint = look.series_color(1)
        faint.setAlpha(110)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        for pair in self._runs:
            painter.drawEllipse(self._place(*pair), 2.5, 2.5)
        for size, error, spread in zip(
            self._sizes.tolist(), self._errors.tolist(), self._spreads.tolist(), strict=True
        ):
            painter.setPen(QPen(colour, 1.5))
            if spread:
                ends = self._place(size, max(error - spread, LEAST_ERROR)), self._place(size, error + spread)
                painter.drawLine(QLineF(*ends))
            painter.setBrush(colour)
            painter.drawEllipse(self._place(size, error), MARK, MARK)
