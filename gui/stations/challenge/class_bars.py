"""Small pictures of what each school has: a bar a class, school beside school."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.text_size import px
from gui.look.words import labelled, listed
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

WIDE = 1.6  # a picture is so many times as wide as high, where there is room
GAP = 5  # pixels between pictures


class ClassBars(Painted):
    """As many rows of pictures as fit; all bars are to one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="classBars", accessible=lambda: self.tr("What each school has"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._counts: NDArray[np.int64] | None = None
        self._classes: tuple[str, ...] = ()

    def show_counts(self, counts: NDArray[np.int64] | None, classes: tuple[str, ...]) -> None:
        """Show ``(schools, classes)`` int64, the images of each class that each school has; None for nothing."""
        self._counts, self._classes = counts, classes
        number = QLocale().toString(0 if counts is None else len(counts))
        self.setAccessibleDescription(self.tr("{count} schools").format(count=number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 90)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200, share=0.5), px(46))

    def _columns(self, count: int) -> int:
        """Return how many pictures stand in a row, so that they are as large as can be."""

        def size(columns: int) -> float:
            return min(self.width() / columns / WIDE, self.height() / math.ceil(count / columns))

        return max(range(1, count + 1), key=size)

    def place_of(self, school: int) -> QRectF:
        """Return where the picture of a school lies, counted from 0."""
        assert self._counts is not None, "there are schools"
        count = len(self._counts)
        columns = self._columns(count)
        wide, high = self.width() / columns, self.height() / math.ceil(count / columns)
        row, column = divmod(school, columns)
        return QRectF(column * wide, row * high, wide, high).adjusted(0, 0, -GAP, -GAP)

    def tip_at(self, point: QPoint) -> str:
        """Say in numbers what a school has."""
        counts = self._counts
        if counts is None:
            return ""
        found = (school for school in range(len(counts)) if self.place_of(school).contains(point))
        school = next(found, None)
        return "" if school is None else self.words_of(school)

    def words_of(self, school: int) -> str:
        """Return what a school has, in words."""
        assert self._counts is not None, "there are schools"
        number = QLocale().toString
        of_classes = [
            labelled(name, number(int(count)))
            for name, count in zip(self._classes, self._counts[school], strict=True)
            if count
        ]
        words = self.tr("School {number} has {count} examples: {classes}.")
        return words.format(
            number=number(school + 1),
            count=number(int(self._counts[school].sum())),
            classes=listed(of_classes),
        )

    def paint(self, painter: QPainter) -> None:
        look, counts = theme.current(), self._counts
        if counts is None or not counts.size:
            return
        most = max(1, int(counts.max()))
        painter.setFont(theme.tabular_font(self.font(), scale=0.8))
        line = painter.fontMetrics().height()
        for school, of_school in enumerate(counts):
            place = self.place_of(school)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(place, 3, 3)
            inside = place.adjusted(3, 3, -3, -3)
            if place.height() > 2.6 * line and place.width() > 2 * line:
                painter.setPen(look.color("text_muted"))
                painter.drawText(
                    inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(school + 1)
                )
                painter.setPen(Qt.PenStyle.NoPen)
                inside.setTop(inside.top() + 0.9 * line)
            wide = inside.width() / len(of_school)
            painter.setBrush(look.color("accent"))
            for number, count in enumerate(of_school):
                high = inside.height() * int(count) / most
                bar = QRectF(
                    inside.left() + number * wide, inside.bottom() - high, max(1.0, 0.8 * wide), high
                )
                painter.drawRect(bar)
