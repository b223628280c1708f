"""Small pictures of weights in rows, all on one scale; a click on one chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.stations.understand import colours
from gui.stations.understand.view import Canvas

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent

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


class TileGrid(Canvas):
    """As many tiles as there are units; it grows higher than its room where they are many.

    Signals:
        tile_clicked: A tile was chosen (its index, int).
    """

    tile_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: NDArray[np.float32] = np.zeros((0, 28, 28), np.float32)
        self._scale = 1.0
        self._atlas: QImage | None = None
        self._selected = self._hovered = -1
        self._columns, self._side = 1, LEAST_SIDE
        self._room = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_SIDE)

    def set_tiles(self, tiles: NDArray[np.float32], scale: float) -> None:
        """Show other weights.

        Args:
            tiles: ``(N, H, W)`` float32.
            scale: What gets the full colour.
        """
        count = len(self._tiles)
        self._tiles, self._scale, self._atlas = tiles, scale, None
        if len(tiles) != count:
            self._selected = min(self._selected, len(tiles) - 1)
            self._arrange()
        self.update()

    def set_room(self, height: int) -> None:
        """Say how much of it can be in sight at once, in pixels."""
        self._room = height
        self._arrange()

    def select(self, index: int) -> None:
        """Mark one; -1 for none."""
        if index != self._selected:
            self._selected = index
            self.update()

    def tile(self, index: int) -> QRectF:
        """Return the place of a tile."""
        row, column = divmod(index, self._columns)
        pitch = self._side + GAP
        return QRectF(EDGE + column * pitch, EDGE + row * pitch, self._side, self._side)

    def tile_at(self, x: float, y: float) -> int:
        """Return the index of the tile at a point, or -1."""
        pitch = self._side + GAP
        column, row = int((x - EDGE) // pitch), int((y - EDGE) // pitch)
        index = row * self._columns + column
        inside = 0 <= column < self._columns and 0 <= index < len(self._tiles)
        return index if inside and self.tile(index).contains(x, y) else -1

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
        height, width = self._tiles.shape[1:]
        if self._atlas is None:
            self._atlas = colours.diverging(self._tiles.reshape(-1, width), self._scale)
        look = theme.current()
        is_dense = self._side * self.devicePixelRatioF() < 1.6 * width  # pixels would be of unequal size
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, is_dense)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        plain = QPen(look.color("border"), 1)
        for index in range(len(self._tiles)):
            place = self.tile(index)
            painter.drawImage(place, self._atlas, QRectF(0, index * height, width, height))
            is_chosen = index == self._selected
            painter.setPen(QPen(look.color("accent"), 2) if is_chosen or index == self._hovered else plain)
            painter.drawRect(place.adjusted(-1.5, -1.5, 1.5, 1.5) if is_chosen else place)

    # Pointing and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.tile_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.tile_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        key = Qt.Key(event.key())
        if key in steps and 0 <= self._selected + steps[key] < len(self._tiles):
            self._choose(self._selected + steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self._selected < 0 and len(self._tiles):
            self._choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._arrange()

    def _choose(self, index: int) -> None:
        self.select(index)
        self.tile_clicked.emit(index)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
