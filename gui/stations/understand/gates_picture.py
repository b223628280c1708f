"""The gates of a unit of a recurrent layer, step by step, and their numbers at one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.words import translate_engine
from gui.stations.understand import colours
from gui.stations.understand.scene import number_words
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage, QPainter

    from engine.insight import GatesOfUnit

NAME_SHARE, NUMBER_SHARE = 0.16, 0.24  # of the width
CANDIDATE = 2  # which of the gates goes through tanh, of LSTM and GRU
LINE = 1.5  # of a row, in heights of the font


class GatesPicture(Painted):
    """A row a gate, and below them the cell and the state; a column a step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gates: GatesOfUnit | None = None
        self._step = 0
        self._pictures: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_gates(self, gates: GatesOfUnit, step: int) -> None:
        """Show the gates of a unit, and mark a step."""
        if gates is not self._gates:
            self._gates, self._pictures = gates, []
            self.updateGeometry()
        self._step = step
        self.update()

    def sizeHint(self) -> QSize:
        rows = 6 if self._gates is None else len(self._rows(self._gates))
        return QSize(600, round(rows * LINE * self.fontMetrics().height()) + 4)

    def _rows(self, gates: GatesOfUnit) -> list[tuple[str, NDArray[np.float32], NDArray[np.float32] | None]]:
        """Return what each row shows: its name, its values, and the sums they are made of where there are."""
        rows: list[tuple[str, NDArray[np.float32], NDArray[np.float32] | None]] = [
            (translate_engine(name), values, sums)
            for name, values, sums in zip(gates.names, gates.values, gates.sums, strict=True)
        ]
        if gates.cell is not None:
            rows.append((self.tr("cell c"), gates.cell, None))
        return [*rows, (self.tr("state h"), gates.state, None)]

    def forget_colours(self) -> None:
        self._pictures = []

    def paint(self, painter: QPainter) -> None:
        gates, look = self._gates, theme.current()
        if gates is None:
            return
        rows = self._rows(gates)
        if not self._pictures:
            self._pictures = [
                colours.diverging(values[None], max(1.0, float(np.abs(values).max(initial=0.0))))
                for _, values, _ in rows
            ]
        left, right = NAME_SHARE * self.width(), (1 - NUMBER_SHARE) * self.width()
        height = self.height() / len(rows)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, False)
        upright = Qt.AlignmentFlag.AlignVCenter
        for place, ((name, values, sums), picture) in enumerate(zip(rows, self._pictures, strict=True)):
            top = place * height
            painter.setPen(look.color("text_muted"))
            fitting = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(left - 8))
            painter.drawText(QRectF(0, top, left - 8, height), Qt.AlignmentFlag.AlignRight | upright, fitting)
            strip = QRectF(left, top + 2, right - left, height - 4)
            painter.drawImage(strip, picture)
            painter.setPen(QPen(look.color("border_strong"), 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(strip)
            painter.setFont(theme.tabular_font(self.font()))
            painter.setPen(look.color("text"))
            words = number_words(float(values[self._step]))
            if sums is not None:
                function = "tanh" if place == CANDIDATE else "σ"
                words = f"{function}({number_words(float(sums[self._step]))}) = {words}"
            painter.drawText(
                QRectF(right + 10, top, self.width() - right - 10, height),
                Qt.AlignmentFlag.AlignLeft | upright,
                words,
            )
            painter.setFont(self.font())
        painter.setPen(QPen(look.color("accent"), 2))
        x = left + (self._step + 0.5) / len(gates.state) * (right - left)
        painter.drawLine(QLineF(x, 0, x, self.height()))
