"""The largest terms of a sum, a line each: what comes in, its weight, the product, and a bar for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import labelled, listed
from gui.stations.understand.scene import number_words
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from engine.insight.neuron import Term

MOST_TERMS = 8
COLUMNS = (0.34, 0.15, 0.15, 0.16)  # shares of the width: what, w, x, product; the bar has the rest


class TermTable(Painted):
    """As many of the largest terms as have room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, Term], ...] = ()
        said(self.setAccessibleName, lambda: self.tr("The largest terms"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_terms(self, rows: Sequence[tuple[str, Term]]) -> None:
        """Show other terms, each with the words for its input; the largest first."""
        self._rows = tuple(rows)
        self.setAccessibleDescription(
            listed(labelled(words, number_words(term.product)) for words, term in rows)
        )
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def sizeHint(self) -> QSize:
        return QSize(320, (MOST_TERMS + 1) * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(250), 4 * self._line())

    def paint(self, painter: QPainter) -> None:
        look, line = theme.current(), self._line()
        painter.setFont(theme.tabular_font(self.font()))
        painter.setPen(look.color("text_muted"))
        heads = (self.tr("Largest terms"), "w", "x", "w · x")
        self._write(painter, 0, heads)
        largest = max((abs(term.product) for _, term in self._rows), default=0.0) or 1.0
        for place, (words, term) in enumerate(self._rows[: max(0, self.height() // line - 1)], start=1):
            painter.setPen(look.color("text"))
            numbers = (number_words(number) for number in (term.weight, term.value, term.product))
            self._write(painter, place * line, (words, *numbers))
            left = sum(COLUMNS) * self.width() + 10
            width = (self.width() - left - 2) * abs(term.product) / largest
            color = look.color("negative" if term.product < 0 else "positive")
            painter.fillRect(QRectF(left, place * line + 4, max(1.0, width), line - 8), color)

    def _write(self, painter: QPainter, top: int, texts: tuple[str, ...]) -> None:
        left = 0.0
        for number, (text, share) in enumerate(zip(texts, COLUMNS, strict=True)):
            width = share * self.width()
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(
                QRectF(left, top, width, self._line()), side | Qt.AlignmentFlag.AlignVCenter, text
            )
            left += width
