"""The Understand station in the window, following the pad from before its page is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.understand.page import UnderstandPage


class UnderstandStation(Station["UnderstandPage"]):
    """See what is inside the network, and why it answers as it does."""

    name = "understand"
    icon = "understand"

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Understand")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("See what is inside the network, and why it answers as it does")

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            (
                "Left / Right / Up / Down",
                self.tr("in a picture of Reading: from step to step, from neuron to neuron"),
            ),
            ("Left / Right / Up / Down", self.tr("in a picture of Attention: from token to token")),
            (
                "Ctrl+Left / Ctrl+Right / Ctrl+Up / Ctrl+Down",
                self.tr("in a picture of Attention: from head to head, from layer to layer"),
            ),
            ("Space", self.tr("in a picture of Reading: read the image step by step, or stop")),
        )

    def build(self, place: QWidget) -> UnderstandPage:
        """Make the page."""
        from gui.stations.understand.page import UnderstandPage

        page = UnderstandPage(self.workbench, place)
        page.failed.connect(self.failed)
        page.station_wanted.connect(self.station_wanted)
        page.read_so_far.connect(self.read_so_far)
        page.example_chosen.connect(self.example_chosen)
        return page

    def view(self) -> str:
        """Return the name of the view that is chosen."""
        return self.page.view.name if self.is_built else ""

    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self.page.show_view(name)

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self.is_built:
            self.page.shutdown()
