"""The slider of the time bar: a tick for each snapshot of a run, a mark at the best one, and its right end is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

EDGE = 9.0  # pixels from the ends of the groove to those of the widget
HANDLE = 6.0  # radius
LEAST_TICK_GAP = 4.0  # pixels; where snapshots lie closer, not each has a tick
LEAST_WIDTH = 90


class TimeSlider(QSlider):
    """Places 0 to ``places() - 1`` are snapshots, one as far from the next as any other; behind them lies now.

    A press anywhere takes the handle there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._best: int | None = None
        self.setRange(0, 0)
        self.setPageStep(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.theme_changed.connect(self.update)

    def set_places(self, count: int) -> None:
        """Change how many snapshots there are; the handle stays at its place, as far as that is left."""
        self.setMaximum(count)
        self.update()

    def places(self) -> int:
        """Return how many snapshots there are."""
        return self.maximum()

    def set_best(self, place: int | None) -> None:
        """Mark a place, or none."""
        if place != self._best:
            self._best = place
            self.update()

    def best(self) -> int | None:
        """Return the marked place."""
        return self._best

    def x_of(self, place: int) -> float:
        """Return where a place lies, in pixels from the left."""
        return EDGE + (self.width() - 2 * EDGE) * place / max(1, self.maximum())

    def place_at(self, x: float) -> int:
        """Return the place nearest to ``x``."""
        share = (x - EDGE) / max(1.0, self.width() - 2 * EDGE)
        return round(self.maximum() * min(1.0, max(0.0, share)))

    def sizeHint(self) -> QSize:
        return QSize(260, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, 30)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.place_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        enabled = self.isEnabled()
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(EDGE, middle - 2, self.width() - 2 * EDGE, 4)
        painter.setBrush(look.color("border"))
        painter.drawRoundedRect(groove, 2, 2)
        if enabled:
            x = self.x_of(self.value())
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(EDGE, groove.y(), x - EDGE, 4), 2, 2)
            self._paint_ticks(painter, middle)
            self._paint_best(painter, middle)
            self._paint_handle(painter, QPointF(x, middle))
        painter.end()

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        look = theme.current()
        gap = self.x_of(1) - EDGE
        stride = max(1, -int(-LEAST_TICK_GAP // max(gap, 0.01)))
        painter.setPen(QPen(look.color("border_strong"), 1.0))
        xs = [round(self.x_of(place)) + 0.5 for place in range(0, self.maximum(), stride)]
        painter.drawLines([QLineF(x, middle + 8, x, middle + 12) for x in xs])
        # Now is not a snapshot: a ring in place of a tick.
        painter.setBrush(look.color("window"))
        painter.drawEllipse(QPointF(self.x_of(self.maximum()), middle), 3.5, 3.5)

    def _paint_best(self, painter: QPainter, middle: float) -> None:
        if self._best is None:
            return
        x = self.x_of(self._best)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("success"))
        corners = [QPointF(x - 4.5, middle - 14), QPointF(x + 4.5, middle - 14), QPointF(x, middle - 7.5)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        look = theme.current()
        full = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(look.color("accent"), 2.0))
        painter.setBrush(look.color("accent" if full else "surface"))
        painter.drawEllipse(at, HANDLE, HANDLE)
