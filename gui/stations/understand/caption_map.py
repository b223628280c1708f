"""The map of captions: pictures as dots, sentences where they belong, and what was found and drawn among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look import theme
from gui.stations.understand.cloud import DOT, NAME_SHARE, Cloud

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

RING = 8.0  # diameter around a picture that was found, pixels


class CaptionMap(Cloud):
    """A cloud on which names are sentences at places of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: Sequence[str] = ()
        self._where: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._asked: tuple[str, NDArray[np.float32]] | None = None
        self._found: NDArray[np.int64] = np.zeros(0, np.int64)

    def set_sentences(self, sentences: Sequence[str], where: NDArray[np.float32]) -> None:
        """Write sentences at places of the map, ``(M, 2)``."""
        self._sentences, self._where = sentences, where
        self.forget_colours()
        self.update()

    def set_asked(self, sentence: str, where: NDArray[np.float32] | None, found: NDArray[np.int64]) -> None:
        """Write the sentence that was asked for at a place ``(2,)``, and mark the pictures that were found by it."""
        self._asked = None if where is None else (sentence, where)
        self._found = found
        self.forget_colours()
        self.update()

    def _draw_names(self, painter: QPainter, places: NDArray[np.float64]) -> None:
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("text"), 1.6))
        for x, y in places[self._found[self._found < len(places)]].tolist():
            painter.drawEllipse(QPointF(x, y), RING, RING)
        painter.setFont(theme.tabular_font(self.font()))
        for number, (sentence, where) in enumerate(zip(self._sentences, self._where, strict=True)):
            self._write(painter, sentence, where, look.class_color(number))
        if self._asked is not None:
            painter.setFont(theme.tabular_font(self.font(), bold=True))
            self._write(painter, *self._asked, look.color("accent"))

    def _write(self, painter: QPainter, sentence: str, where: NDArray[np.float32], color: object) -> None:
        look, metrics = theme.current(), painter.fontMetrics()
        x, y = self.pixels(where[None])[0].tolist()
        room = max(round(2 * NAME_SHARE * self.width()), metrics.height())
        words = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, room)
        place: QRectF = self.name_place(x, y, metrics.horizontalAdvance(words) + round(DOT), metrics.height())
        painter.setPen(QPen(color, 2))  # type: ignore[call-overload]
        painter.setBrush(look.color("surface", 235))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(look.color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
