"""Where a page stands: it scrolls where the window is smaller than it, so that no page makes the window larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PageArea(QScrollArea):
    """Shows a page, in part where there is no room for all of it.

    Args:
        page: The page.

    Signals:
        needs_changed: The page needs another width.
    """

    needs_changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._needed = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)
        page.show()

    def needed_width(self) -> int:
        """Return the pixels below which it scrolls from side to side."""
        least = self._page.minimumSizeHint()
        scrolls = least.height() > self.maximumViewportSize().height()
        return least.width() + (self.verticalScrollBar().sizeHint().width() if scrolls else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what the page needs, as Qt's own class does."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            self._fit()
            needed = self.needed_width()
            if needed != self._needed:
                self._needed = needed
                self.needs_changed.emit()
        return done

    def _fit(self) -> None:
        """Give the page all the room, and what it needs where that is more.

        Qt's own way takes the height at which words stand without being squeezed for the least one, and scrolls early.
        """
        room, least = self.maximumViewportSize(), self._page.minimumSizeHint()
        wide, high = self.horizontalScrollBar().sizeHint(), self.verticalScrollBar().sizeHint()
        across = least.width() > room.width()
        down = least.height() > room.height() - (wide.height() if across else 0)
        across = across or least.width() > room.width() - (high.width() if down else 0)
        inner = QSize(
            room.width() - (high.width() if down else 0), room.height() - (wide.height() if across else 0)
        )
        self._page.resize(inner.expandedTo(least))
