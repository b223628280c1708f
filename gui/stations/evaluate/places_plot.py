"""How often the first, the second … character is right: a bar for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import labelled, listed, percent
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.evaluation.characters_report import CharactersReport

WIDEST = 60.0  # pixels of a bar with its gap
MOST_TOLD = 12  # places that are read out


class PlacesPlot(Painted):
    """Bars from 0 to 100 %, from the first character that is asked to the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="placesPlot", accessible=lambda: self.tr("How often each character is right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shares: NDArray[np.float64] = np.zeros(0)
        self._asked: NDArray[np.int64] = np.zeros(0, np.int64)
        self._is_prose = False

    def sizeHint(self) -> QSize:
        return QSize(360, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200, share=0.5), px(140, share=0.5))

    def set_report(self, report: CharactersReport) -> None:
        """Show a report."""
        self._shares, self._asked, self._is_prose = report.places, report.asked, report.is_prose
        said(self.setAccessibleDescription, self._spoken)
        self.update()

    def _spoken(self) -> str:
        told = (
            labelled(QLocale().toString(place + 1), percent(float(share), 0))
            for place, share in enumerate(self._shares[:MOST_TOLD])
        )
        return listed(told, goes_on=len(self._shares) > MOST_TOLD)

    def table(self) -> tuple[tuple[str, ...], list[list[float | int | str]]]:
        """Return the numbers: place, share that is right, of how many."""
        heads = (self.tr("Place"), self.tr("Right"), self.tr("Asked"))
        rows: list[list[float | int | str]] = [
            [place + 1, "" if np.isnan(share) else round(float(share), 6), int(asked)]
            for place, (share, asked) in enumerate(zip(self._shares, self._asked, strict=True))
        ]
        return heads, rows

    # Where things are

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.tabular_font(self.font(), scale=0.9))

    def area(self) -> QRectF:
        """Return where the bars stand."""
        metrics = self._metrics()
        line, left = metrics.height(), metrics.horizontalAdvance(percent(1.0, 0)) + 10
        return QRectF(left, line + 8, self.width() - left - 8, max(20.0, self.height() - 3 * line - 20))

    def bar(self, place: int) -> QRectF:
        """Return where the bar of a place stands."""
        area = self.area()
        wide = min(area.width() / max(1, len(self._shares)), WIDEST)
        share = float(np.nan_to_num(self._shares[place]))
        gap = min(6.0, 0.2 * wide)
        high = area.height() * share
        return QRectF(area.left() + place * wide + gap / 2, area.bottom() - high, max(1.0, wide - gap), high)

    def tip_at(self, point: QPoint) -> str:
        area = self.area()
        wide = min(area.width() / max(1, len(self._shares)), WIDEST)
        place = int((point.x() - area.left()) // wide)
        if not 0 <= place < len(self._shares):
            return ""
        words = self.tr("Character {place}: {share} right of {count}")
        return words.format(
            place=place + 1,
            share=percent(float(self._shares[place]), 1),
            count=QLocale().toString(int(self._asked[place])),
        )

    # Painting

    def paint(self, painter: QPainter) -> None:
        look, area, metrics = theme.current(), self.area(), self._metrics()
        line = metrics.height()
        painter.fillRect(self.rect(), look.color("surface"))
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(look.color("text_muted"))
            painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), right, percent(share, 0))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        drawn = -1.0
        for place in range(len(self._shares)):
            bar = self.bar(place)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.series_color(0))
            painter.drawRect(bar)
            words = QLocale().toString(place + 1)
            room = metrics.horizontalAdvance(words) + 6
            middle = bar.center().x()
            if middle - room / 2 > drawn:
                painter.setPen(look.color("text_muted"))
                painter.drawText(QRectF(middle - room / 2, area.bottom() + 3, room, line), centre, words)
                drawn = middle + room / 2
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.setPen(look.color("text_muted"))
        below = self.tr("place in the text") if self._is_prose else self.tr("place in the answer")
        painter.drawText(QRectF(0, area.bottom() + line + 6, self.width(), line), centre, below)
        painter.drawText(
            QRectF(area.left(), 2, area.width(), line), int(Qt.AlignmentFlag.AlignLeft), self.tr("right")
        )
