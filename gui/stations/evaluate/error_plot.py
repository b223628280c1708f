"""How often answers lie how far above or below their targets: bars around 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import plain_number
from gui.stations.evaluate.number_axes import Axis
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

BINS = 31  # the middle one around 0
LINES = 6  # numbers along the axis, at most


class ErrorPlot(Painted):
    """Bars of how many examples are off by how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="errorPlot", accessible=lambda: self.tr("How far answers are off"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._counts: NDArray[np.int64] = np.zeros(BINS, np.int64)
        self._edges: NDArray[np.float64] = np.linspace(-1, 1, BINS + 1)

    def sizeHint(self) -> QSize:
        return QSize(360, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200, share=0.5), px(140, share=0.5))

    @property
    def bins(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """The bounds ``(BINS + 1,)`` and how many examples lie between each two ``(BINS,)``."""
        return self._edges, self._counts

    def set_errors(self, errors: NDArray[np.float64]) -> None:
        """Show how far answers lie above their targets, ``(N,)``."""
        sound = errors[np.isfinite(errors)]
        far = float(np.abs(sound).max()) if len(sound) else 0.0
        self._counts, self._edges = np.histogram(sound, BINS, (-(far or 1.0), far or 1.0))
        said(self.setAccessibleDescription, self._spoken)
        self.update()

    def _spoken(self) -> str:
        most = int(self._counts.argmax())
        return self.tr("Most examples, {count}, are off by {low} to {high}.").format(
            count=int(self._counts[most]),
            low=plain_number(float(self._edges[most])),
            high=plain_number(float(self._edges[most + 1])),
        )

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.tabular_font(self.font(), scale=0.9))

    def area(self) -> QRectF:
        """Return where the bars stand."""
        line = self._metrics().height()
        return QRectF(8, line + 8, self.width() - 16, max(20.0, self.height() - 3 * line - 18))

    def tip_at(self, point: QPoint) -> str:
        """Return how many examples a bar stands for."""
        area = self.area()
        place = int((point.x() - area.left()) / area.width() * BINS)
        if not 0 <= place < BINS:
            return ""
        return self.tr("{count} examples, off by {low} to {high}").format(
            count=int(self._counts[place]),
            low=plain_number(float(self._edges[place])),
            high=plain_number(float(self._edges[place + 1])),
        )

    def paint(self, painter: QPainter) -> None:
        look, area, metrics = theme.current(), self.area(), self._metrics()
        line = metrics.height()
        painter.fillRect(self.rect(), look.color("surface"))
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        wide, most = area.width() / BINS, max(1, int(self._counts.max()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.series_color(0))
        for place, count in enumerate(self._counts.tolist()):
            high = area.height() * count / most
            painter.drawRect(
                QRectF(area.left() + place * wide + 0.5, area.bottom() - high, max(1.0, wide - 1), high)
            )
        axis = Axis(float(self._edges[0]), float(self._edges[-1]))
        for tick in axis.ticks(LINES):
            x, words = area.left() + axis.along(tick) * area.width(), plain_number(tick)
            painter.setPen(QPen(look.color("text_muted" if tick == 0 else "border_strong"), 1))
            painter.drawLine(QLineF(x, area.top() if tick == 0 else area.bottom(), x, area.bottom() + 4))
            painter.setPen(look.color("text_muted"))
            room = metrics.horizontalAdvance(words) + 2
            left = min(max(x - room / 2, 0.0), self.width() - room)
            painter.drawText(QRectF(left, area.bottom() + 5, room, line), Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.setPen(look.color("text_muted"))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, 2, self.width(), line), centre, self.tr("examples"))
        below = QRectF(0, area.bottom() + line + 7, self.width(), line)
        painter.drawText(below, centre, self.tr("how far the answer lies above what is right"))
