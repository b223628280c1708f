"""The Train page's usual sight, and in its place, on wish, the microscope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.widgets.pages import turn_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.stations.train.microscope.page import Microscope


class UnderMicroscope(QStackedWidget):
    """Lays the microscope over what a page shows.

    Args:
        usual: What the page shows else.
        make: Makes the microscope, given its parent; asked when it is shown for the first time.
        parent: The widget it belongs to.

    Attributes:
        microscope: None before it was wanted.
    """

    microscope: Microscope | None = None

    def __init__(
        self, usual: QWidget, make: Callable[[QWidget], Microscope], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._usual, self._make = usual, make
        self.addWidget(usual)

    @property
    def is_open(self) -> bool:
        """Whether the microscope is to be seen."""
        return self.microscope is not None and self.currentWidget() is self.microscope

    def show_microscope(self, *, shown: bool) -> None:
        """Show the microscope, or what the page shows else."""
        if shown and self.microscope is None:
            self.microscope = self._make(self)
            self.addWidget(self.microscope)
        if shown and self.microscope is not None:
            turn_to(self, self.microscope)
            self.microscope.take_focus()
        else:
            turn_to(self, self._usual)
