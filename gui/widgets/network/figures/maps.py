"""A layer of images as a stack of its channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.layers import Form, form_of, units_of
from gui.widgets.network import feature_maps
from gui.widgets.network.figures.figure import Figure

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainter

WIDEST, APART = 42.0, 4.0  # pixels: a stack, and from it to its neighbours


class MapsFigure(Figure):
    """Squares behind each other, each as large as its image."""

    @property
    def stack(self) -> list[QRectF]:
        """The squares, the farthest first."""
        ground = self.ground
        assert ground.placed is not None
        shape = ground.placed.output_shape
        if form_of(shape) is not Form.IMAGE:
            shape = (units_of(shape), 1, 1)
        room = min(WIDEST, ground.column.stride - APART)
        return feature_maps.squares(shape, ground.image_shape[-2], ground.tile, ground.middle, room)

    def ends(self, side: int) -> list[QPointF]:
        return feature_maps.ends(self.stack, side=side)

    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        assert self.ground.placed is not None
        stack = self.stack
        fills = self.ground.values.fills(self.ground.column, len(stack))
        feature_maps.paint(painter, stack, self.ground.placed.layer, fills, is_hovered=is_hovered)
