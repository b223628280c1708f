"""How many images each class has, as a bar for each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import said
from gui.look.words import labelled, listed, noted, percent_of
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

GAP = 10  # pixels between name, bar and count
MAX_NAME = 0.4  # share of the width that names may take


class ClassBalance(Painted):
    """A horizontal bar for each class with its name and count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] = np.zeros(0, np.int64)
        self._classes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said(self.setAccessibleName, lambda: self.tr("Examples of each class"))

    def set_counts(self, counts: ArrayLike, classes: Sequence[str]) -> None:
        """Show counts.

        Args:
            counts: ``(classes,)``, images of each class.
            classes: Their names.
        """
        self._counts = np.asarray(counts, np.int64)
        self._classes = tuple(classes)
        self.setAccessibleDescription(listed(self._words(index) for index in range(len(self._counts))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._row_height() * len(self._counts))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 6

    def _words(self, index: int) -> str:
        return labelled(self._classes[index], QLocale().toString(int(self._counts[index])))

    def paint(self, painter: QPainter) -> None:
        if not len(self._counts):
            return
        look = theme.current()
        font = theme.tabular_font(self.font())
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        counts = [QLocale().toString(int(count)) for count in self._counts]
        name_width = min(
            max(metrics.horizontalAdvance(name) for name in self._classes), self.width() * MAX_NAME
        )
        count_width = max(metrics.horizontalAdvance(text) for text in counts)
        left = name_width + GAP
        room = max(1.0, self.width() - left - GAP - count_width)
        largest = max(1, int(self._counts.max()))
        height = self._row_height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for index, (name, count) in enumerate(zip(self._classes, self._counts, strict=True)):
            line = QRectF(0, index * height, self.width(), height)
            painter.setPen(look.color("text"))
            elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, name_width)
            names = QRectF(0, line.y(), name_width, height)
            painter.drawText(names, right, elided)
            painter.setPen(look.color("text_muted"))
            painter.drawText(line, right, counts[index])
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(left, line.y() + (height - 8) / 2, room, 8)
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(track, 4, 4)
            if count:
                track.setWidth(max(8.0, room * int(count) / largest))
                painter.setBrush(look.class_color(index))
                painter.drawRoundedRect(track, 4, 4)

    def tip_at(self, point: QPoint) -> str:
        """Return the class of a bar, its count and its share."""
        index, total = point.y() // self._row_height(), int(self._counts.sum())
        if not 0 <= index < len(self._counts) or not total:
            return ""
        share = QLocale().toString(100 * int(self._counts[index]) / total, "f", 1)
        return noted(self._words(index), percent_of(share))
