"""A small bar to the right of its middle where a feature speaks for the answer, to the left where against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import Words, words_of
from gui.look.text_size import px
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

WIDTH, HEIGHT = 68, 14  # pixels


class SpeaksBar(Painted):
    """Shows one share of the greatest, from -1 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speaksBar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share: float | None = None
        self._tip: Words = ""

    def share(self) -> float | None:
        """Return what is shown, or None where there is no answer."""
        return self._share

    def set_share(self, share: float | None, tip: Words = "") -> None:
        """Show another share.

        Args:
            share: Of the greatest, below 0 where it speaks against the answer; None without an answer.
            tip: What it means.
        """
        self._share, self._tip = share, tip
        self.setAccessibleDescription(words_of(tip))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH, share=0.5), px(HEIGHT, share=0.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def tip_at(self, _point: QPoint) -> str:
        return words_of(self._tip)

    def bar(self) -> QRectF:
        """Return where the bar lies; empty where nothing speaks."""
        middle, room = self.width() / 2, self.width() / 2 - 1
        length = room * min(max(self._share or 0.0, -1.0), 1.0)
        high = self.height() - 4
        return QRectF(middle + min(length, 0.0), 2, abs(length), high)

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), self.height() - 4), 3, 3)
        if self._share is not None:
            painter.setBrush(look.color("positive" if self._share > 0 else "negative"))
            painter.drawRect(self.bar())
        painter.setPen(look.color("border_strong"))
        painter.drawLine(QPoint(self.width() // 2, 0), QPoint(self.width() // 2, self.height()))
