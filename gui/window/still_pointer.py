"""The pointer over curves that are shown to a class: hidden while nobody moves it, and never over the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LOOK_MS, HIDDEN_LOOK_MS = 250, 50
"""How often it is looked where it is; more often while it is hidden, as it is missed at once."""
STILL_LOOKS = 8
"""After so many looks at the same place it is hidden: two seconds."""


class StillPointer(QObject):
    """Hides the pointer where it stands still over a part of a window.

    It looks where the pointer is now and then: to hear of each movement, every event of the program would have to come
    by here.

    Args:
        over: The part.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._at = QPoint()
        self._looks = 0
        self._is_hidden = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_hidden(self) -> bool:
        """Whether the pointer is hidden."""
        return self._is_hidden

    def set_watching(self, watching: bool) -> None:
        """Begin or cease to hide it."""
        self._looks = 0
        if watching:
            self._timer.start()
        else:
            self._timer.stop()
            self._show()

    @Slot()
    def look(self) -> None:
        """Look where the pointer is, and whether it has stood there long enough."""
        at, buttons = QCursor.pos(), QGuiApplication.mouseButtons()
        is_still = at == self._at and buttons == Qt.MouseButton.NoButton and self._is_over(at)
        self._at = at
        self._looks = self._looks + 1 if is_still else 0
        if self._is_hidden and not is_still:
            self._show()
        elif not self._is_hidden and self._looks >= STILL_LOOKS:
            self._is_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._timer.setInterval(HIDDEN_LOOK_MS)

    def _is_over(self, at: QPoint) -> bool:
        there = QApplication.widgetAt(at)
        return there is not None and (there is self._over or self._over.isAncestorOf(there))

    def _show(self) -> None:
        if self._is_hidden:
            self._is_hidden = False
            QGuiApplication.restoreOverrideCursor()
            self._timer.setInterval(LOOK_MS)
