"""A widget that puts its parts in rows like words, as many to a row as there is room for.

No ``QLayout`` of our own: Qt deletes the items of a layout that Python may still hold, which ends the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class FlowBox(QWidget):
    """Rows from the left, as high as they need.

    Args:
        spacing: Pixels between the parts.
        parent: The widget it belongs to.
    """

    def __init__(self, spacing: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is in it, in order."""
        return tuple(self._parts)

    def add(self, part: QWidget) -> None:
        """Append a part."""
        part.setParent(self)
        self._parts.append(part)
        part.show()
        self.arrange()

    def remove_last(self) -> None:
        """Take the last part away."""
        part = self._parts.pop()
        part.hide()
        part.deleteLater()
        self.arrange()

    def arrange(self) -> None:
        """Place the parts anew, after one of them has become larger or smaller."""
        self.updateGeometry()
        self._place(self.width(), is_real=True)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._place(width, is_real=False)

    def sizeHint(self) -> QSize:
        """Return the size of the rows as wide as they are now."""
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the largest part."""
        size = QSize(0, 0)
        for part in self._parts:
            size = size.expandedTo(part.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), is_real=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()

    def _place(self, width: int, *, is_real: bool) -> int:
        place, bottom = QPoint(0, 0), 0
        for part in self._parts:
            size = part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
            size.setWidth(min(size.width(), max(1, width)))
            if place.x() and place.x() + size.width() > width:
                place = QPoint(0, bottom + self._spacing)
            if is_real:
                part.setGeometry(QRect(place, size))
            bottom = max(bottom, place.y() + size.height())
            place.setX(place.x() + size.width() + self._spacing)
        return bottom
