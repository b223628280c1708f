"""A widget that is painted by hand, in the colours of the theme."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Slot
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from gui.look import theme
from gui.look.plain import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Painted(QWidget):
    """A picture that tells what painting it has cost, and says of each place what is there.

    Where words stand in it, sizes in pixels are asked for by ``px`` while painting, or taken from the letters: so it
    grows with the words at once.

    Attributes:
        painting_seconds: Seconds that painting has taken so far.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painting_seconds = 0.0
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def paint(self, painter: QPainter) -> None:
        """Draw all of it."""
        raise NotImplementedError

    def forget_colours(self) -> None:
        """Let go what was drawn in the colours of another theme."""

    def tip_at(self, _point: QPoint) -> str | None:
        """Return what a tooltip says of a place, nothing for none; None for the same all over."""
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        started = time.perf_counter()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self.paint(painter)
        finally:
            painter.end()  # an error would keep it at work, and Qt ends the program at that
        self.painting_seconds += time.perf_counter() - started

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            if words is not None:
                QToolTip.showText(event.globalPos(), plain(words), self)  # no words hide what was shown
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        """Draw all anew, and ask for room anew: words of another size are told of as another theme is."""
        self.forget_colours()
        self.updateGeometry()
        self.update()
