"""Numbers on a plane as colours: blue above the middle of those that there are, orange below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.look import theme
from gui.widgets.images.colours import diverging
from gui.widgets.plane.marks import ROOM, stamped

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

LEVELS = 12  # colours of points to either side of the middle
STRONGEST = 0.62  # of the full colour that the background gets at most: points must stand out of it


@dataclass(frozen=True, slots=True)
class Heights:
    """Which numbers get which colours.

    Attributes:
        low: The number in full orange.
        high: The number in full blue.
    """

    low: float
    high: float

    def shares(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return numbers as −1 to 1, 0 in the middle; what lies beyond gets the full colour."""
        half = (self.high - self.low) / 2 or 1.0
        found: NDArray[np.float64] = np.clip((values - (self.low + self.high) / 2) / half, -1, 1)
        return np.nan_to_num(found, nan=0.0)

    def levels(self, values: NDArray[np.floating]) -> list[int]:
        """Return which of ``2 · LEVELS + 1`` colours each number gets."""
        found: list[int] = (np.rint(self.shares(values) * LEVELS).astype(np.int64) + LEVELS).tolist()
        return found


def heights_of(values: NDArray[np.floating]) -> Heights:
    """Return colours for numbers ``(N,)``: 0 is their middle where some lie above and some below."""
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if len(finite) else (-1.0, 1.0)
    if low < 0 < high:
        far = max(-low, high)
        return Heights(-far, far)
    return Heights(low, high)


def heights_picture(answers: NDArray[np.float32], side: int, heights: Heights) -> QImage:
    """Return numbers ``(side², 1)``, row by row from the upper left, as a picture, a pixel each."""
    return diverging(heights.shares(answers[:, 0]).reshape(side, side), 1 / STRONGEST)


def height_color(level: int) -> QColor:
    """Return the colour of a level."""
    look, share = theme.current(), level / LEVELS - 1
    middle, end = look.color("surface"), look.color("positive" if share > 0 else "negative")
    red, green, blue = (
        round(getattr(middle, name)() + (getattr(end, name)() - getattr(middle, name)()) * abs(share))
        for name in ("red", "green", "blue")
    )
    return QColor(red, green, blue)


def paint_height(painter: QPainter, at: QPointF, level: int, *, is_hollow: bool, size: float) -> None:
    """Draw a point in the colour of its number; one to test with has a dot in its middle."""
    look = theme.current()
    painter.setPen(QPen(look.color("text_muted"), 1.0))
    painter.setBrush(height_color(level))
    painter.drawEllipse(at, size, size)
    if is_hollow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text_muted"))
        painter.drawEllipse(at, 0.36 * size, 0.36 * size)


def height_stamp(level: int, *, is_hollow: bool, ratio: float, size: float) -> QPixmap:
    """Return such a point as a small picture, its middle in the middle."""
    return stamped(
        lambda painter: paint_height(painter, QPointF(ROOM, ROOM), level, is_hollow=is_hollow, size=size),
        ratio,
    )
