"""A layout that puts widgets in rows like words, as many to a row as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FlowLayout(QLayout):
    """Rows from the left, as high as they need.

    Args:
        parent: The widget whose parts it places.
        spacing: Pixels between them.
    """

    def __init__(self, parent: QWidget, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rectangle: QRect) -> None:
        """Put all items into their places."""
        super().setGeometry(rectangle)
        self._place(rectangle, is_real=True)

    def sizeHint(self) -> QSize:
        """Return the least size: rows break where they must."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, area: QRect, *, is_real: bool) -> int:
        place, bottom = area.topLeft(), area.top()
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(area.width(), item.sizeHint().height()))
            if place.x() > area.left() and place.x() + size.width() > area.right() + 1:
                place = QPoint(area.left(), bottom + self.spacing())
            if is_real:
                item.setGeometry(QRect(place, size))
            bottom = max(bottom, place.y() + size.height())
            place.setX(place.x() + size.width() + self.spacing())
        return bottom - area.top()
