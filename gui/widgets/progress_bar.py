"""A bar of how far something is, painted when its turn comes."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Shows a share of the work.

    Qt's own paints itself at once whenever it moves, and with it all else that waits to be painted: while something is
    measured, that takes more time than the measuring.
    """

    def setValue(self, value: int) -> None:
        """Move the bar; it is painted with the next turn of the event loop."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)

    def setRange(self, least: int, most: int) -> None:
        """Say between what it moves, or that nobody knows where both are 0; painted as by ``setValue``."""
        self.setUpdatesEnabled(False)
        super().setRange(least, most)
        self.setUpdatesEnabled(True)
