"""Curves that grow while one looks: legend, smoothing, log axis, values under the mouse, and export.

The widget itself is light; what draws is loaded when the first curve is due, or by ``prepare()``.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.text_size import sized
from gui.widgets.curves.figure import CurveFigure, table_of
from gui.widgets.curves.series import NO_POINTS, CurveSeries
from gui.widgets.curves.toolbar import CurveBar
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.pages import turn_to
from gui.widgets.saving.save_button import Savable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from gui.widgets.curves.canvas import CurveCanvas
    from gui.widgets.curves.series import Style, Symbol
    from gui.widgets.saving.figure import TableSource

PREPARE_AFTER = 400  # milliseconds from being shown to loading what draws; the window is painted by then
LEAST_WIDTH = 290  # pixels, for the heading and the marks of a legend beside the buttons
LEAST_HEIGHT = 60  # pixels of the drawing area, whatever room the legend takes


class CurvePlot(QWidget):
    """A plot of curves over steps.

    Curves are added once and then given new points; the points of long runs come thinned from their owner, for
    ``visible_range()`` and ``plot_width()``, or are thinned here. Nothing is drawn while the plot is hidden.

    Args:
        title: Heading, and its accessible name.
        x_label: What is counted along x.
        percent: Whether y are shares from 0 to 1, shown in percent.
        x_percent: Whether x are.
        parent: The widget it belongs to.
    """

    view_changed = Signal()
    """Other parts of the curves are in sight or the width is another: whoever thins may send points anew."""
    smoothing_changed = Signal(float)
    """The weight of the past in the smoothed curves, 0 for none to below 1."""
    sight_changed = Signal()
    """Another stretch of x is in sight, or it lies elsewhere on the screen."""
    following_changed = Signal(bool)
    """Whether the axes follow the curves, or stand where someone put them."""
    clicked = Signal(float)
    """A place was clicked at, or chosen by Return: its x."""
    double_clicked = Signal()

    def __init__(
        self,
        title: Words = "",
        *,
        x_label: Words = "",
        percent: bool = False,
        x_percent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._x_label = x_label or (lambda: self.tr("step"))
        self._shares = {"percent": percent, "x_percent": x_percent}
        self._series: dict[str, CurveSeries] = {}
        self._names: dict[str, tuple[Words, Words]] = {}  # of the curves, with what helps to understand them
        self._canvas: CurveCanvas | None = None
        self._table_source: TableSource | None = None
        self._marks: tuple[tuple[float, str], ...] = ()
        self._expected_x = self._reached_x = 0.0
        self._moment: float | None = None
        self._smoothing = 0.0
        self._is_dirty = False
        self._flush_timer = QTimer(self, singleShot=True, interval=0)
        self._prepare_timer = QTimer(self, singleShot=True, interval=PREPARE_AFTER)
        self._build_ui()
        self._connect()
        said(self.setAccessibleName, title)
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self.bar = CurveBar(self._title, self)
        self._empty = dressed(Label(self, wordWrap=True), name="emptyPlot", role="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_text: Words = lambda: self.tr("Press Train: curves appear here")
        place = self._place = QWidget(self)
        self._pages = QStackedLayout(place)
        self._pages.addWidget(self._empty)
        column_of(self.bar, (place, 1), on=self, spacing=0)
        sized(self.setMinimumWidth, LEAST_WIDTH, share=0.5)
        sized(place.setMinimumHeight, LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        self.bar.legend.toggled.connect(self._on_legend_toggled)
        self.bar.log_button.toggled.connect(self._on_log_toggled)
        self.bar.fit_button.clicked.connect(self.fit)
        self.bar.smoothing_menu.smoothing_changed.connect(self._on_smoothing_menu_changed)
        self._flush_timer.timeout.connect(self.flush)
        self._prepare_timer.timeout.connect(self._on_prepare_timer_timeout)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def set_title(self, title: Words) -> None:
        """Say otherwise what is shown."""
        self._title = title
        self.bar.set_title(title)
        said(self.setAccessibleName, title)
        if self._canvas is not None:
            said(self._canvas.setAccessibleName, title)

    # Curves

    def add_series(
        self,
        key: str,
        label: Words,
        *,
        colour: int = 0,
        style: Style = "line",
        symbol: Symbol = "",
        smooth: bool = False,
        width: int = 0,
        help_text: Words = "",
    ) -> None:
        """Add a curve, without points yet; one of that key is replaced.

        Args:
            key: Its name for the program.
            label: Its name in the legend.
            colour: Which of the theme's curve colours, counted from 0.
            style: ``line``, ``dashes`` or ``dots``.
            symbol: ``circle``, ``square`` or ``triangle`` at each point.
            smooth: Whether smoothing applies to it.
            width: Width of its line in pixels; 0 for the usual.
            help_text: What it shows, for the tip of its entry in the legend.
        """
        self.remove_series(key)
        self._names[key] = label, help_text
        self._series[key] = CurveSeries(
            key, words_of(label), colour, style, symbol, smooth, width, help=words_of(help_text)
        )
        self.bar.legend.add(self._series[key])
        self.bar.smooth_button.setVisible(any(series.smooth for series in self._series.values()))

    def remove_series(self, key: str) -> None:
        """Take a curve away, if there is one of that key."""
        if self._series.pop(key, None) is not None:
            del self._names[key]
            self.bar.legend.remove(key)
            self._schedule()

    def set_data(
        self, key: str, x: ArrayLike, y: ArrayLike, smoothed: tuple[ArrayLike, ArrayLike] | None = None
    ) -> None:
        """Give a curve its points; they are drawn with the next ``flush()``, or when the event loop comes to it.

        Args:
            key: Which curve.
            x: ``(N,)``, rising.
            y: ``(N,)``; what is not finite leaves a gap.
            smoothed: x and y of the smoothed curve, ``(M,)`` each, where the owner smooths; else it is done here.
        """
        series = self._series[key]
        series.x, series.y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        if smoothed is None:
            series.smooth_by(self._smoothing)
        else:
            series.smooth_x, series.smooth_y = (np.asarray(part, np.float64) for part in smoothed)
        self._schedule()

    def clear(self) -> None:
        """Take the points of all curves and all marks away; the curves stay in the legend."""
        for series in self._series.values():
            series.x = series.y = series.smooth_x = series.smooth_y = NO_POINTS
        self.set_marks(())
        if self._canvas is not None:
            self._canvas.fit()
        self._schedule()

    def set_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Draw upright lines with words at them, such as ``rate 0.01`` where the learning rate was changed.

        Args:
            marks: x and text of each.
        """
        self._marks = tuple(marks)
        if self._canvas is not None:
            self._canvas.uprights.set_marks(self._marks)

    def set_moment(self, x: float | None) -> None:
        """Draw an upright line at the x that is looked at, or none."""
        self._moment = x
        if self._canvas is not None:
            self._canvas.uprights.set_moment(x)

    def moment(self) -> float | None:
        """Return where that line stands, or None where there is none."""
        return self._moment

    def set_expected_x(self, x: float, reached: float = 0.0) -> None:
        """Say how far x will reach when all is done; the axis goes no further.

        Args:
            x: The greatest there will be, or 0 for not known.
            reached: How far x has come in other plots, so that this one's axis ends where theirs do.
        """
        self._expected_x, self._reached_x = x, reached
        if self._canvas is not None:
            self._canvas.set_expected_x(x, reached)

    def set_table_source(self, source: TableSource | None) -> None:
        """Say where the whole numbers for a CSV file come from; without it, the points drawn are written.

        Args:
            source: Called when a file is wanted; returns the header and the rows.
        """
        self._table_source = source

    def set_empty_text(self, text: Words) -> None:
        """Change what is said while there is nothing to draw."""
        self._empty_text = text
        self._show_state()

    def set_x_label(self, label: Words) -> None:
        """Change what is counted along x."""
        self._x_label = label
        if self._canvas is not None:
            self._canvas.set_x_label(words_of(label))

    def series(self) -> tuple[CurveSeries, ...]:
        """Return the curves, in the order of the legend."""
        return tuple(self._series.values())

    # View

    def visible_range(self) -> tuple[float, float]:
        """Return the x in sight, without bounds while the axes follow the curves."""
        return (-math.inf, math.inf) if self._canvas is None else self._canvas.visible_range()

    def sight(self) -> tuple[float, float] | None:
        """Return the x at the left and the right edge of the drawing area, or None while nothing is drawn."""
        return self._canvas.sight() if self._canvas is not None and self._has_points() else None

    def edges(self) -> tuple[float, float] | None:
        """Return where the drawing area begins and ends, in pixels from the left of this widget.

        None before that can be known; where nothing is drawn yet, where it will be.
        """
        if self._canvas is None:
            return None
        place = self._place.mapTo(self, QPoint(0, 0)).x()
        left, right = self._canvas.edges(self._place.width())
        return place + left, place + right

    def set_sight(self, low: float, high: float) -> None:
        """Show a stretch of x, until ``fit`` or another."""
        if self._canvas is not None:
            self._canvas.set_sight(low, high)
            self._schedule()

    def is_following(self) -> bool:
        """Whether the axes follow the curves."""
        return self._canvas is None or self._canvas.is_following()

    def plot_width(self) -> int:
        """Return the width of the drawing area, in pixels of the screen."""
        if self._canvas is None:
            return max(100, round(self.width() * self.devicePixelRatioF()))
        return self._canvas.plot_width()

    def smoothing(self) -> float:
        """Return the weight of the past in the smoothed curves, 0 for none."""
        return self._smoothing

    def set_smoothing(self, smoothing: float) -> None:
        """Set the weight of the past in the smoothed curves, from 0 for none to 0.99, without telling."""
        self._smoothing = smoothing
        self.bar.smoothing_menu.set_smoothing(smoothing)
        for series in self._series.values():
            series.smooth_by(self._smoothing)
        self._schedule()

    def is_log(self) -> bool:
        """Whether the y axis shows powers of ten at equal distances."""
        return self.bar.log_button.isChecked()

    def set_log(self, is_log: bool) -> None:
        """Choose the y axis, as its button does."""
        self.bar.log_button.setChecked(is_log)

    @Slot()
    def fit(self) -> None:
        """Show all of every curve, and follow them from now on."""
        if self._canvas is not None:
            self._canvas.fit()
            self._schedule()

    # Drawing

    @Slot()
    def prepare(self) -> None:
        """Load what draws, if it is not yet there; it takes a third of a second, once in the program."""
        if self._canvas is not None:
            return
        from gui.widgets.curves.canvas import CurveCanvas

        canvas = CurveCanvas(words_of(self._x_label), **self._shares, parent=self)
        said(canvas.setAccessibleName, self._title)
        canvas.setFrameShape(CurveCanvas.Shape.NoFrame)
        self._pages.addWidget(canvas)
        canvas.uprights.set_marks(self._marks)
        canvas.uprights.set_moment(self._moment)
        canvas.set_expected_x(self._expected_x, self._reached_x)
        canvas.set_log(self.is_log())
        canvas.view_changed.connect(self._on_canvas_view_changed)
        canvas.following_changed.connect(self._on_canvas_following_changed)
        canvas.sight_changed.connect(self.sight_changed)
        canvas.clicked.connect(self.clicked)
        canvas.double_clicked.connect(self.double_clicked)
        self._canvas = canvas
        self._show_state()

    @Slot()
    def flush(self) -> float:
        """Lay out what is new now, if the plot can be seen, and return the seconds it took."""
        if not self._is_dirty or not self.isVisible():
            return 0.0
        if self._has_points():
            self.prepare()
        self._show_state()
        self._is_dirty = False  # also what the page's first layout asked for
        if self._canvas is None or not self._has_points():
            return 0.0
        return self._canvas.draw(self._series.values(), smoothing=self._smoothing > 0)

    @property
    def painting_seconds(self) -> float:
        """Seconds that painting the curves has taken so far; it comes after laying them out."""
        return 0.0 if self._canvas is None else self._canvas.painting_seconds

    def _schedule(self) -> None:
        self._is_dirty = True
        if self.isVisible() and not self._flush_timer.isActive():
            self._flush_timer.start()

    def _has_points(self) -> bool:
        return any(len(series.x) for series in self._series.values())

    def _say_words(self) -> None:
        for key, (label, help_text) in self._names.items():
            self._series[key].label, self._series[key].help = words_of(label), words_of(help_text)
        self.bar.legend.say_words()
        if self._canvas is not None:
            self._canvas.set_x_label(words_of(self._x_label))
            self._canvas.say_numbers()
        self._show_state()

    def _show_state(self) -> None:
        has_points = self._has_points()
        self._empty.setText(words_of(self._empty_text))
        turn_to(self._pages, self._canvas if has_points and self._canvas is not None else self._empty)
        self.bar.export_menu.set_source(self._savable if has_points else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.share_room()  # the height decides, too, and the bar keeps its own
        if not self._has_points():  # of a canvas in sight one hears by itself
            # Not before the others have their places, and never from a page that is being taken apart.
            QTimer.singleShot(0, self, self.sight_changed.emit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._canvas is None:
            # From the turn of the event loop on that paints it: a window may take longer to build than it waits.
            QTimer.singleShot(0, self._prepare_timer, self._prepare_timer.start)
        if self._is_dirty:
            self._schedule()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.end()

    def _savable(self) -> Savable:
        """Return what a file is made of: heading, legend and curves, or the numbers."""
        self.prepare()
        assert self._canvas is not None
        self._canvas.hide_readout()
        self._canvas.draw(self._series.values(), smoothing=self._smoothing > 0)
        title, x_label = words_of(self._title), words_of(self._x_label)
        figure = CurveFigure(title, self._canvas, self.series())
        return Savable(title, figure, self._table_source or partial(table_of, self.series(), x_label))

    # What others did

    @Slot()
    def _on_prepare_timer_timeout(self) -> None:
        if self.isVisible():
            self.prepare()

    @Slot(str, bool)
    def _on_legend_toggled(self, key: str, is_on: bool) -> None:
        self._series[key].is_visible = is_on
        self._schedule()

    @Slot(bool)
    def _on_log_toggled(self, is_log: bool) -> None:
        if self._canvas is not None:
            self._canvas.set_log(is_log)
        self._schedule()

    @Slot(float)
    def _on_smoothing_menu_changed(self, smoothing: float) -> None:
        self.set_smoothing(smoothing)
        self.smoothing_changed.emit(smoothing)

    @Slot()
    def _on_canvas_view_changed(self) -> None:
        self._schedule()
        self.view_changed.emit()

    @Slot(bool)
    def _on_canvas_following_changed(self, is_following: bool) -> None:
        self.bar.fit_button.setEnabled(not is_following)
        self.bar.share_room()
        self.following_changed.emit(is_following)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        if self._canvas is not None:
            self._canvas.apply_theme()
        self._schedule()
        self.update()
