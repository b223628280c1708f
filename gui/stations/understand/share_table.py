"""From which tokens a token takes most, a line each: q · k, divided by √d, the share, and what its value brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.plain import plain
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import labelled, listed, percent
from gui.stations.understand.scene import number_words
from gui.widgets.painted import Painted
from gui.widgets.token_words import token_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from engine.insight.attention import Attention
    from engine.insight.heads import HeadSum

MOST_TOKENS, USUAL_TOKENS, LEAST_TOKENS = 8, 5, 3
NUMBERS = 5  # columns, behind the token
WIDEST = "−00.000"  # number that usually stands in them


class ShareTable(Painted):
    """As many of the tokens as have room, the others together, and the sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: HeadSum | None = None
        self._seen: Attention | None = None
        said(self.setAccessibleName, lambda: self.tr("What is taken from which token"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_sum(self, found: HeadSum, seen: Attention) -> None:
        """Show another sum."""
        self._found, self._seen = found, seen
        said(self.setAccessibleDescription, lambda: self._largest(found, seen))
        said(self.setToolTip, lambda: plain(self._legend(found.size)))
        self.update()

    def _largest(self, found: HeadSum, seen: Attention) -> str:
        """Return the largest shares in a row, for those who hear them."""
        return listed(
            labelled(token_words(seen, token), percent(float(found.shares[token])))
            for token in found.most(MOST_TOKENS)
        )

    def _legend(self, size: int) -> str:
        """Return what v₁ and H₁ stand for where values have so many numbers."""
        if size == 1:
            return self.tr("v₁ is the one number of a value, and H₁ what comes out.")
        return self.tr(
            "v₁ is the first of the {count} numbers of a value, and H₁ of what comes out: the others are mixed by the "
            "same shares."
        ).format(count=size)

    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def sizeHint(self) -> QSize:
        return QSize(px(400), (USUAL_TOKENS + 3) * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._columns(0)), (LEAST_TOKENS + 3) * self._line())

    def _columns(self, width: int) -> list[int]:
        """Return how wide the columns are in so much room, at least as what stands in them."""
        metrics = self.fontMetrics()
        tokens = [self.tr("taken from")]
        if self._seen is not None:
            tokens.append(token_words(self._seen, self._seen.count - 1))
        number = metrics.horizontalAdvance(WIDEST) + 6
        columns = [max(map(metrics.horizontalAdvance, tokens)) + 12, *[number] * (NUMBERS - 1)]
        columns.append(max(number, metrics.horizontalAdvance(self.tr("share · v₁")) + 10))
        over = max(0, width - sum(columns)) // len(columns)
        return [column + over for column in columns]

    def rows(self) -> list[tuple[str, ...]]:
        """Return what stands in each line, the titles first; the last two are the other tokens and the sum."""
        found, seen = self._found, self._seen
        if found is None or seen is None:
            return []
        room = max(LEAST_TOKENS, self.height() // self._line() - 3)
        shown = found.most(min(room, MOST_TOKENS))
        rows: list[tuple[str, ...]] = [
            (self.tr("taken from"), "q · k", f"/ √{found.size}", "softmax", "v₁", self.tr("share · v₁"))
        ]
        for token in shown:
            share, value = float(found.shares[token]), float(found.values[token, 0])
            numbers = (float(found.dots[token]), float(found.scores[token]))
            rows.append(
                (
                    token_words(seen, token),
                    *map(number_words, numbers),
                    percent(share, 1),
                    number_words(value),
                    number_words(share * value, 3),
                )
            )
        left = [token for token in range(seen.count) if token not in shown]
        if left:
            share = float(found.shares[left].sum())
            brought = float((found.shares[left] * found.values[left, 0]).sum())
            words = (
                self.tr("1 other") if len(left) == 1 else self.tr("{count} others").format(count=len(left))
            )
            rows.append((words, "", "", percent(share, 1), "", number_words(brought, 3)))
        total = round(float(found.shares.sum()), 3)  # 1 but for the last bits, or no number
        rows.append(
            (self.tr("together"), "", "", percent(total, 0), "H₁ =", number_words(float(found.result[0]), 3))
        )
        return rows

    def paint(self, painter: QPainter) -> None:
        look, line, rows = theme.current(), self._line(), self.rows()
        if self._found is None:
            return
        largest = float(self._found.shares.max(initial=0.0)) or 1.0
        columns = self._columns(self.width())
        before, room = sum(columns[:3]), columns[3]
        for place, (row, token) in enumerate(
            zip(rows, (None, *self._found.most(len(rows)), None), strict=False)
        ):
            is_token = 0 < place and row[1] != ""
            if is_token and token is not None:
                width = (room - 8) * float(self._found.shares[token]) / largest
                bar = QRectF(before + room - width, place * line + 1, width, line - 2)
                painter.fillRect(bar, look.color("positive", 70))
            is_last = place == len(rows) - 1
            painter.setFont(theme.tabular_font(self.font(), bold=is_last))
            painter.setPen(look.color("text" if is_token or is_last else "text_muted"))
            self._write(painter, place * line, row, columns)
            if is_last:
                painter.setPen(look.color("border_strong"))
                painter.drawLine(0, place * line, self.width(), place * line)

    def _write(self, painter: QPainter, top: int, texts: tuple[str, ...], columns: list[int]) -> None:
        left = 0
        for number, (text, width) in enumerate(zip(texts, columns, strict=True)):
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRectF(left, top, width - 2, self._line()), side | Qt.AlignmentFlag.AlignVCenter, fitting
            )
            left += width
