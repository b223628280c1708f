"""The Understand station in the window: built when it is first shown, following model and pad from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.widgets.lazy_page import LazyPage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.stations.understand import UnderstandPage
    from gui.workbench import Workbench


class UnderstandInWindow(QObject):
    """Joins the station to a workbench and to the pad.

    Args:
        workbench: Whose model is looked into.
        parent: The window.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        station_wanted: Another station is to be shown (its name).
    """

    failed = Signal(object, str)
    station_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._station: UnderstandPage | None = None
        self._drawing: NDArray[np.uint8] | None = None
        self.page = LazyPage(self._build_station, parent)

    def _build_station(self) -> QWidget:
        from gui.stations.understand import UnderstandPage

        station = UnderstandPage(self._workbench, self.page)
        station.failed.connect(self.failed)
        station.station_wanted.connect(self.station_wanted)
        station.set_drawing(self._drawing)
        self._station = station
        return station

    def set_drawing(self, drawing: NDArray[np.uint8] | None) -> None:
        """Look at what the network makes of a drawing, ``(28, 28)`` uint8, or None for an empty pad."""
        self._drawing = drawing
        if self._station is not None:
            self._station.set_drawing(drawing)

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self._station is not None:
            self._station.shutdown()
