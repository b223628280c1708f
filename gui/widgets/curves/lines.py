"""What pyqtgraph draws of one curve: its line, its smoothed self and the marks at its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from gui.look import theme
from gui.widgets.curves.series import heights, thin

if TYPE_CHECKING:
    from gui.widgets.curves.series import CurveSeries, Points

_SYMBOLS = {"circle": "o", "square": "s", "triangle": "t1"}
_STYLES = {
    "line": Qt.PenStyle.SolidLine,
    "dashes": Qt.PenStyle.DashLine,
    "dots": Qt.PenStyle.DotLine,
}
FAINT = 80  # opacity of a curve under its smoothed self, of 255
FEW = 8  # points of a curve that has no marks: one alone makes no line
MAX_MARKERS = 200  # with more points than that, a line shows them better


class CurveLines:
    """The items of a curve on a plot; they are kept and given new points.

    Args:
        plot: Where they lie.
        series: The curve.
    """

    def __init__(self, plot: pg.PlotWidget, series: CurveSeries) -> None:
        self._plot = plot
        self._line, self._smooth_line = pg.PlotCurveItem(), pg.PlotCurveItem(antialias=True)
        # Wide lines drawn piece by piece cost a fraction of one long wide path.
        self._smooth_line.setSegmentedLineMode("on")
        self._markers = pg.ScatterPlotItem(
            size=7, symbol=_SYMBOLS.get(series.symbol, "o"), antialias=True, pxMode=True
        )
        lowest = 1 if series.smooth else 3  # noise under the smoothed curve, that under curves by epoch
        for z, item in ((lowest, self._line), (2, self._smooth_line), (4, self._markers)):
            item.setZValue(z)
            plot.addItem(item, ignoreBounds=True)
        if series.symbol:
            self._line.opts["antialias"] = True
            self._line.setSegmentedLineMode("on")
        self.take_colours(series)

    def remove(self) -> None:
        """Take them off the plot."""
        for item in (self._line, self._smooth_line, self._markers):
            self._plot.removeItem(item)

    def take_colours(self, series: CurveSeries) -> None:
        """Draw in the colours of the theme in use."""
        look = theme.current()
        color, style = look.series_color(series.color), _STYLES[series.style]
        self._line.setPen(pg.mkPen(color, width=series.width or (2 if series.symbol else 1), style=style))
        self._smooth_line.setPen(pg.mkPen(color, width=2, style=style))
        self._markers.setPen(pg.mkPen(look.color("surface"), width=1))
        self._markers.setBrush(pg.mkBrush(color))

    def draw(
        self, series: CurveSeries, sight: tuple[float, float], width: int, *, log: bool, smoothing: bool
    ) -> None:
        """Give them the points of the curve.

        Args:
            series: The curve.
            sight: The x in sight.
            width: Pixels there are for them.
            log: Whether the y axis shows powers of ten.
            smoothing: Whether the smoothed curve is drawn over its faint self.
        """
        is_smoothed = smoothing and series.smooth and len(series.smooth_x) > 0
        self._line.setVisible(series.is_visible and len(series.x) > 0)
        self._smooth_line.setVisible(series.is_visible and is_smoothed)
        has_markers = len(series.x) <= (MAX_MARKERS if series.symbol else FEW)
        self._markers.setVisible(series.is_visible and has_markers)
        if not series.is_visible:
            return
        x, y = thin(series.x, heights(series.y, log=log), *sight, width)
        if series.symbol and not is_smoothed and same_points(self._line.getData(), x, y):
            return  # of curves by epoch seldom anything is new
        self._line.setOpacity(FAINT / 255 if is_smoothed else 1.0)
        self._line.setData(x, y, connect="finite")
        if is_smoothed:
            x, y = thin(series.smooth_x, heights(series.smooth_y, log=log), *sight, width)
            self._smooth_line.setData(x, y, connect="finite")
        if has_markers:
            sound = np.isfinite(y)
            self._markers.setData(x[sound], y[sound])


def same_points(shown: tuple[Points | None, Points | None], x: Points, y: Points) -> bool:
    """Tell whether a line that is shown goes through just these points."""
    shown_x, shown_y = shown
    if shown_x is None or shown_y is None:
        return False
    return np.array_equal(shown_x, x) and np.array_equal(shown_y, y, equal_nan=True)
