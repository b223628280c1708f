"""What is left of each layer, a bar a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.text_size import px
from gui.look.words import labelled, layer_title, listed, percent
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from engine.compress.method import LayerShare

ROW = 1.5  # heights of a letter from a bar to the next
MOST_NAME = 0.45  # of the width


class ShareBars(Painted):
    """A bar for each layer: as long as the share of it that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="shareBars", accessible=lambda: self.tr("Share kept of each layer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[LayerShare, ...] = ()

    def show_shares(self, shares: Sequence[LayerShare]) -> None:
        """Show these layers, in their order."""
        is_other = len(shares) != len(self._shares)
        self._shares = tuple(shares)
        self.setAccessibleDescription(listed(self._words(each) for each in shares))
        if is_other:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), round(self._row() * max(1, len(self._shares))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120, share=0.5), self.sizeHint().height())

    def _row(self) -> float:
        return ROW * self.fontMetrics().height()

    def _words(self, each: LayerShare) -> str:
        return labelled(layer_title(each.name), percent(each.share, 0))

    def tip_at(self, point: QPoint) -> str:
        """Say in numbers what is left of the layer at a place."""
        row = int(point.y() // self._row())
        if not 0 <= row < len(self._shares):
            return ""
        each, number = self._shares[row], QLocale().toString
        return labelled(
            layer_title(each.name),
            self.tr("{kept} of {whole}").format(kept=number(each.kept), whole=number(each.whole)),
        )

    def name_room(self, names: Sequence[str]) -> int:
        """Return how many pixels stand for names: a whole one more than Qt counts, which may be a little too few."""
        widest = 1 + max(map(self.fontMetrics().horizontalAdvance, names), default=0)
        return min(widest, round(MOST_NAME * self.width()))

    def paint(self, painter: QPainter) -> None:
        look, metrics = theme.current(), self.fontMetrics()
        names = [layer_title(each.name) for each in self._shares]
        name = self.name_room(names)
        share = metrics.horizontalAdvance("100\u00a0%") + 4
        middle, row = Qt.AlignmentFlag.AlignVCenter, self._row()
        thick = 0.55 * metrics.height()
        for place, (each, title) in enumerate(zip(self._shares, names, strict=True)):
            line = QRectF(0, place * row, self.width(), row)
            painter.setPen(look.color("text"))
            words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, name)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, percent(each.share, 0))
            track = QRectF(name + 8, line.center().y() - thick / 2, line.width() - name - share - 12, thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(track, 3, 3)
            track.setWidth(track.width() * each.share)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(track, min(3.0, track.width() / 2), 3)
