"""Where the window and its parts stand: as they were left, or as at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QSplitterHandle

from gui.look import theme
from gui.pad.paper import area_in
from gui.pad.place import USUAL_WIDTH, Place
from gui.widgets import remembered_layout
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.remembered_layout import HasLayout
from gui.window import outline

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QMainWindow, QWidget

    from gui.window.body import WindowBody


class WindowPlacing:
    """Remembers and restores the layout of a window.

    Args:
        window: The window.
        body: What is in it.
    """

    def __init__(self, window: QMainWindow, body: WindowBody) -> None:
        self._window = window
        self._body = body

    def save(self) -> None:
        """Remember how everything stands."""
        remembered_layout.write(self.layout())

    def layout(self) -> dict[str, object]:
        """Return how everything stands, as it is remembered."""
        body = self._body
        with remembered_layout.gathered() as values:
            remembered_layout.save("geometry", self._window.saveGeometry())
            remembered_layout.save("pad_width", str(body.pad_placement.width))
            remembered_layout.save("station", body.stations.rail.station)
            remembered_layout.save("pad", body.pad_placement.place.value)
            for page in self._pages():
                page.save_layout()
            outline.remember(self._bands())
        return values

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
                bands.append((QRect(at, size).intersected(_in_sight(handle, window)), border))
        bands += [
            (_in_sight(part, window), surface) for part in window.findChildren(CurvePlot) if part.isVisible()
        ]
        panel = self._body.panel
        if panel.isVisible() and panel.window() is window:
            sheet = area_in(panel.canvas.size()).toRect()
            bands.append((sheet.translated(_place(panel.canvas, window).topLeft()), surface))
        return bands

    def restore(self) -> None:
        """Put everything where it stood when the window was closed; the window itself stands there already."""
        body = self._body
        width = remembered_layout.text("pad_width", "")
        body.pad_placement.set_width(int(width) if width.isdecimal() and len(width) < 6 else USUAL_WIDTH)
        for page in self._pages():
            page.restore_layout()
        body.stations.show(remembered_layout.text("station", body.stations.first.name))
        place = remembered_layout.text("pad", Place.RIGHT.value)
        if place in (Place.FLOATING, Place.SECOND_SCREEN):  # beside a window that stands where it will stay
            QTimer.singleShot(0, body, lambda: body.pad_placement.set_place(Place(place)))
        elif place in {item.value for item in Place}:
            body.pad_placement.set_place(Place(place))

    def reset(self) -> None:
        """Put everything where it stood at the first start; a window that fills the screen goes on filling it."""
        window, body = self._window, self._body
        body.pad_placement.set_place(Place.RIGHT)
        if not window.isMaximized():
            window.showNormal()
            window.resize(outline.first_size(window))
        for page in self._pages():
            page.reset_layout()
        body.stations.show(body.stations.first.name)
        body.pad_placement.set_width(USUAL_WIDTH)
        remembered_layout.forget()

    def _pages(self) -> list[HasLayout]:
        """Return the pages with splitters that were built; the others take their places when they are."""
        pages = (station.place.laid_out for station in self._body.stations)
        return [page for page in pages if page is not None]


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _in_sight(part: QWidget, window: QWidget) -> QRect:
    """Return what of a part is not scrolled away."""
    return part.visibleRegion().boundingRect().translated(part.mapTo(window, QPoint()))
