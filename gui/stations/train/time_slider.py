"""The slider of the time bar: on the scale of the curves, with a tick for each snapshot and a mark at the best one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gui.look import theme
from gui.look.text_size import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

EDGE = 9  # pixels from the ends of the groove to those of the widget, where nothing else is said
HANDLE = 6  # radius
LEAST_TICK_GAP = 4.0  # pixels; where snapshots lie closer, not each has a tick
LEAST_WIDTH, HEIGHT = 90, 30


class TimeSlider(QSlider):
    """Places 0 to ``places() - 1`` are snapshots, each under its step of the curves; behind them lies now.

    A press anywhere takes the handle to the nearest place, the arrow keys go from one to the next however close they
    lie. What is out of sight in the curves is shown at the slider's end, by an arrow.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._best: int | None = None
        self._steps: tuple[int, ...] = (0,)  # of each place, the last one is now
        self._sight: tuple[float, float] | None = None
        self._edges: tuple[float, float] | None = None
        self.setRange(0, 0)
        self.setPageStep(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def set_steps(self, steps: Sequence[int], now: int) -> None:
        """Change where the snapshots lie; the handle stays at its place, as far as that is left.

        Args:
            steps: Steps done at each snapshot, rising.
            now: Steps done by the newest weights.
        """
        self._steps = (*steps, max(now, *steps[-1:], 0))
        self.setMaximum(len(steps))
        self.update()

    def set_now(self, step: int) -> None:
        """Say how many steps the newest weights have done."""
        self.set_steps(self._steps[:-1], step)

    def set_scale(self, sight: tuple[float, float] | None, edges: tuple[float, float] | None) -> None:
        """Lie on the scale of the curves.

        Args:
            sight: The steps at the left and the right edge of the curves; None for the whole run.
            edges: Where these edges are, in pixels from the left of the parent; None for the ends of the slider.
        """
        if (sight, edges) != (self._sight, self._edges):
            self._sight, self._edges = sight, edges
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

    def groove(self) -> tuple[float, float]:
        """Return where the groove begins and ends, in pixels from the left."""
        if self._edges is None:
            return float(px(EDGE)), float(self.width() - px(EDGE))
        return self._edges[0] - self.x(), self._edges[1] - self.x()

    def x_of(self, place: int) -> float:
        """Return where a place lies, in pixels from the left; out of the groove where the curves do not show it."""
        low, high = self._range()
        left, right = self.groove()
        return left + (right - left) * (self._steps[place] - low) / (high - low)

    def place_at(self, x: float) -> int:
        """Return the place nearest to ``x``; of those at the same step the later."""
        low, high = self._range()
        left, right = self.groove()
        return self.place_near(low + (high - low) * (x - left) / max(1.0, right - left))

    def place_near(self, step: float) -> int:
        """Return the place nearest to a step; of those at the same step the later."""
        return min(range(len(self._steps)), key=lambda place: (abs(self._steps[place] - step), -place))

    def _range(self) -> tuple[float, float]:
        if self._sight is not None and self._sight[1] > self._sight[0]:
            return self._sight
        return 0.0, float(max(1, self._steps[-1]))

    def sizeHint(self) -> QSize:
        return QSize(260, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, px(HEIGHT))

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

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        middle = self.height() / 2
        left, right = self.groove()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("border"))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        if self.isEnabled():
            x = self.x_of(self.value())
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(left, middle - 2, min(max(x, left), right) - left, 4), 2, 2)
            self._paint_ticks(painter, middle)
            self._paint_best(painter, middle)
            self._paint_handle(painter, x, middle)
        painter.end()

    def _is_in_sight(self, x: float) -> bool:
        left, right = self.groove()
        return left - 0.5 <= x <= right + 0.5

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        look = theme.current()
        painter.setPen(QPen(look.color("border_strong"), 1.0))
        ticks: list[float] = []
        for place in range(self.maximum()):
            x = self.x_of(place)
            if self._is_in_sight(x) and (not ticks or x - ticks[-1] >= LEAST_TICK_GAP):
                ticks.append(x)
        painter.drawLines(
            [QLineF(x, middle + px(8), x, middle + px(12)) for x in (round(x) + 0.5 for x in ticks)]
        )
        now = self.x_of(self.maximum())
        if self._is_in_sight(now):  # not a snapshot: a ring in place of a tick
            painter.setBrush(look.color("window"))
            painter.drawEllipse(QPointF(now, middle), px(7) / 2, px(7) / 2)

    def _paint_best(self, painter: QPainter, middle: float) -> None:
        if self._best is None or not self._is_in_sight(self.x_of(self._best)):
            return
        x = self.x_of(self._best)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("success"))
        half, top = px(9) / 2, middle - px(14)
        corners = [QPointF(x - half, top), QPointF(x + half, top), QPointF(x, middle - px(15) / 2)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_handle(self, painter: QPainter, x: float, middle: float) -> None:
        look = theme.current()
        full = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(look.color("accent"), 2.0))
        painter.setBrush(look.color("accent" if full else "surface"))
        if self._is_in_sight(x):
            painter.drawEllipse(QPointF(x, middle), px(HANDLE), px(HANDLE))
            return
        left, right = self.groove()
        tip, back = (left - 2, left + px(7)) if x < left else (right + 2, right - px(7))
        corners = [
            QPointF(tip, middle),
            QPointF(back, middle - px(HANDLE)),
            QPointF(back, middle + px(HANDLE)),
        ]
        painter.drawPolygon(QPolygonF(corners))
