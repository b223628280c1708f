"""Rows of numbers in little room: the most telling ones in words, or a bar for each, high in its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen

from engine.inputs.entries import entries_of, most_telling
from gui.look import theme
from gui.look.words import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from engine.inputs.feature import Feature

SIDE = 28  # pixels
ROOM = SIDE - 2  # of bars, within a margin of one
DIGITS = 4  # significant ones of a number
WIDE = 3  # pixels of a bar from which on a gap parts it from the next


def told_row(row: NDArray[np.float32], features: Sequence[Feature], most: int) -> list[tuple[str, str]]:
    """Return names and values of so many features of a row ``(F,)`` at most, in their order.

    Where not all have room, they are those that are least usual, these first.
    """
    entries = entries_of(features)
    if len(entries) > most:
        entries = most_telling(features, row)[:most]
    return [
        (
            entry.name,
            entry.choices[entry.chosen(row)]
            if entry.choices
            else plain_number(float(row[entry.places[0]]), DIGITS),
        )
        for entry in entries
    ]


def row_words(row: NDArray[np.float32], features: Sequence[Feature], most: int) -> list[str]:
    """Return the same as words, such as “petal length = 1.4”."""
    words = QCoreApplication.translate("Rows", "{name} = {value}")
    return [words.format(name=name, value=value) for name, value in told_row(row, features, most)]


def paint_row(painter: QPainter, place: QRect, row: NDArray[np.float32], features: Sequence[Feature]) -> None:
    """Write as many features of a row ``(F,)`` as have room, a line each: name, and value at the right."""
    metrics = QFontMetrics(painter.font())
    told = told_row(row, features, max(1, place.height() // metrics.height()))
    top = place.y() + (place.height() - len(told) * metrics.height()) // 2
    for number, (name, value) in enumerate(told):
        line = QRect(place.x(), top + number * metrics.height(), place.width(), metrics.height())
        value = metrics.elidedText(value, Qt.TextElideMode.ElideRight, 2 * line.width() // 3)
        room = line.width() - metrics.horizontalAdvance(value) - metrics.horizontalAdvance("n")
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(theme.current().color("text_muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.current().color("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, value)


def pictured(examples: NDArray[Any], features: Sequence[Feature]) -> NDArray[np.uint8]:
    """Return examples as pictures: those that are stay what they are, rows of numbers become bars.

    Args:
        examples: ``(N, H, W)`` or ``(N, H, W, 3)`` uint8, or ``(N, F)`` float32.
        features: What each number is; of pictures none.

    Returns:
        ``(N, H, W)`` or ``(N, H, W, 3)`` uint8.
    """
    return bar_pictures(examples, features) if features else examples


def shares_of(rows: NDArray[np.float32], features: Sequence[Feature]) -> NDArray[np.floating]:
    """Return how high each number of rows ``(…, F)`` lies in its bounds, from 0 to 1."""
    low, high = (np.array([getattr(each, name) for each in features]) for name in ("low", "high"))
    shares: NDArray[np.floating] = np.clip((rows - low) / np.where(high > low, high - low, 1), 0, 1)
    return shares


def paint_bars(
    painter: QPainter, place: QRectF, row: NDArray[np.float32], features: Sequence[Feature]
) -> None:
    """Draw a bar for each number of a row ``(F,)``, side by side, in the colours of the theme."""
    look, wide = theme.current(), place.width() / len(features)
    painter.setPen(QPen(look.color("border_strong"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(place, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text_muted"))
    for number, share in enumerate(shares_of(row, features).tolist()):
        high = max(1.0, share * (place.height() - 4))
        left = place.left() + number * wide
        painter.drawRect(QRectF(left + 0.1 * wide, place.bottom() - high, 0.8 * wide, high))


def bar_pictures(rows: NDArray[np.float32], features: Sequence[Feature]) -> NDArray[np.uint8]:
    """Return a picture ``(28, 28)`` of bars for each row ``(N, F)``; of many features some share a column."""
    shares = shares_of(rows, features)
    edges = np.linspace(0, ROOM, len(features) + 1)
    column = np.clip(np.searchsorted(edges, np.arange(ROOM) + 0.5) - 1, 0, len(features) - 1)
    heights = np.maximum(np.rint(shares * ROOM), 1)[:, column]  # (N, columns)
    from_below = np.arange(ROOM, 0, -1)[:, None]
    pictures = np.where(heights[:, None] >= from_below, 255, 0).astype(np.uint8)
    if ROOM >= WIDE * len(features):
        pictures[:, :, np.flatnonzero(np.diff(column))] = 0
    return np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
