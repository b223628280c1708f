"""A row for each layer: how its weights or gradients are distributed now, and at each kept moment of the run."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.plain import plain
from gui.look.text_size import px
from gui.look.words import layer_title, plain_number
from gui.stations.understand import histogram_series
from gui.widgets.images import colours
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter

    from engine.insight.histograms import Histogram

ROW_HEIGHT, MOST_ROW, LEAST_WIDTH = 96, 190, 400  # pixels
NAMES_SHARE = 0.28  # of the width, that the layers' names take at most
AXIS = 54  # width of the numbers at the left of a heat map
BARS_SHARE = 0.36  # of the width is for the histogram of now


class HistogramPicture(Painted):
    """Bars at the left, a heat map over the moments at the right, the moment that is looked at marked in it.

    Signals:
        moment_chosen: A moment of those that can be gone to was clicked, or reached by key (its step).
    """

    moment_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: tuple[Histogram, ...] = ()
        self._layers: dict[str, dict[int, Histogram]] = {}
        self._step: int | None = None
        self._labels: dict[int, str] = {}
        self._maps: dict[str, QImage] = {}
        self._empty_words = ""
        self._kept: tuple[int, ...] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_now(self, now: Sequence[Histogram]) -> None:
        """Show the histograms of the moment that is looked at."""
        self._now = tuple(now)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST_WIDTH, share=0.5), self._head() + px(ROW_HEIGHT) * len(self._now))

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

    @property
    def step(self) -> int | None:
        """The step of the moment that is marked, or None for the newest."""
        return self._step

    def set_kept(self, steps: Sequence[int]) -> None:
        """Say which moments can be gone to, by mouse and keys: the steps whose weights are kept, rising."""
        self._kept = tuple(steps)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if steps else Qt.FocusPolicy.NoFocus)
        words = self.tr("← and → go from one moment to the next, Home and End to the first and the last.")
        self.setAccessibleDescription(words if steps else "")

    def moments(self) -> list[int]:
        """Return the steps that are shown."""
        return sorted(next(iter(self._layers.values()), {}))

    def _head(self) -> int:
        return self.fontMetrics().height() + 6

    def forget_colours(self) -> None:
        self._maps.clear()

    # Places

    def moment_at(self, position: QPointF) -> int | None:
        """Return the step of the moment in a heat map under a position, or None."""
        if not self._now:
            return None
        for number, item in enumerate(self._now):
            place, steps = self._heat_place(number), list(self._layers.get(item.layer, {}))
            if steps and place.contains(position):
                share = (position.x() - place.left()) / place.width()
                return steps[min(int(share * len(steps)), len(steps) - 1)]
        return None

    def _names(self) -> float:
        """Return the width of the layers' names, and of what stands under them."""
        titles = QFontMetricsF(theme.tabular_font(self.font(), bold=True))
        lengths = QFontMetricsF(theme.tabular_font(self.font()))
        widest = max(
            max(
                titles.horizontalAdvance(layer_title(item.layer)),
                lengths.horizontalAdvance(self._length(item)),
            )
            for item in self._now
        )
        return min(widest + 12, NAMES_SHARE * self.width())

    def _length(self, item: Histogram) -> str:
        return self.tr("length {norm}").format(norm=plain_number(item.norm))

    def _left_of_heat(self) -> float:
        names = self._names()
        return names + BARS_SHARE * (self.width() - names) + px(AXIS) + 16

    def _row(self, number: int) -> tuple[float, float]:
        """Return top and height of what is drawn of a layer."""
        height = min(float(px(MOST_ROW)), (self.height() - self._head()) / len(self._now))
        return self._head() + number * height, height - self.fontMetrics().height() - 12

    def _heat_place(self, number: int) -> QRectF:
        (top, height), left = self._row(number), self._left_of_heat()
        return QRectF(left, top, self.width() - left - 2, height)

    def _marked(self, steps: list[int]) -> int:
        """Return the place of the moment that is looked at: the last one while the newest weights are shown."""
        if self._step is None:
            return len(steps) - 1
        nearest = min(steps, key=lambda step: abs(step - (self._step or 0)))
        return steps.index(nearest)

    # Mouse and keys

    def _kept_at(self, position: QPointF) -> int | None:
        """Return the step that a click there goes to, or None."""
        step = self.moment_at(position)
        if step is None or not self._kept:
            return None
        return min(self._kept, key=lambda kept: abs(kept - step))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self._kept_at(event.position())
        if step is None:
            self.unsetCursor()
            self.setToolTip("")
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            words = self.tr("Click to take the time slider to step {step}; ← and → go on from there")
            self.setToolTip(plain(words.format(step=QLocale().toString(step))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._kept_at(event.position())
        if step is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.moment_chosen.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._kept) - 1
        now = last + 1 if self._step is None else bisect_left(self._kept, self._step)
        places: dict[int, int] = {
            Qt.Key.Key_Left: now - 1,
            Qt.Key.Key_Right: now + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(event.key())
        if place is None or not self._kept:
            super().keyPressEvent(event)
        else:
            self.moment_chosen.emit(self._kept[min(max(place, 0), last)])

    # Painting

    def paint(self, painter: QPainter) -> None:
        if not self._now:
            return
        look, line = theme.current(), self.fontMetrics().height()
        left, right = self._names(), self._left_of_heat()
        width = self.width() - left
        painter.setPen(look.color("text_muted"))
        muted = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, right - left - 8, line), muted, self.tr("At the moment shown"))
        painter.drawText(QRectF(right, 0, self.width() - right, line), muted, self.tr("Over the run"))
        for number, item in enumerate(self._now):
            top, height = self._row(number)
            self._paint_name(painter, QRectF(0, top, left - 8, height), item)
            self._paint_bars(painter, QRectF(left, top, BARS_SHARE * width, height), item)
            is_last = number == len(self._now) - 1
            self._paint_heat(painter, self._heat_place(number), item.layer, is_last=is_last)

    def _paint_name(self, painter: QPainter, place: QRectF, item: Histogram) -> None:
        look = theme.current()
        painter.setFont(theme.tabular_font(self.font(), bold=True))
        painter.setPen(look.color("text"))
        _write(painter, place, layer_title(item.layer))
        painter.setFont(theme.tabular_font(self.font()))
        painter.setPen(look.color("text_muted"))
        below = place.adjusted(0, painter.fontMetrics().height() + 2, 0, painter.fontMetrics().height() + 2)
        _write(painter, below, self._length(item))

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
        axis = QRectF(place.left() - px(AXIS), place.top(), px(AXIS) - 5, place.height())
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
        """Mark the moment that is looked at."""
        width = place.width() / len(steps)
        x = place.left() + self._marked(steps) * width
        painter.setPen(QPen(theme.current().color("accent" if self.hasFocus() else "text"), 2))
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


def _write(painter: QPainter, place: QRectF, words: str) -> None:
    """Write a line at the top of a place, shortened where it has no room."""
    text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)


def _number(value: float) -> str:
    return plain_number(value, 2)
