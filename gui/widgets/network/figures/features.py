"""The numbers that the network takes: a circle for each feature, with its name beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from gui.look import theme
from gui.widgets.network.figures.figure import Figure, points
from gui.widgets.network.figures.units import font_of_names
from gui.widgets.network.painting import paint_circles, paint_planes
from gui.widgets.network.values import unit_indices, units_shown
from gui.widgets.plane.feature_pictures import feature_values

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

APART = 8.0  # pixels from a circle's middle to its name


class FeaturesFigure(Figure):
    """A column of circles at whose left stand names."""

    def ends(self, side: int) -> list[QPointF]:
        del side
        return points(self.ground.column.x, self.ground.column.ys)

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        ground, column = self.ground, self.ground.column
        if ground.plane is None:
            paint_circles(painter, column, 0, self.fills(), is_hovered=is_hovered)
        else:
            shown = unit_indices(len(column.ys), column.count)
            paint_planes(painter, column, 0, feature_values(ground.plane)[shown], is_hovered=is_hovered)
        apart = APART if ground.plane is None else column.radius + 4.0
        font = font_of_names(ground)
        metrics = QFontMetricsF(font)
        width, high = ground.inputs + 2, metrics.height()
        painter.setFont(font)
        painter.setPen(theme.current().color("text"))
        for index, y in zip(units_shown(len(column.ys), column.count), column.ys, strict=True):
            area = QRectF(column.x - apart - width, y - high / 2, width, high)
            name = metrics.elidedText(ground.features[index].name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)

    def fills(self) -> NDArray[np.float32] | None:
        """Return of each circle where its number lies, from the least (−1) to the greatest (1) of the training rows."""
        ground, row = self.ground, self.ground.values.image
        if row is None:
            return None
        low, high = (np.array([getattr(each, name) for each in ground.features]) for name in ("low", "high"))
        shares = (row - low) / np.where(high > low, high - low, 1.0)
        places = np.clip(2 * shares - 1, -1, 1).astype(np.float32)
        shown: NDArray[np.float32] = places[unit_indices(len(ground.column.ys), ground.column.count)]
        return shown
