"""Upright lines in a curve plot: marks with words at them, the moment that is looked at, and where values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import Qt

from gui.look import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class Uprights:
    """The upright lines of a plot.

    Args:
        plot: Where they stand.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._texts: tuple[tuple[float, str], ...] = ()
        self._marks: list[pg.InfiniteLine] = []
        self._moment = self._hidden_line(15)
        self._cross = self._hidden_line(20)

    def _hidden_line(self, z: float) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90)
        line.setZValue(z)
        line.hide()
        self._plot.addItem(line, ignoreBounds=True)
        return line

    def set_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Draw lines with words at them.

        Args:
            marks: x and text of each.
        """
        if tuple(marks) == self._texts:
            return
        self._texts = tuple(marks)
        for mark in self._marks:
            self._plot.removeItem(mark)
        look = theme.current()
        self._marks = []
        for x, text in marks:
            pen = pg.mkPen(look.color("text_muted"), style=Qt.PenStyle.DashLine)
            options = {
                "position": 1.0,
                "anchors": [(0, 0), (1, 0)],  # below the upper edge, however low the plot is
                "color": look.color("text_muted"),
                "fill": look.color("surface", 220),
            }
            mark = pg.InfiniteLine(x, angle=90, pen=pen, label=text, labelOpts=options)
            self._plot.addItem(mark, ignoreBounds=True)
            self._marks.append(mark)

    def set_moment(self, x: float | None) -> None:
        """Draw a line at the moment that is looked at, or none."""
        _place(self._moment, x)

    def moment(self) -> float | None:
        """Return where that line stands, or None where there is none."""
        return float(self._moment.value()) if self._moment.isVisible() else None

    def set_cross(self, x: float | None) -> None:
        """Draw a line where values are read, or none."""
        _place(self._cross, x)

    def apply_theme(self) -> None:
        """Take the colours of the theme in use."""
        look = theme.current()
        self._cross.setPen(pg.mkPen(look.color("text_muted"), width=1))
        self._moment.setPen(pg.mkPen(look.color("accent"), width=2))
        texts, self._texts = self._texts, ()
        self.set_marks(texts)


def _place(line: pg.InfiniteLine, x: float | None) -> None:
    if x is not None:
        line.setValue(x)
    line.setVisible(x is not None)
