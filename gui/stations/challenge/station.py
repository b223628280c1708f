"""The Challenge station in the window, following the pad from before its page is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.challenge.page import ChallengePage
    from gui.stations.station import StationMenus


class ChallengeStation(Station["ChallengePage"]):
    """See how little it takes to fool the model, and what it gives away."""

    name = "challenge"
    icon = "challenge"

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Challenge")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr(
            "See how little it takes to fool the network, and what it gives away of what it learnt from"
        )

    def first_step(self) -> str:
        """Return what the help for beginners says of it."""
        return self.tr(
            "Fool the network with your own drawing in <b>Challenge</b>: a change that you hardly see can be enough."
        )

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Left / Right", self.tr("on the slider of Challenge: a weaker or a stronger attack")),
            ("Up / Down", self.tr("in the table of “On the test set”: from strength to strength")),
        )

    def build(self, place: QWidget) -> ChallengePage:
        """Make the page."""
        from gui.stations.challenge.page import ChallengePage

        page = ChallengePage(self.workbench, place)
        page.failed.connect(self.failed)
        page.notice_raised.connect(self.notice_raised)
        page.station_wanted.connect(self.station_wanted)
        page.achieved.connect(self.achieved)
        return page

    def view(self) -> str:
        """Return the name of the view that is chosen."""
        return self.page.view.name if self.is_built else ""

    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self.page.show_view(name)

    def add_actions(self, menus: StationMenus) -> None:
        """Lead here from the menu of the model, too."""
        menus.add(
            menus.menu("modelMenu"),
            lambda: self.tr("C&hallenge Model …"),
            lambda: self.station_wanted.emit(self.name),
            tip=lambda: self.tr("Try to fool the model, and see what it gives away"),
        )

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self.is_built:
            self.page.shutdown()
