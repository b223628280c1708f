"""A list of which one entry is chosen, that stays as it is while the page under it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from gui.look.plain import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel, QWheelEvent


class ChoiceBox(QComboBox):
    """Leaves the wheel to the page unless it has the focus, which the wheel alone does not give it.

    Args:
        parent: The widget it belongs to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def be_narrow(self, letters: int) -> None:
        """Let no long entry make the page wider; the list shows it whole.

        Args:
            letters: How many there is room for at least.
        """
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def set_choosable(box: QComboBox, place: int, can_be: bool, reason: str) -> None:
    """Let an entry be chosen, or not; a tooltip says why it cannot be."""
    item = cast("QStandardItemModel", box.model()).item(place)
    item.setEnabled(can_be)
    item.setToolTip("" if can_be else plain(reason))
