"""A line of words that gives way: shorter words, and then dots, where there is no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from engine.visible import visible
from gui.look.plain import plain
from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class ShortLabel(Label):
    """Asks for no width; what it has no room for is in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shorter: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str, *shorter: str) -> None:
        """Say something.

        Args:
            words: All of it.
            shorter: What says the most important of it, longest first.
        """
        self._shorter = tuple(map(visible, shorter))
        if visible(words) != self.text():
            self.setText(visible(words))

    def shown(self) -> str:
        """Return what there is room for."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        fitting = (text for text in (self.text(), *self._shorter) if metrics.horizontalAdvance(text) <= room)
        last = (self.text(), *self._shorter)[-1]
        return next(fitting, None) or metrics.elidedText(last, Qt.TextElideMode.ElideRight, room)

    def is_cut(self) -> bool:
        """Whether there is no room for all of the words."""
        return self.shown() != self.text()

    def event(self, event: QEvent) -> bool:
        """Say all of it in a tooltip where there is none that says more."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(event.globalPos(), plain(self.text()) if self.is_cut() else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown())
        painter.end()
