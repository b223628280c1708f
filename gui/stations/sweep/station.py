"""The Sweep station in the window; a sweep goes on whichever page is in sight, and is suspended with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.station import StationMenus
    from gui.stations.sweep.page import SweepPage


class SweepStation(Station["SweepPage"]):
    """Find the best settings by trying them."""

    name = "sweep"
    icon = "sweep"

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Sweep")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Try many settings, several trainings at a time, and see which are best")

    def first_step(self) -> str:
        """Return what the help for beginners says of it."""
        return self.tr(
            "Which settings are best? <b>Sweep</b> trains the network with many of them, and shows what each reached."
        )

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Left / Right", self.tr("in the pictures of Sweep: from trial to trial")),
            ("Ctrl+C", self.tr("in the table of Sweep: copy the chosen trials")),
        )

    def build(self, place: QWidget) -> SweepPage:
        """Make the page."""
        from gui.stations.sweep.page import SweepPage

        page = SweepPage(self.workbench, place)
        page.failed.connect(self.failed)
        page.notice_raised.connect(self.notice_raised)
        page.station_wanted.connect(self.station_wanted)
        page.requested.connect(self.requested)
        return page

    def add_actions(self, menus: StationMenus) -> None:
        """Lead here from the menu of training, too."""
        menus.add(
            menus.menu("trainMenu"),
            lambda: self.tr("S&weep Settings …"),
            lambda: self.station_wanted.emit(self.name),
            tip=lambda: self.tr("Try many settings, and see which are best"),
        )

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self.is_built:
            self.page.shutdown()
