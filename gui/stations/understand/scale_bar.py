"""The legend of the colours: from against to for, with the number that gets the full colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import Words, follow_language, words_of
from gui.look.text_size import px
from gui.widgets.images import colours
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

BAR = QSize(120, 10)


class ScaleBar(Painted):
    """A strip of all colours between two words.

    Args:
        low: What the negative colour means.
        high: What the positive one means.
        parent: The widget it belongs to.
        is_one_sided: Whether there is nothing negative: the strip begins at 0.
    """

    def __init__(
        self,
        low: Words = "",
        high: Words = "",
        parent: QWidget | None = None,
        *,
        is_one_sided: bool = False,
    ) -> None:
        super().__init__(parent)
        self._lowest = 0.0 if is_one_sided else -1.0
        self._words = low, high
        self._low = self._high = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_language(self, self._say_words)

    def _say_words(self) -> None:
        low, high = (words_of(words) for words in self._words)
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self.updateGeometry()
            self.update()

    def set_words(self, low: Words, high: Words) -> None:
        """Change what stands at the ends, such as the numbers themselves."""
        self._words = low, high
        self._say_words()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(text) for text in (self._low, self._high))
        return QSize(px(BAR.width()) + words + 16, max(metrics.height(), px(BAR.height())) + 2)

    def paint(self, painter: QPainter) -> None:
        look, metrics = theme.current(), self.fontMetrics()
        painter.setFont(theme.tabular_font(self.font()))
        left = metrics.horizontalAdvance(self._low) + 8
        wide, high = px(BAR.width()), px(BAR.height())
        bar = QRectF(left, (self.height() - high) / 2, wide, high)
        painter.drawImage(bar, colours.diverging(np.linspace(self._lowest, 1, 61)[None], 1.0))
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        painter.setPen(look.color("text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._low)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._high)
