"""The window's right edge: a narrow button that folds the pad away and brings it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.look.icons import set_icon
from gui.look.plain import plain
from gui.look.spoken import Spoken
from gui.look.text_size import follow_size, px, sized
from gui.look.words import noted

OPEN_WIDTH, FOLDED_WIDTH = 14, 26
"""Pixels beside a pad that is there, and in place of one that is not."""


class PadEdge(Spoken, QToolButton):
    """As high as the pad: a chevron beside it, or its name where it is folded away.

    Args:
        parent: Qt's parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("padEdge")
        self.setProperty("tight", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        sized(self.setIconSize, QSize(12, 12))
        self._folded = False
        self._keys = ""
        self.say_words()
        follow_size(self, self._fit)

    @property
    def folded(self) -> bool:
        """Whether it stands for a pad that is not in the window."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Stand beside the pad, or for it."""
        if folded != self._folded:
            self._folded = folded
            self.say_words()

    def set_keys(self, keys: str) -> None:
        """Say which key does the same."""
        self._keys = keys
        self.say_words()

    def say_words(self) -> None:
        set_icon(self, "left" if self._folded else "right", "text_muted")
        words = self.tr("Show the pad") if self._folded else self.tr("Fold the pad away")
        self.setAccessibleName(words)
        self.setToolTip(plain(noted(words, self._keys)))
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setFixedWidth(px(FOLDED_WIDTH if self._folded else OPEN_WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._folded:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        painter.translate(self.width(), self.height() / 2 + px(14))
        painter.rotate(90)
        painter.drawText(
            QRectF(0, 0, px(160), self.width()), int(Qt.AlignmentFlag.AlignVCenter), self.tr("Pad")
        )
        painter.end()
