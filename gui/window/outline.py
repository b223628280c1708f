"""A window before anything is in it: where it stood, and the bands in which its parts will lie, painted at once.

Importing and building the parts takes several times as long as opening a window. Until then the window shows its own
outline, as it was when it was closed: colours and places lie in QSettings, which need neither a style sheet nor a
palette, and no part of the program beside this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter

from gui.look.room import room_for
from gui.widgets import remembered_layout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = (1366, 720)
FRAME = QSize(2 * 6, 34 + 6)
"""Pixels that are left free for what the screen draws around a window."""
KEY = "skeleton"
MOST_PIXELS = 100_000  # no screen has more; Qt's numbers end somewhere


class Outline:
    """Paints the outline of a window that is not furnished yet.

    Args:
        window: The window; it is put where it stood.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        window.resize(first_size(window))
        geometry = remembered_layout.state("geometry")
        if geometry is not None:
            window.restoreGeometry(geometry)
        self._bands = _read(remembered_layout.text(KEY, ""))

    def paint(self) -> None:
        """Paint the bands; nothing where none are known."""
        painter = QPainter(self._window)
        for rect, color in self._bands:
            painter.fillRect(rect, color)
        painter.end()


def first_size(window: QWidget) -> QSize:
    """Return the size of a window at the first start: no larger than what the screen has free for it."""
    return QSize(*DEFAULT_SIZE).boundedTo(room_for(window).size() - FRAME)


def show(window: QWidget) -> None:
    """Show a window; at the first start all over a screen that has no room for its usual size."""
    if remembered_layout.state("geometry") is None and first_size(window) != QSize(*DEFAULT_SIZE):
        window.showMaximized()
    else:
        window.show()


def remember(bands: list[tuple[QRect, QColor]]) -> None:
    """Keep the outline for the next start.

    Args:
        bands: Rectangles in the window and their colours, painted in this order.
    """
    remembered_layout.save(KEY, ";".join(f"{color.name()} {_numbers(rect)}" for rect, color in bands))


def _numbers(rect: QRect) -> str:
    return f"{rect.x()} {rect.y()} {rect.width()} {rect.height()}"


def _read(text: str) -> list[tuple[QRect, QColor]]:
    """Return what ``remember`` wrote; nothing where it was something else."""
    bands = []
    try:
        for part in filter(None, text.split(";")):
            name, *numbers = part.split()
            x, y, width, height = map(int, numbers)
            if max(map(abs, (x, y, width, height))) > MOST_PIXELS:
                return []
            bands.append((QRect(x, y, width, height), QColor.fromString(name)))
    except ValueError:
        return []
    return bands
