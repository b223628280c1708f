"""The Train station in the window: shown first, with the pad's drawing at each moment of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.stations.station import StationMenus
    from gui.stations.train.page import TrainPage


class TrainStation(Station["TrainPage"]):
    """Describe the network, train it and watch."""

    name = "train"
    icon = "train"
    opens_first = True
    built_at_start = True

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Train")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Describe the network, train it and watch")

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Alt+Up / Alt+Down", self.tr("on a layer: move it up or down")),
            ("Del", self.tr("on a layer: take it out")),
        )

    def build(self, place: QWidget) -> TrainPage:
        """Make the page."""
        from gui.stations.train.page import TrainPage

        page = TrainPage(self.workbench, place)
        page.time_machine.example_chosen.connect(self.example_chosen)
        return page

    def add_actions(self, menus: StationMenus) -> None:
        """Add a layer by the menu, too."""
        menus.add(menus.menu("modelMenu"), lambda: self.tr("&Add Hidden Layer"), self.add_layer, "Ctrl+L")

    def add_layer(self) -> None:
        """Append a hidden layer like the last one, in sight of the person."""
        self.station_wanted.emit(self.name)
        self.page.add_layer()

    def set_drawing(self, drawing: NDArray[np.uint8] | None) -> None:
        """Show what the network made of the drawing at each moment."""
        if self.is_built:
            self.page.time_machine.set_drawing(drawing)
