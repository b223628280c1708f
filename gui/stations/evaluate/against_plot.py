"""Answers against targets: each example a dot, on the slanting line where the answer is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import in_turn, percent, plain_number
from gui.stations.evaluate.number_axes import Axis, axis_of
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.evaluation.number_report import NumberReport

MOST_DRAWN = 3_000  # examples; more would cover each other
DOT, RING, NEAR = 3.0, 7.0, 10.0  # pixels
LINES = 5  # along an axis, at most


class AgainstPlot(Painted):
    """Draws the answers of a report over their targets; a press chooses an example.

    Signals:
        chosen: An example was pressed (its index, int).
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="againstPlot", accessible=lambda: self.tr("Answers against what is right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._report: NumberReport | None = None
        self._shown: NDArray[np.int64] = np.zeros(0, np.int64)
        self._axis = Axis(0.0, 1.0)
        self._chosen = -1

    def sizeHint(self) -> QSize:
        return QSize(360, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200, share=0.5), px(180, share=0.5))

    def set_report(self, report: NumberReport) -> None:
        """Show a report."""
        self._report, self._chosen = report, -1
        count = report.count
        step = max(1, -(-count // MOST_DRAWN))
        self._shown = np.arange(0, count, step)
        told = np.concatenate([report.targets, report.answers[np.isfinite(report.answers)]])
        self._axis = axis_of(float(told.min()), float(told.max()))
        said(self.setAccessibleDescription, self._spoken)
        self.update()

    def choose(self, index: int) -> None:
        """Ring an example; -1 for none."""
        self._chosen = index
        self.update()

    def _spoken(self) -> str:
        report = self._report
        assert report is not None, "it is set"
        return self.tr("{count} examples; R² {share}, off by {off} on average.").format(
            count=report.count, share=percent(report.accuracy), off=plain_number(report.mae)
        )

    # Where things are

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.tabular_font(self.font(), scale=0.9))

    def area(self) -> QRectF:
        """Return where the dots lie: a square."""
        metrics = self._metrics()
        line = metrics.height()
        left = max(metrics.horizontalAdvance(plain_number(tick)) for tick in self._axis.ticks(LINES)) + 10
        side = max(20.0, min(self.width() - left - 12, self.height() - 2 * line - 12 - line))
        return QRectF(left, line + 4, side, side)

    def _place(self, area: QRectF, target: float, answer: float) -> QPointF:
        along, up = self._axis.along(target), self._axis.along(answer)
        return QPointF(area.left() + along * area.width(), area.bottom() - up * area.height())

    def place_of(self, index: int) -> QPoint:
        """Return where an example lies."""
        assert self._report is not None, "there is one"
        report = self._report
        return self._place(self.area(), float(report.targets[index]), float(report.answers[index])).toPoint()

    def _at(self, point: QPointF) -> int:
        """Return the example that is meant by a place, or -1."""
        report, area = self._report, self.area()
        if report is None or not len(self._shown):
            return -1
        scale = area.width() / (self._axis.high - self._axis.low)
        x = area.left() + (report.targets[self._shown] - self._axis.low) * scale
        y = area.bottom() - (report.answers[self._shown] - self._axis.low) * scale
        far = np.hypot(x - point.x(), y - point.y())
        best = int(np.nanargmin(far)) if np.isfinite(far).any() else 0
        return int(self._shown[best]) if far[best] <= NEAR else -1

    # What the mouse does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)
        else:
            event.ignore()

    def tip_at(self, point: QPoint) -> str:
        """Return what is known of an example."""
        index, report = self._at(QPointF(point)), self._report
        if index < 0 or report is None:
            return ""
        return in_turn(
            (
                self.tr("{name} is {value}").format(
                    name=report.name, value=plain_number(float(report.targets[index]), 4)
                ),
                self.tr("the network says {value}").format(
                    value=plain_number(float(report.answers[index]), 4)
                ),
            )
        )

    # Painting

    def paint(self, painter: QPainter) -> None:
        look, report = theme.current(), self._report
        painter.fillRect(self.rect(), look.color("surface"))
        if report is None:
            return
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        area = self.area()
        self._paint_axes(painter, area, report.name)
        painter.setPen(QPen(look.color("text_muted"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(area.bottomLeft(), area.topRight()))
        painter.setClipRect(area)
        colour = look.series_color(0)
        painter.setPen(QPen(look.color("surface"), 0.6))
        painter.setBrush(colour)
        targets, answers = report.targets.tolist(), report.answers.tolist()
        for index in self._shown.tolist():
            painter.drawEllipse(self._place(area, targets[index], answers[index]), DOT, DOT)
        painter.setClipping(False)
        if 0 <= self._chosen < report.count:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text"), 1.8))
            painter.drawEllipse(self._place(area, targets[self._chosen], answers[self._chosen]), RING, RING)

    def _paint_axes(self, painter: QPainter, area: QRectF, name: str) -> None:
        look, metrics = theme.current(), self._metrics()
        line = metrics.height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in self._axis.ticks(LINES):
            at = self._place(area, tick, tick)
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(area.left(), at.y(), area.right(), at.y()))
            painter.drawLine(QLineF(at.x(), area.top(), at.x(), area.bottom()))
            painter.setPen(look.color("text_muted"))
            words = plain_number(tick)
            painter.drawText(QRectF(0, at.y() - line / 2, area.left() - 6, line), right, words)
            wide = metrics.horizontalAdvance(words) + 2
            below = QRectF(at.x() - wide / 2, area.bottom() + 3, wide, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(look.color("text_muted"))
        room = area.width()
        asked = self.tr("{name} as it is").format(name=name)
        said_ = self.tr("{name} as the network says").format(name=name)
        across, up = (metrics.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in (asked, said_))
        painter.drawText(
            QRectF(area.left(), area.bottom() + line + 4, room, line), Qt.AlignmentFlag.AlignCenter, across
        )
        painter.drawText(QPointF(area.left(), area.top() - 4), up)
