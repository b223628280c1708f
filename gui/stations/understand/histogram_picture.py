"""A row for each layer: how its weights or gradients are distributed now, and at each kept moment of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.stations.understand import colours, histogram_series
from gui.stations.understand.view import Canvas
from gui.widgets.words import layer_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage, QPainter

    from engine.insight import Histogram

ROW_HEIGHT = 96  # least, pixels
NAMES = 116.0  # width of the layers' names
AXIS = 54.0  # width of the numbers at the left of a heat map
BARS_SHARE = 0.36  # of the width is for the histogram of now


class HistogramPicture(Canvas):
    """Bars at the left, a heat map over the moments at the right, the moment that is looked at marked in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: tuple[Histogram, ...] = ()
        self._layers: dict[str, dict[int, Histogram]] = {}
        self._step: int | None = None
        self._labels: dict[int, str] = {}
        self._maps: dict[str, QImage] = {}
        self._empty_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_now(self, now: Sequence[Histogram]) -> None:
        """Show the histograms of the moment that is looked at."""
        self._now = tuple(now)
        self.setMinimumHeight(self._head() + ROW_HEIGHT * len(now))
        self.update()

    def set_moments(
        self, moments: Mapping[int, Sequence[Histogram]], labels: Mapping[int, str], empty_words: str
    ) -> None:
        """Show the histograms of the run.

        Args:
            moments: The histograms of all layers by step.
            labels: What is written under a moment, by step; moments without one have no words.
            empty_words: What is said where there are none.
        """
        self._layers = histogram_series.by_layer(moments)
        self._labels, self._empty_words = dict(labels), empty_words
        self._maps.clear()
        self.update()

    def set_step(self, step: int | None) -> None:
        """Mark the moment that is looked at; None for the newest."""
        self._step = step
        self.update()

    def moments(self) -> list[int]:
        """Return the steps that are shown."""
        return sorted(next(iter(self._layers.values()), {}))

    def _head(self) -> int:
        return self.fontMetrics().height() + 6

    def forget_colours(self) -> None:
        self._maps.clear()

    # Painting

    def paint(self, painter: QPainter) -> None:
        if not self._now:
            return
        look, line = theme.current(), self.fontMetrics().height()
        width = self.width() - NAMES
        left, right = NAMES, NAMES + BARS_SHARE * width + AXIS + 16
        painter.setPen(look.color("text_muted"))
        muted = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, BARS_SHARE * width, line), muted, self.tr("At the moment shown"))
        painter.drawText(QRectF(right, 0, self.width() - right, line), muted, self.tr("Over the run"))
        height = min(190.0, (self.height() - self._head()) / len(self._now))
        for number, item in enumerate(self._now):
            top = self._head() + number * height
            row = QRectF(left, top, BARS_SHARE * width, height - line - 12)
            self._paint_name(painter, QRectF(0, top, NAMES - 8, height - line - 12), item)
            self._paint_bars(painter, row, item)
            heat = QRectF(right, top, self.width() - right - 2, row.height())
            self._paint_heat(painter, heat, item.layer, is_last=number == len(self._now) - 1)

    def _paint_name(self, painter: QPainter, place: QRectF, item: Histogram) -> None:
        look = theme.current()
        painter.setFont(theme.tabular_font(self.font(), bold=True))
        painter.setPen(look.color("text"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, left, layer_title(item.layer))
        painter.setFont(theme.tabular_font(self.font()))
        painter.setPen(look.color("text_muted"))
        words = self.tr("norm {norm}").format(norm=f"{item.norm:.3g}")
        painter.drawText(place.adjusted(0, painter.fontMetrics().height() + 2, 0, 0), left, words)

    def _paint_bars(self, painter: QPainter, place: QRectF, item: Histogram) -> None:
        look = theme.current()
        reach = self._reach(item)
        heights = histogram_series.shares(item, reach)
        most = float(heights.max()) or 1.0
        painter.fillRect(place, look.color("surface"))
        step = place.width() / len(heights)
        outline = [place.bottomLeft()]
        for number, share in enumerate(heights.tolist()):
            y = place.bottom() - (place.height() - 6) * share / most
            outline += [
                QPointF(place.left() + number * step, y),
                QPointF(place.left() + (number + 1) * step, y),
            ]
        outline.append(place.bottomRight())
        painter.setPen(QPen(look.color("positive"), 1.2))
        painter.setBrush(look.color("positive", 90))
        painter.drawPolygon(QPolygonF(outline))
        middle = place.center().x()
        painter.setPen(QPen(look.color("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle, place.top()), QPointF(middle, place.bottom()))
        self._frame(painter, place)
        painter.setPen(look.color("text_muted"))
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        under = QRectF(place.left(), place.bottom() + 2, place.width(), painter.fontMetrics().height())
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, _number(-reach))
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, _number(reach))

    def _paint_heat(self, painter: QPainter, place: QRectF, layer: str, *, is_last: bool) -> None:
        look = theme.current()
        items = self._layers.get(layer, {})
        painter.fillRect(place, look.color("surface"))
        if not items:
            painter.setFont(self.font())
            painter.setPen(look.color("text_disabled"))
            inner = place.adjusted(12, 0, -12, 0)
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty_words
            )
            self._frame(painter, place)
            return
        reach = histogram_series.common_reach(list(items.values()))
        if layer not in self._maps:
            self._maps[layer] = colours.sequential(histogram_series.over_time(list(items.values()), reach))
        painter.drawImage(place, self._maps[layer])
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        painter.setPen(look.color("text_muted"))
        axis = QRectF(place.left() - AXIS, place.top(), AXIS - 5, place.height())
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(axis, right | Qt.AlignmentFlag.AlignTop, _number(reach))
        painter.drawText(axis, right | Qt.AlignmentFlag.AlignVCenter, "0")
        painter.drawText(axis, right | Qt.AlignmentFlag.AlignBottom, _number(-reach))
        self._frame(painter, place)
        steps = list(items)
        self._paint_moment(painter, place, steps)
        if is_last:
            self._paint_labels(painter, place, steps)

    def _paint_moment(self, painter: QPainter, place: QRectF, steps: list[int]) -> None:
        """Mark the moment that is looked at, which is the last one while the newest weights are shown."""
        look = theme.current()
        nearest = (
            steps[-1] if self._step is None else min(steps, key=lambda step: abs(step - (self._step or 0)))
        )
        width = place.width() / len(steps)
        x = place.left() + steps.index(nearest) * width
        painter.setPen(QPen(look.color("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x, place.top() - 2, width, place.height() + 4))

    def _paint_labels(self, painter: QPainter, place: QRectF, steps: list[int]) -> None:
        """Write below what the moments are, as many as have room."""
        painter.setPen(theme.current().color("text_muted"))
        metrics, width = painter.fontMetrics(), place.width() / len(steps)
        free = place.left() - 1e9
        for number, step in enumerate(steps):
            words = self._labels.get(step, "")
            half = metrics.horizontalAdvance(words) / 2
            x = place.left() + (number + 0.5) * width
            x = min(max(x, place.left() + half), place.right() - half)
            if not words or x - half < free:
                continue
            free = x + half + 10
            under = QRectF(x - half - 2, place.bottom() + 3, 2 * half + 4, metrics.height())
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)

    def _frame(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(theme.current().color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _reach(self, item: Histogram) -> float:
        return histogram_series.common_reach([item])


def _number(value: float) -> str:
    return f"{value:.2g}".replace("-", "−")
