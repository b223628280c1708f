"""Where the window and its parts stand: as they were left, or as at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QSplitterHandle

from gui.look import theme
from gui.pad.paper import area_in
from gui.pad.place import Place
from gui.widgets import remembered_layout
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.lazy_page import LazyPage
from gui.widgets.remembered_layout import HasLayout
from gui.window import outline
from gui.window.outline import DEFAULT_SIZE

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
        remembered_layout.save("geometry", window.saveGeometry())
        remembered_layout.save("splitter", window.splitter.saveState())
        remembered_layout.save("station", window.rail.station)
        remembered_layout.save("pad", window.pad_placement.place.value)
        for page in self._pages():
            page.save_layout()
        outline.remember(self._bands())

    def _bands(self) -> list[tuple[QRect, QColor]]:
        """Return what is seen of the window from afar: plots, sheet of the pad, and the lines between its parts."""
        window, look = self._window, theme.current()
        border, surface = look.color("border"), look.color("surface")
        bands = [(window.rect(), look.color("window"))]
        for handle in window.findChildren(QSplitterHandle):
            if handle.isVisible() and handle.window() is window:
                line = handle.contentsRect()  # without what a thin one has around it to be caught by
                size = QSize(1, line.height())
                if handle.orientation() is Qt.Orientation.Vertical:
                    size = QSize(line.width(), 1)
                at = _place(handle, window).topLeft() + line.topLeft()
                bands.append((QRect(at, size), border))
        bands += [
            (_place(part, window), surface) for part in window.findChildren(CurvePlot) if part.isVisible()
        ]
        if window.panel.isVisible() and window.panel.window() is window:
            sheet = area_in(window.panel.canvas.size()).toRect()
            bands.append((sheet.translated(_place(window.panel.canvas, window).topLeft()), surface))
        return bands

    def restore(self) -> None:
        """Put everything where it stood when the window was closed; the window itself stands there already."""
        window = self._window
        window.splitter.setSizes([DEFAULT_SIZE[0] - PAD_WIDTH, PAD_WIDTH])
        remembered_layout.restore_splitter("splitter", window.splitter)
        window.train_station.restore_layout()
        window.show_station(remembered_layout.text("station", "train"))
        place = remembered_layout.text("pad", Place.RIGHT.value)
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
        remembered_layout.forget()

    def _pages(self) -> list[HasLayout]:
        """Return the pages with splitters that were built; the others take their places when they are."""
        lazy = (page.laid_out for page in self._window.findChildren(LazyPage))
        return [self._window.train_station, *(page for page in lazy if page is not None)]


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())
