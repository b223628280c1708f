"""Small pictures of weights in rows, all on one scale; a click on one chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.widgets.images import colours
from gui.widgets.images.cells import CellRows, Cells
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent

LEAST_SIDE, MOST_SIDE = 36, 128  # of a tile, pixels
GAP = 5
EDGE = 3  # around all of them, for frames


def arrangement(count: int, width: int, height: int) -> tuple[int, int]:
    """Return how many tiles to a row and how wide a tile is, so that all are in sight, or as many as can be.

    Args:
        count: How many there are.
        width: Room, pixels.
        height: Likewise.
    """
    for side in range(MOST_SIDE, LEAST_SIDE - 1, -2):
        columns = max(1, (width - 2 * EDGE + GAP) // (side + GAP))
        if -(-count // columns) * (side + GAP) - GAP + 2 * EDGE <= height:
            return columns, side
    return max(1, (width - 2 * EDGE + GAP) // (LEAST_SIDE + GAP)), LEAST_SIDE


class TileGrid(Cells, Painted):
    """As many tiles as there are units; it grows higher than its room where they are many.

    Signals:
        tile_clicked: A tile was chosen (its index, int).
    """

    tile_clicked = Signal(int)
    stays_inside = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: NDArray[np.float32] = np.zeros((0, 28, 28), np.float32)
        self._scale = 1.0
        self._atlas: QImage | None = None
        self._columns, self._side = 1, LEAST_SIDE
        self._room = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_SIDE)

    def set_tiles(self, tiles: NDArray[np.float32], scale: float) -> None:
        """Show other weights.

        Args:
            tiles: ``(N, H, W)`` float32; ``(N, H, W, 3)`` of red, green and blue, whose 0 is grey.
            scale: What gets the full colour.
        """
        count = len(self._tiles)
        self._tiles, self._scale, self._atlas = tiles, scale, None
        if len(tiles) != count:
            self.chosen = min(self.chosen, len(tiles) - 1)
            self._arrange()
        self.update()

    @property
    def tiles(self) -> NDArray[np.float32]:
        """The weights that are shown, ``(N, H, W[, 3])``."""
        return self._tiles

    def set_room(self, height: int) -> None:
        """Say how much of it can be in sight at once, in pixels."""
        self._room = height
        self._arrange()

    def select(self, index: int) -> None:
        """Mark one; -1 for none."""
        if index != self.chosen:
            self.chosen = index
            self.update()

    def count(self) -> int:
        return len(self._tiles)

    def rows(self) -> CellRows:
        pitch = self._side + GAP
        return CellRows(self._columns, QSize(self._side, self._side), pitch, pitch, EDGE, EDGE)

    def cell_at(self, point: QPoint | QPointF) -> int:
        """Return the index of the tile at a point, or -1, also between tiles."""
        index = super().cell_at(point)
        return index if index >= 0 and QRectF(self.cell(index)).contains(point.x(), point.y()) else -1

    def _arrange(self) -> None:
        self._columns, self._side = arrangement(len(self._tiles), self.width(), self._room)
        rows = -(-len(self._tiles) // self._columns)
        self.setMinimumHeight(max(LEAST_SIDE, rows * (self._side + GAP) - GAP + 2 * EDGE))
        self.update()

    def forget_colours(self) -> None:
        self._atlas = None

    def paint(self, painter: QPainter) -> None:
        if not len(self._tiles):
            return
        height, width, *channels = self._tiles.shape[1:]
        if self._atlas is None:
            column = self._tiles.reshape(-1, width, *channels)
            make = colours.around_grey if channels else colours.diverging
            self._atlas = make(column, self._scale)
        look = theme.current()
        is_dense = self._side * self.devicePixelRatioF() < 1.6 * width  # pixels would be of unequal size
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, is_dense)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        plain = QPen(look.color("border"), 1)
        rows = self.rows()
        for index in range(len(self._tiles)):
            place = QRectF(rows.cell(index))
            painter.drawImage(place, self._atlas, QRectF(0, index * height, width, height))
            is_chosen = index == self.chosen
            painter.setPen(QPen(look.color("accent"), 2) if is_chosen or index == self.hovered else plain)
            painter.drawRect(place.adjusted(-1.5, -1.5, 1.5, 1.5) if is_chosen else place)

    # Pointing and keys

    def choose(self, index: int) -> None:
        self.select(index)
        self.tile_clicked.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self.chosen < 0 and len(self._tiles):
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._arrange()
