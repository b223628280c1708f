"""Where a page stands: it scrolls where the window is smaller than it, so that no page makes the window larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from gui.widgets.sides import sides_in

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
        """Return the pixels below which it scrolls from side to side, or its sides stand one below the other."""
        return self._needed_for(self._wanted_size())

    def _needed_for(self, least: QSize) -> int:
        """Return what ``needed_width`` says of a page of this least size."""
        scrolls = least.height() > self.maximumViewportSize().height()
        return least.width() + (self._bar_width() if scrolls else 0)

    def _bar_width(self) -> int:
        self.verticalScrollBar().ensurePolished()  # before it is seen it is as wide as another style has it
        return self.verticalScrollBar().sizeHint().width()

    def _wanted_size(self) -> QSize:
        """Return the least size of the page with all side by side that can stand so."""
        least = self._page.minimumSizeHint()
        wide, high = least.width(), least.height()
        for sides in sides_in(self._page):
            if sides.isVisibleTo(self._page):
                wanted = sides.wanted_size()
                wide = max(wide, wanted.width() + self._beside(sides))
                high -= sides.minimumSizeHint().height() - wanted.height()
        return QSize(wide, high)

    def _beside(self, part: QWidget) -> int:
        """Return the pixels that the page keeps free beside a part of it."""
        free, above = 0, part.parentWidget()
        while above is not None:
            layout = above.layout()
            if isinstance(layout, QBoxLayout):  # a stack says it had margins, and has none
                margins = layout.contentsMargins()
                free += margins.left() + margins.right()
            if above is self._page:  # above it is what Qt made
                break
            above = above.parentWidget()
        return free

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what the page needs, as Qt's own class does."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            needed = self._fit()
            if needed != self._needed:
                self._needed = needed
                self.needs_changed.emit()
        return done

    def _fit(self) -> int:
        """Give the page all the room, and what it needs where that is more.

        Qt's own way takes the height at which words stand without being squeezed for the least one, and scrolls early.
        All parts of the page are gone through once: words that change while a network learns ask for it all the time.

        Returns:
            The width that it needs, as ``needed_width`` says.
        """
        room, bar, wanted = self.maximumViewportSize(), self._bar_width(), self._wanted_size()
        needed = self._needed_for(wanted)
        least = wanted if needed <= room.width() else self._page.minimumSizeHint()
        wide = self.horizontalScrollBar().sizeHint()
        across = least.width() > room.width()
        down = least.height() > room.height() - (wide.height() if across else 0)
        across = across or least.width() > room.width() - (bar if down else 0)
        inner = QSize(room.width() - (bar if down else 0), room.height() - (wide.height() if across else 0))
        size = inner.expandedTo(least)
        if size == self._page.size():
            return needed
        self._page.resize(size)
        return self.needed_width()
