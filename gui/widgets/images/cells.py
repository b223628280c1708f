"""Images side by side: where their cells lie, and how mouse and keys go among them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from engine.records import dataclass

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    Widget = QWidget
else:
    Widget = object  # a mixin: some widgets scroll, others do not

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class CellRows:
    """Cells that fill one row after another, in pixels.

    Attributes:
        columns: How many stand in a row.
        size: Of a cell.
        across: From one cell to the next.
        down: From one row to the next.
        left: Where the first cell begins.
        top: Likewise.
        reach: How far in front of its left and upper edge a cell is still meant.
    """

    columns: int
    size: QSize
    across: float
    down: float
    left: float = 0.0
    top: float = 0.0
    reach: float = 0.0

    def cell(self, index: int) -> QRect:
        """Return where a cell lies."""
        row, column = divmod(index, self.columns)
        corner = QPoint(round(self.left + column * self.across), round(self.top + row * self.down))
        return QRect(corner, self.size)

    def index_at(self, x: float, y: float) -> int:
        """Return the index of the cell that is meant by a point, or -1; there may be fewer cells than that."""
        column = math.floor((x - self.left + self.reach) / self.across)
        row = math.floor((y - self.top + self.reach) / self.down)
        return row * self.columns + column if 0 <= column < self.columns and row >= 0 else -1


class Cells(Widget):
    """Goes among cells; the widget says how many there are, where they lie and what choosing one means.

    Attributes:
        chosen: The cell that the keys go on from, or -1.
        hovered: The cell under the mouse, or -1; of a widget with mouse tracking.
        stays_inside: Whether keys that lead out go as far as there are cells, or nowhere.
    """

    chosen = -1
    hovered = -1
    stays_inside = True

    def count(self) -> int:
        """Return how many cells there are."""
        raise NotImplementedError

    def rows(self) -> CellRows:
        """Return where they lie."""
        raise NotImplementedError

    def choose(self, index: int) -> None:
        """Go to a cell."""
        raise NotImplementedError

    def press(self, index: int) -> None:
        """Do what a click on a cell does."""
        self.choose(index)

    def activate(self, index: int) -> None:
        """Do what Enter does."""
        self.press(index)

    def words_of(self, _index: int) -> str:
        """Return what a tooltip says of a cell."""
        return ""

    def cell(self, index: int) -> QRect:
        """Return its place."""
        return self.rows().cell(index)

    def cell_at(self, point: QPoint | QPointF) -> int:
        """Return the index of the cell at a point, or -1."""
        index = self.rows().index_at(point.x(), point.y())
        return index if index < self.count() else -1

    def tip_at(self, point: QPoint) -> str:
        """Return what a tooltip says of a place."""
        index = self.cell_at(point)
        if index < 0:
            return ""
        return "\n".join(words for words in (self.words_of(index), self.click_words()) if words)

    def click_words(self) -> str:
        """Return what a tooltip says of a click; nothing where that explains itself."""
        return ""

    def key_steps(self) -> dict[Qt.Key, int]:
        """Return how far each key goes."""
        last, columns = self.count() - 1, self.rows().columns
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        return steps | {Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), self.count() - 1
        step = self.key_steps().get(key)
        if step is not None and last >= 0:
            wanted = self.chosen + step if self.chosen >= 0 else 0
            inside = min(max(wanted, 0), last)
            if inside == wanted or self.stays_inside:
                self.choose(inside)
                return
        elif key in ENTER and 0 <= self.chosen <= last:
            self.activate(self.chosen)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.press(index)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hasMouseTracking():
            self._hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index != self.hovered:
            self.hovered = index
            if index >= 0:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()


def pad_words() -> str:
    """Return what a click on an image does wherever images stand, in the same words."""
    return QCoreApplication.translate("Images", "A click puts it on the pad.")
