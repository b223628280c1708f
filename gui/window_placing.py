"""Where the window and its parts stand: as they were left, or as at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui import window_layout
from gui.lazy_page import LazyPage
from gui.pad_place import Place
from gui.window_layout import HasLayout

if TYPE_CHECKING:
    from gui.main_window import MainWindow

DEFAULT_SIZE = (1366, 720)
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
        for page in self._pages():
            page.save_layout()

    def restore(self) -> None:
        """Put everything where it stood when the window was closed."""
        window = self._window
        window.resize(*DEFAULT_SIZE)
        window.splitter.setSizes([DEFAULT_SIZE[0] - PAD_WIDTH, PAD_WIDTH])
        geometry = window_layout.state("geometry")
        if geometry is not None:
            window.restoreGeometry(geometry)
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
        for page in self._pages():
            page.reset_layout()
        window.show_station("train")
        window.splitter.setSizes([window.splitter.width() - PAD_WIDTH, PAD_WIDTH])
        window_layout.forget()

    def _pages(self) -> list[HasLayout]:
        """Return the pages with splitters that were built; the others take their places when they are."""
        lazy = (page.laid_out for page in self._window.findChildren(LazyPage))
        return [self._window.train_station, *(page for page in lazy if page is not None)]
