"""The stations of a window: their places on the rail, the page in sight, and what they ask of each other."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.widgets import remembered_layout
from gui.widgets.pages import turn_to
from gui.window.page_area import PageArea
from gui.window.rail import Rail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from gui.stations.station import Station
    from gui.workbench import Workbench

log = logging.getLogger(__name__)


class Stations(QObject):
    """Makes the stations and connects them with each other and with the window, knowing none of them.

    Args:
        kinds: Their classes in the order of the rail.
        workbench: What they show and steer.
        window: What they belong to.

    Attributes:
        rail: Where one is chosen.
        pages: Where the chosen one is seen.
        first: The one that is shown where none is remembered.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        notice_raised: Something is to be told above the page (Notice).
        model_wanted: A model file is to be opened (Path).
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
        preferences_wanted: What is preferred is to be shown, one of it first (its key).
        read_so_far: How far the drawing on the pad is read is to be shown there (ReadPart), or no more (None).
        achieved: Something was done that a lesson may wait for (Deed).
        needs_changed: The page in sight needs another width, or another page is in sight.
    """

    failed = Signal(object, str)
    notice_raised = Signal(object)
    model_wanted = Signal(object)
    example_chosen = Signal(object)
    preferences_wanted = Signal(str)
    read_so_far = Signal(object)
    achieved = Signal(object)
    needs_changed = Signal()

    def __init__(
        self,
        kinds: Sequence[type[Station[Any]]],
        workbench: Workbench,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.rail = Rail(window)
        self.pages = QStackedWidget(window)
        self._places: dict[str, PageArea] = {}
        self._stations = {kind.name: kind(workbench, window) for kind in kinds}
        self.first = next((station for station in self if station.opens_first), next(iter(self)))
        self.rail.station_chosen.connect(self.show)
        for station in self:
            station.place.hide()  # until it has an area, which shows it: a window that is shown shows what is in it
            self.rail.add_station(
                station.name, station.title, station.icon, station.help_text, self.keys(station)
            )
            station.failed.connect(self.failed)
            station.notice_raised.connect(self.notice_raised)
            station.station_wanted.connect(self.show)
            station.model_wanted.connect(self.model_wanted)
            station.example_chosen.connect(self.example_chosen)
            station.preferences_wanted.connect(self.preferences_wanted)
            station.requested.connect(self.request)
            station.read_so_far.connect(self.read_so_far)
            station.achieved.connect(self.achieved)
        self.rail.fit_buttons()

    def __iter__(self) -> Iterator[Station[Any]]:
        """Go through them in the order of the rail."""
        return iter(self._stations.values())

    def __getitem__(self, name: str) -> Station[Any]:
        """Return the station of a name."""
        return self._stations[name]

    def begin(self) -> None:
        """Build the page that is shown first, if it is built at the start."""
        shown = self._stations.get(remembered_layout.text("station", ""), self.first)
        self._area_of(shown)
        if shown.built_at_start:
            shown.place.built()

    def complete(self) -> None:
        """Give each page its area, and build those that are built at the start, where they were not."""
        for station in self:
            self._area_of(station)
        if self.rail.station:
            turn_to(self.pages, self._places[self.rail.station])  # none of the others asks for room
        for station in self:
            if station.built_at_start:
                station.place.built()

    def _area_of(self, station: Station[Any]) -> PageArea:
        """Return where the page of a station stands, made when it is first asked for."""
        if station.name not in self._places:
            area = self._places[station.name] = PageArea(station.place)
            area.needs_changed.connect(self._on_place_needs_changed)
            self.pages.addWidget(area)
        return self._places[station.name]

    def keys(self, station: Station[Any]) -> str:
        """Return the keys that show a station: by its place from 1 to 9, the tenth by 0; of those behind it none."""
        place = list(self._stations).index(station.name) + 1
        return f"Ctrl+{place % 10}" if place <= 10 else ""

    @Slot(str)
    def show(self, name: str) -> None:
        """Turn to a station's page; to the first one's where there is no such station."""
        station = self._stations.get(name, self.first)
        turn_to(self.pages, self._area_of(station))
        self.rail.set_station(station.name)
        self.needs_changed.emit()

    def needed_width(self) -> int:
        """Return the pixels below which the page in sight scrolls from side to side."""
        return self._places[self.rail.station].needed_width() if self.rail.station else 0

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Hand on what is on the pad, ``(28, 28)`` uint8 or ``(F,)`` float32; None for an empty one."""
        for station in self:
            station.set_drawing(drawing)

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        """Return what opens a file, or None where it is none for any station."""
        openers = (station.opener(path) for station in self)
        return next((opens for opens in openers if opens is not None), None)

    def set_presented(self, presented: bool) -> None:
        """Let the pages show what is seen from the last row alone, or all again."""
        for station in self:
            station.set_presented(presented)

    def shutdown(self) -> None:
        """End what is under way in each; nothing starts after this."""
        for station in self:
            station.shutdown()

    @Slot()
    def _on_place_needs_changed(self) -> None:
        if self.sender() is self.pages.currentWidget():
            self.needs_changed.emit()

    @Slot(object)
    def request(self, request: object) -> None:
        """Hand a request to the station that offers to do such."""
        for station in self:
            does = station.offers().get(type(request))
            if does is not None:
                does(request)
                return
        log.warning("No station does what was asked for: %r", request)
