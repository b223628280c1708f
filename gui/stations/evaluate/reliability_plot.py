"""A reliability diagram: how many of the answers given with some confidence are right, beside how many should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import joined
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.look.colours import Theme

TICKS = 5
COUNT_SHARE = 0.16  # of the height, for how many answers there are


class ReliabilityPlot(Painted):
    """Bars for what is right in each bin of confidence, a line for what should be, and the counts under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(
            self,
            name="reliabilityPlot",
            accessible=lambda: self.tr("Confidence of the answers against the share that is right"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._edges: NDArray[np.float64] = np.linspace(0, 1, 11)
        self._counts: NDArray[np.int64] = np.zeros(10, np.int64)
        self._confidences: NDArray[np.float64] = np.full(10, np.nan)
        self._accuracies: NDArray[np.float64] = np.full(10, np.nan)

    def sizeHint(self) -> QSize:
        return QSize(360, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200, share=0.5), px(180, share=0.5))

    def set_bins(
        self,
        edges: NDArray[np.float64],
        counts: NDArray[np.int64],
        confidences: NDArray[np.float64],
        accuracies: NDArray[np.float64],
    ) -> None:
        """Show answers in bins by their confidence.

        Args:
            edges: ``(bins + 1,)`` bounds, from 0 to 1.
            counts: ``(bins,)`` answers in each.
            confidences: ``(bins,)`` mean confidence, nan without answers.
            accuracies: ``(bins,)`` share that is right, nan without answers.
        """
        self._edges, self._counts = edges, counts
        self._confidences, self._accuracies = confidences, accuracies
        said(
            self.setAccessibleDescription, lambda: joined(map(self.sentence, np.flatnonzero(counts).tolist()))
        )
        self.update()

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Return where the diagram is, and where the counts under it are."""
        metrics = self.fontMetrics()
        left, line = metrics.horizontalAdvance("100\u00a0%") + 10, metrics.height()
        width, height = self.width() - left - 14, self.height() - 8 - 2 * line - 10
        counts = COUNT_SHARE * height
        upper = QRectF(left, 8, width, height - counts - 8)
        return upper, QRectF(left, upper.bottom() + 8, width, counts)

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        upper, lower = self._areas()
        if upper.height() > 20 and upper.width() > 20:
            self._paint_axes(painter, look, upper, lower)
            self._paint_bins(painter, look, upper, lower)

    def _paint_axes(self, painter: QPainter, look: Theme, upper: QRectF, lower: QRectF) -> None:
        percent, line = self.tr("{number}\u00a0%"), painter.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in range(TICKS + 1):
            share = tick / TICKS
            y, x = upper.bottom() - share * upper.height(), upper.left() + share * upper.width()
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(upper.left(), y, upper.right(), y))
            painter.setPen(look.color("text_muted"))
            words = percent.format(number=QLocale().toString(round(100 * share)))
            painter.drawText(QRectF(0, y - line / 2, upper.left() - 6, line), right, words)
            wide = painter.fontMetrics().horizontalAdvance(words) + 4
            place = QRectF(x - wide / 2, lower.bottom() + 2, wide, line)
            place.moveRight(min(place.right(), self.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        caption = QRectF(upper.left(), lower.bottom() + line + 2, upper.width(), line)
        words = self.tr("Confidence; bars: share that is right, lines: mean confidence")
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(caption.width()))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_bins(self, painter: QPainter, look: Theme, upper: QRectF, lower: QRectF) -> None:
        most = max(1, int(self._counts.max(initial=0)))
        for index, count in enumerate(self._counts.tolist()):
            if count == 0:
                continue
            left = upper.left() + self._edges[index] * upper.width() + 1
            width = (self._edges[index + 1] - self._edges[index]) * upper.width() - 2
            height = float(self._accuracies[index]) * upper.height()
            painter.fillRect(
                QRectF(left, upper.bottom() - height, width, height), look.color("positive", 170)
            )
            tall = max(1.0, lower.height() * count / most)
            painter.fillRect(QRectF(left, lower.bottom() - tall, width, tall), look.color("text_disabled"))
            level = upper.bottom() - float(self._confidences[index]) * upper.height()
            painter.setPen(QPen(look.color("negative"), 2))
            painter.drawLine(QLineF(left, level, left + width, level))
        painter.setPen(QPen(look.color("text_muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(upper.bottomLeft(), upper.topRight()))
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(lower.bottomLeft(), QPointF(lower.right(), lower.bottom())))

    def tip_at(self, point: QPoint) -> str:
        index = self._bin_at(point)
        return self.sentence(index) if index >= 0 and self._counts[index] else ""

    def _bin_at(self, point: QPoint) -> int:
        upper, _lower = self._areas()
        share = (point.x() - upper.left()) / max(1.0, upper.width())
        return int(np.searchsorted(self._edges, share)) - 1 if 0 < share <= 1 else -1

    def sentence(self, index: int) -> str:
        """Return a bin in words."""
        locale = QLocale()
        text = self.tr(
            "{count} answers are given with {low} to {high}\u00a0% confidence; {right}\u00a0% of them are right."
        )
        return text.format(
            count=locale.toString(int(self._counts[index])),
            low=round(100 * self._edges[index]),
            high=round(100 * self._edges[index + 1]),
            right=locale.toString(100 * float(self._accuracies[index]), "f", 1),
        )
