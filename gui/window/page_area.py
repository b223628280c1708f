"""Where a page stands: it scrolls where the window is smaller than it, so that no page makes the window larger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
        self.setWidgetResizable(True)
        self.setWidget(page)

    def needed_width(self) -> int:
        """Return the pixels below which it scrolls from side to side."""
        return self._page.minimumSizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what the page needs, as Qt's own class does."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            needed = self.needed_width()
            if needed != self._needed:
                self._needed = needed
                self.needs_changed.emit()
        return done
