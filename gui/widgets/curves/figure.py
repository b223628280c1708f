"""A curve plot as it is saved: heading and legend above the curves, or the points in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from engine.records import dataclass
from gui.look import theme
from gui.look.text_size import px
from gui.widgets.curves.legend import paint_swatch
from gui.widgets.saving.figure import HEAD, Figure

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gui.widgets.curves.series import CurveSeries


@dataclass(frozen=True, slots=True)
class CurveFigure(Figure):
    """Axes and curves with their legend.

    Attributes:
        series: The curves, for the legend.
    """

    series: tuple[CurveSeries, ...]

    def paint_head(self, painter: QPainter, ground: str = "surface") -> QRect:
        """Write the heading and the legend behind it."""
        look = theme.current()
        line = Figure.paint_head(self, painter, ground)
        left = line.left() + painter.fontMetrics().horizontalAdvance(self.title) + 20
        painter.setFont(self.canvas.font())
        for series in self.series:
            if not series.is_visible:
                continue
            painter.save()
            painter.translate(left, (px(HEAD) - px(12)) / 2)
            paint_swatch(painter, series, look.series_color(series.color))
            painter.restore()
            painter.setPen(look.color("text"))
            words = QRect(left + px(26), 4, self.size.width(), px(HEAD) - 8)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, series.label)
            left += px(26) + painter.fontMetrics().horizontalAdvance(series.label) + 16
        return line


def table_of(series: tuple[CurveSeries, ...], x_label: str) -> tuple[list[str], list[list[float | str]]]:
    """Return the points of all curves as one table: a column a curve, a row for each x that any of them has."""
    columns = [dict(zip(map(float, item.x), map(float, item.y), strict=True)) for item in series]
    places = sorted(set().union(*columns)) if columns else []
    rows: list[list[float | str]] = [
        [int(x) if x.is_integer() else x, *(column.get(x, "") for column in columns)] for x in places
    ]
    return [x_label, *(item.label for item in series)], rows
