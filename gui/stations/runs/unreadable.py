"""What the Runs station says of folders that are no runs, or no longer."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.fields.fold import Fold
from gui.widgets.label import Label
from gui.widgets.layouts import column_of


class UnreadableFold(Fold):
    """Folders that could not be read, and why; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("unreadableRuns")
        self._list = Label(self, wordWrap=True)
        self._list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column_of(self._list, on=self.content(), margins=(22, 0, 0, 4))
        self.hide()

    def set_folders(self, lines: list[str]) -> None:
        """Show these folders, each with its reason."""
        one = self.tr("A folder could not be read")
        several = self.tr("{count} folders could not be read").format(count=QLocale().toString(len(lines)))
        self.set_title(one if len(lines) == 1 else several)
        self._list.setText("\n".join(lines))
        self.setVisible(bool(lines))
