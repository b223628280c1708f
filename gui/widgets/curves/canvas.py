"""The drawing area of a curve plot, on pyqtgraph; it is imported when the first curve is due, not before.

Curves are kept and given new points; axes are laid out anew only when their limits change, and these change in leaps.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QGraphicsItem

from gui.look import theme
from gui.look.words import labelled, listed
from gui.widgets.curves.axis import StepAxis, ValueAxis, value_text
from gui.widgets.curves.lines import CurveLines
from gui.widgets.curves.readout import CurveReadout
from gui.widgets.curves.series import (
    CurveSeries,
    finite_range,
    heights,
    nearest,
    place_nearest,
    right_end,
    y_limits,
)
from gui.widgets.curves.uprights import Uprights
from gui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from gui.widgets.curves.series import Points

END = 10  # pixels right of the drawing area


class CurveCanvas(pg.PlotWidget):
    """Axes, grid and curves; wheel and mouse zoom and move, a double click shows all again.

    Args:
        x_label: What is counted along x.
        percent: Whether y are shares, shown in percent.
        x_percent: Whether x are.
        parent: The widget it belongs to.
    """

    painting_seconds: float
    """Seconds that painting has taken so far."""

    view_changed = Signal()
    """Other parts of the curves are in sight, or the width is another."""
    following_changed = Signal(bool)
    """Whether the limits follow the curves, or stand where someone put them."""
    sight_changed = Signal()
    """Another stretch of x is in sight, or it lies elsewhere on the screen."""
    clicked = Signal(float)
    """A place was clicked at, or chosen by Return: its x. A drag is no click."""
    double_clicked = Signal()

    def __init__(
        self, x_label: str, *, percent: bool, x_percent: bool = False, parent: QWidget | None = None
    ) -> None:
        self._y_axis = ValueAxis(percent=percent)
        axes = {"left": self._y_axis, "bottom": StepAxis(percent=x_percent)}
        # The menu would never be seen, and takes a third of the time of building all.
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self._percent, self._x_percent = percent, x_percent
        self._x_label = x_label
        self._is_log = False
        self._follows_x = self._follows_y = self._told_following = True
        self._is_adjusting = False
        self._expected_x = self._reached_x = 0.0
        self._series: tuple[CurveSeries, ...] = ()
        self._smoothing = False
        self._lines: dict[str, CurveLines] = {}
        self._y_range: tuple[float, float] | None = None
        self._cross_x: float | None = None
        self.painting_seconds = 0.0
        self._build_ui()
        self.apply_theme()

    def _build_ui(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        item = self.getPlotItem()
        item.hideButtons()
        # It belongs to nobody: left behind, it would be styled anew with every change for as long as the program runs.
        self.destroyed.connect(item.ctrlMenu.deleteLater)
        item.showGrid(x=True, y=True, alpha=0.15)
        item.setContentsMargins(0, 4, END, 0)
        for name in ("left", "bottom"):
            # As pictures: their words and lines took four fifths of the time of painting, and seldom change.
            self.getAxis(name).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        view = self.getViewBox()
        view.disableAutoRange()
        view.setDefaultPadding(0)
        view.sigRangeChangedManually.connect(self._on_view_changed_by_hand)
        view.sigXRangeChanged.connect(self._on_view_x_changed)
        view.sigResized.connect(self.sight_changed)
        self.scene().sigMouseClicked.connect(self._on_scene_clicked)
        self.uprights = Uprights(self)
        self._readout = CurveReadout(self)
        # In the corner that both axes leave free.
        self._caption = Label(self._x_label, self)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMouseTracking(True)

    # What is shown

    def draw(self, series: Iterable[CurveSeries], *, smoothing: bool) -> float:
        """Lay curves out anew, and return the seconds it took; they are painted once, when the event loop comes to it.

        Args:
            series: All curves there are; those no longer among them go.
            smoothing: Whether smoothed curves are drawn over their faint selves.
        """
        started = time.perf_counter()
        self._series, self._smoothing = tuple(series), smoothing
        for key in self._lines.keys() - {item.key for item in self._series}:
            self._lines.pop(key).remove()
        self._follow()
        sight, width = self.visible_range(), self.plot_width()
        for item in self._series:
            if item.key not in self._lines:
                self._lines[item.key] = CurveLines(self, item)
            self._lines[item.key].draw(item, sight, width, log=self._is_log, smoothing=smoothing)
        if self._cross_x is not None:
            self._show_readout(self._cross_x)
        return time.perf_counter() - started

    def heights(self, y: Points) -> Points:
        """Return where values lie on the y axis."""
        return heights(y, log=self._is_log)

    def set_log(self, is_log: bool) -> None:
        """Show powers of ten at equal distances, or not."""
        self._is_log = self._y_axis.shows_log = is_log
        self._y_range = None
        self._y_axis.picture = None
        self._follows_y = True
        self._tell_following()
        self.draw(self._series, smoothing=self._smoothing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(
            self, "_caption"
        ):  # Qt tells while it is built, too
            self._take_font()

    def _take_font(self) -> None:
        """Hand the font on to what is no widget and has no font but what it is given."""
        font = theme.tabular_font(self.font(), scale=0.9)
        for name in ("left", "bottom"):
            self.getAxis(name).setTickFont(font)
        # Fixed, or the axes would be laid out anew with every new number of digits.
        self.getAxis("bottom").setHeight(self.fontMetrics().height() + 8)
        self._caption.setFont(font)
        self._fit_left_axis()

    def apply_theme(self) -> None:
        """Take the colours of the theme in use."""
        look = theme.current()
        self.setBackground(look.color("surface"))
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(look.color("border")))
            axis.setTextPen(pg.mkPen(look.color("text_muted")))
            axis.setStyle(tickLength=-4)
        self._take_font()
        self._caption.setStyleSheet(f"color: {look.text_muted}; background: transparent;")
        self._readout.apply_theme()
        for item in self._series:
            if item.key in self._lines:
                self._lines[item.key].take_colours(item)
        self.uprights.apply_theme()

    # What part of it is in sight

    def visible_range(self) -> tuple[float, float]:
        """Return the x in sight; all there are while the limits follow."""
        return (-math.inf, math.inf) if self._follows_x else self.sight()

    def sight(self) -> tuple[float, float]:
        """Return the x at the left and at the right edge of the drawing area."""
        low, high = self.getViewBox().viewRange()[0]
        return float(low), float(high)

    def edges(self, width: int) -> tuple[float, float]:
        """Return where the drawing area begins and ends in a canvas so wide, in pixels from its left.

        Near enough where it has not been laid out, as while it is out of sight.
        """
        if self.isVisible() and self.width() == width:
            area = self.getViewBox().sceneBoundingRect()
            return float(area.left()), float(area.right())
        return float(self.getAxis("left").width()), float(width - END)

    def set_sight(self, low: float, high: float) -> None:
        """Show a stretch of x; along y the limits go on following the curves, if they did."""
        self._follows_x = False
        if self.sight() != (low, high):
            self._is_adjusting = True
            self.getViewBox().setXRange(low, high, padding=0)
            self._is_adjusting = False
            self.view_changed.emit()
        self._tell_following()

    def plot_width(self) -> int:
        """Return the width of the part with curves in it, in pixels of the screen."""
        return max(100, int(self.getViewBox().width() * self.devicePixelRatioF()))

    def is_following(self) -> bool:
        """Whether the limits follow the curves."""
        return self._follows_x and self._follows_y

    def set_x_label(self, label: str) -> None:
        """Change what is counted along x."""
        self._x_label = label
        self._caption.setText(label)
        self._fit_left_axis()

    def say_numbers(self) -> None:
        """Write numbers as the language of the moment does, and take a readout in another away."""
        self.hide_readout()
        for name in ("left", "bottom"):
            self.getAxis(name).picture = None
            self.getAxis(name).update()

    def set_expected_x(self, x: float, reached: float = 0.0) -> None:
        """Say how far x will reach, so that the axis need not reach further, and how far it has come elsewhere."""
        self._expected_x, self._reached_x = x, reached

    def fit(self) -> None:
        """Show all of every curve and follow them."""
        self._follows_x = self._follows_y = True
        self._y_range = None
        self._follow()
        self._tell_following()
        self.view_changed.emit()

    def _tell_following(self) -> None:
        if self._told_following != self.is_following():
            self._told_following = self.is_following()
            self.following_changed.emit(self._told_following)

    def _follow(self) -> None:
        shown = [item for item in self._series if item.is_visible]
        x = finite_range([item.x[[0, -1]] for item in shown if len(item.x)])
        y = finite_range([self.heights(item.y) for item in shown])
        view = self.getViewBox()
        self._is_adjusting = True
        if x is not None and self._follows_x:
            right = right_end(max(x[1], self._reached_x), self._expected_x)
            if view.viewRange()[0] != [0.0, right]:
                view.setXRange(0.0, right, padding=0)
        if y is not None and self._follows_y:
            limits = y_limits(*y, self._y_range, percent=self._percent, log=self._is_log)
            if limits != self._y_range:
                self._y_range = limits
                view.setYRange(*limits, padding=0)
        self._is_adjusting = False

    @Slot(object)
    def _on_view_changed_by_hand(self, _mouse: object) -> None:
        self._follows_x = self._follows_y = False
        self._tell_following()

    @Slot(object, object)
    def _on_view_x_changed(self, _view: object, _limits: object) -> None:
        if not self._is_adjusting:
            # Before anybody draws anew, which would bring back what the limits were while they followed.
            self._on_view_changed_by_hand(None)
            self.view_changed.emit()
        self.sight_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        started = time.perf_counter()
        super().paintEvent(event)
        self.painting_seconds += time.perf_counter() - started

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.width()
        super().resizeEvent(event)
        # pyqtgraph calls this while it is being made, before there is anything of ours.
        if getattr(self, "_caption", None) is not None:
            self._place_caption()
            if event.oldSize().width() != before:
                self.view_changed.emit()

    def _fit_left_axis(self) -> None:
        """Give the left axis room for its numbers, and for what is counted along x, which stands under it."""
        number = round(self.fontMetrics().horizontalAdvance("5 × 10⁻¹²")) + 6
        caption = self._caption.fontMetrics().horizontalAdvance(self._x_label) + 8
        self.getAxis("left").setWidth(max(number, caption))
        self._place_caption()

    def _place_caption(self) -> None:
        width, height = int(self.getAxis("left").width()), int(self.getAxis("bottom").height())
        self._caption.setGeometry(0, self.height() - height - 2, width - 6, height)

    # The values under the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            place = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
            if self.getViewBox().sceneBoundingRect().contains(QPointF(event.position())):
                self._show_readout(place.x())
            else:
                self.hide_readout()

    @Slot(object)
    def _on_scene_clicked(self, click: MouseClickEvent) -> None:
        """Tell of a click in the drawing area; what a press that moves on does is pyqtgraph's, and no click to it."""
        view = self.getViewBox()
        if click.button() is Qt.MouseButton.LeftButton and view.sceneBoundingRect().contains(
            click.scenePos()
        ):
            self.clicked.emit(view.mapSceneToView(click.scenePos()).x())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()
        self.fit()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hide_readout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        last = [
            f"{item.label} {value_text(float(item.y[-1]), percent=self._percent)}"
            for item in self._series
            if item.is_visible and len(item.y)
        ]
        self.setAccessibleDescription(listed(last))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_readout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high = self.getViewBox().viewRange()[0]
        step = (high - low) / 100
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            place = (low + high) / 2 if self._cross_x is None else self._cross_x
            self._show_readout(min(max(place + (step if key == Qt.Key.Key_Right else -step), low), high))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cross_x is not None:
            self.clicked.emit(self._cross_x)
        elif key == Qt.Key.Key_Escape and self._cross_x is not None:
            self.hide_readout()
        elif key == Qt.Key.Key_Home:
            self.fit()
        else:
            event.ignore()

    def readout(self, x: float) -> list[tuple[CurveSeries, float]]:
        """Return the value of each visible curve that is nearest to ``x``."""
        return [
            (item, nearest(*self._read_from(item), x))
            for item in self._series
            if item.is_visible and len(item.x)
        ]

    def read_at(self, x: float) -> float:
        """Return where the values at ``x`` are from: the nearest x of a visible curve, of which there is one."""
        curves = (self._read_from(item)[0] for item in self._series if item.is_visible and len(item.x))
        return min((float(points[place_nearest(points, x)]) for points in curves), key=lambda at: abs(at - x))

    def _read_from(self, item: CurveSeries) -> tuple[Points, Points]:
        if self._smoothing and item.smooth and len(item.smooth_x):
            return item.smooth_x, item.smooth_y
        return item.x, item.y

    def _show_readout(self, x: float) -> None:
        values = self.readout(x)
        if not values:
            self.hide_readout()
            return
        self._cross_x = x
        self.uprights.set_cross(x)
        read = self.read_at(x)
        where = value_text(read, percent=True) if self._x_percent else QLocale().toString(round(read))
        place = labelled(self._x_label, where)
        texts = [(item, value_text(value, percent=self._percent)) for item, value in values]
        at = self.mapFromScene(self.getViewBox().mapViewToScene(QPointF(x, 0))).x()
        self._readout.show_values(place, texts, at)

    def hide_readout(self) -> None:
        """Take the line and the values at it away."""
        self._cross_x = None
        self.uprights.set_cross(None)
        self._readout.hide()
