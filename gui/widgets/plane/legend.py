"""What the marks on a plane mean, in a row of small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import follow_language
from gui.look.words import plain_number
from gui.widgets.painted import Painted
from gui.widgets.plane.heights import LEVELS, paint_height
from gui.widgets.plane.marks import ROOM, SIZE, paint_cross, paint_mark

if TYPE_CHECKING:
    from gui.widgets.plane.heights import Heights

GAP = 10.0  # pixels between two entries


class PlaneLegend(Painted):
    """“● to learn from ○ to test with × wrong”, in as many rows as they need; of numbers the least and the greatest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: Heights | None = None
        follow_language(self, self._tell)

    def set_heights(self, heights: Heights | None) -> None:
        """Say which colours numbers get; None where there are classes."""
        if heights != self._heights:
            self._heights = heights
            self.updateGeometry()
            self.update()

    def _words(self) -> tuple[str, ...]:
        parts = self.tr("to learn from"), self.tr("to test with")
        if self._heights is None:
            return (*parts, self.tr("wrong"))
        return (*parts, plain_number(self._heights.low, 2), plain_number(self._heights.high, 2))

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Marks"))
        self.updateGeometry()

    def _places(self, width: float) -> tuple[list[QPointF], float]:
        """Return where each entry begins, and the height of all."""
        metrics = self._metrics()
        line, x, y = max(metrics.height(), 2 * ROOM - 2), 0.0, 0.0
        found = []
        for words in self._words():
            wide = 2 * ROOM + metrics.horizontalAdvance(words)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + line
            found.append(QPointF(x, y + line / 2))
            x += wide + GAP
        return found, y + line

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.tabular_font(self.font(), scale=0.85))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._places(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(220))

    def paint(self, painter: QPainter) -> None:
        metrics = self._metrics()
        painter.setFont(theme.tabular_font(self.font(), scale=0.85))
        for kind, (at, words) in enumerate(zip(self._places(self.width())[0], self._words(), strict=True)):
            middle = at + QPointF(ROOM, 0)
            if self._heights is not None:
                level = (LEVELS, LEVELS, 0, 2 * LEVELS)[kind]
                paint_height(painter, middle, level, is_hollow=kind == 1, size=SIZE)
            else:
                paint_mark(painter, middle, 0, is_hollow=kind == 1)
                if kind == 2:
                    paint_cross(painter, middle)
            painter.setPen(theme.current().color("text_muted"))
            baseline = at.y() + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(at.x() + 2 * ROOM, baseline), words)
