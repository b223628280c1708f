"""The switch that shows the trials of sweeps among the runs: there may be hundreds, and they hide one's own."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language


class TrialsButton(QToolButton):
    """Says how many trials there are, and is pressed while they are shown; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trialsButton")
        self._count = 0
        self.setCheckable(True)
        icons.set_icon(self, "sweep", "text_muted")
        dressed(self, tip=lambda: self.tr("Show the trials of sweeps among the runs, or hide them"))
        follow_language(self, self._say)
        self.hide()

    def set_count(self, count: int) -> None:
        """Say how many trials there are."""
        self._count = count
        self.setVisible(count > 0)
        self._say()

    def _say(self) -> None:
        number = QLocale().toString(self._count)
        self.setText(number)
        self.setAccessibleName(self.tr("Trials of sweeps: {count}").format(count=number))
