"""The gates of a unit of a recurrent layer, step by step, and their numbers at one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.words import labelled, translate_engine
from gui.stations.understand.scene import number_words
from gui.stations.understand.steered_picture import Key, SteeredPicture
from gui.widgets.images import colours

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage, QMouseEvent, QPainter

    from engine.insight.reading import GatesOfUnit

MOST_OF_NAMES = 0.3  # of the width
WIDEST = "tanh(−88.88) = −0.88"  # of the numbers, as a rule
CANDIDATE = 2  # which of the gates goes through tanh, of LSTM and GRU
LINE = 1.5  # of a row, in heights of the font


class GatesPicture(SteeredPicture):
    """A row a gate, and below them the cell and the state; a column a step."""

    step_keys = {Key.Key_Left: -1, Key.Key_Right: 1}
    unit_keys = {Key.Key_Up: -1, Key.Key_Down: 1}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gates: GatesOfUnit | None = None
        self._units = 0
        self._pictures: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_gates(self, gates: GatesOfUnit, units: int) -> None:
        """Show the gates of one of so many units."""
        had = 0 if self._gates is None else len(self._rows(self._gates))
        self._gates, self._units, self._pictures = gates, units, []
        if len(self._rows(gates)) != had:
            self.updateGeometry()
        self.update()

    def counts(self) -> tuple[int, int]:
        """Return how many steps and units there are."""
        return (0, 0) if self._gates is None else (len(self._gates.state), self._units)

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
            most = float(np.abs(gates.cell).max(initial=0.0))  # beyond 1 its colours stand for more
            name = (
                self.tr("cell c, to ±{most}").format(most=number_words(most, 1))
                if most > 1
                else self.tr("cell c")
            )
            rows.append((name, gates.cell, None))
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
        left, right = self._sides()
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
            words = _arithmetic(place, values, sums, self.step)
            painter.drawText(
                QRectF(right + 10, top, self.width() - right - 10, height),
                Qt.AlignmentFlag.AlignLeft | upright,
                words,
            )
            painter.setFont(self.font())
        painter.setPen(QPen(look.color("accent"), 2))
        x = left + (self.step + 0.5) / len(gates.state) * (right - left)
        painter.drawLine(QLineF(x, 0, x, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 1))
            painter.drawRect(QRectF(left - 3, 0.5, right - left + 6, self.height() - 1))

    def _sides(self) -> tuple[float, float]:
        """Return where the strips begin and end."""
        assert self._gates is not None
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(name) for name, _, _ in self._rows(self._gates))
        left = min(names + 12.0, MOST_OF_NAMES * self.width())
        numbers = QFontMetricsF(theme.tabular_font(self.font())).horizontalAdvance(WIDEST)
        return left, max(self.width() - numbers - 12, left + 1)

    # Pointing

    def _step_at(self, x: float) -> int:
        left, right = self._sides()
        steps, _ = self.counts()
        return min(max(int((x - left) / (right - left) * steps), 0), steps - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._gates is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.step_chosen.emit(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gates is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.step_chosen.emit(self._step_at(event.position().x()))

    def tip_at(self, point: QPoint) -> str:
        if self._gates is None:
            return ""
        left, right = self._sides()
        if not left <= point.x() <= right:
            return ""
        rows = self._rows(self._gates)
        place = min(max(int(point.y() / self.height() * len(rows)), 0), len(rows) - 1)
        name, values, sums = rows[place]
        step = self._step_at(point.x())
        words = self.tr("{name}, step {step}").format(name=name, step=step + 1)
        return labelled(words, _arithmetic(place, values, sums, step))


def _arithmetic(place: int, values: NDArray[np.float32], sums: NDArray[np.float32] | None, step: int) -> str:
    """Return a row's number at a step, and the sum it is made of where there is one."""
    words = number_words(float(values[step]))
    if sums is None:
        return words
    function = "tanh" if place == CANDIDATE else "σ"
    return f"{function}({number_words(float(sums[step]))}) = {words}"
