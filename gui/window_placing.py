"""Where the window and its parts stand: as they were left, or as at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from gui import skeleton, theme, window_layout
from gui.pad_place import Place
from gui.skeleton import DEFAULT_SIZE

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from gui.main_window import MainWindow

PAD_WIDTH = 300


class WindowPlacing:
    """Remembers and restores the layout of a window.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def save(self) -> None:
        """Remember how everything stands."""
        window = self._window
        window_layout.save("geometry", window.saveGeometry())
        window_layout.save("splitter", window.splitter.saveState())
        window_layout.save("station", window.rail.station)
        window_layout.save("pad", window.pad_placement.place.value)
        window.train_station.save_layout()
        skeleton.remember(self._bands())

    def _bands(self) -> list[tuple[QRect, QColor]]:
        """Return the parts of the window that differ in colour."""
        window, look = self._window, theme.current()
        surface, sunken = look.color("surface"), look.color("sunken")
        parts: list[tuple[QWidget, QColor]] = [(window.run_bar, surface), (window.rail, sunken)]
        if window.panel.isVisible() and window.panel.window() is window:
            parts.append((window.panel.canvas, surface))
        everything = QRect(QPoint(), window.size())
        return [
            (everything, look.color("window")),
            *((QRect(part.mapTo(window, QPoint()), part.size()), color) for part, color in parts),
        ]

    def restore(self) -> None:
        """Put everything where it stood when the window was closed; the window itself stands there already."""
        window = self._window
        window.splitter.setSizes([DEFAULT_SIZE[0] - PAD_WIDTH, PAD_WIDTH])
        window_layout.restore_splitter("splitter", window.splitter)
        window.train_station.restore_layout()
        window.show_station(window_layout.text("station", "train"))
        place = window_layout.text("pad", Place.RIGHT.value)
        if place in {item.value for item in Place}:
            window.pad_placement.set_place(Place(place))

    def reset(self) -> None:
        """Put everything where it stood at the first start."""
        window = self._window
        window.pad_placement.set_place(Place.RIGHT)
        window.showNormal()
        window.resize(*DEFAULT_SIZE)
        window.train_station.reset_layout()
        window.show_station("train")
        window.splitter.setSizes([window.splitter.width() - PAD_WIDTH, PAD_WIDTH])
        window_layout.forget()
