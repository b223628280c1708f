"""A list of which one entry is chosen, that stays as it is while the page under it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui.look.plain import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QStandardItemModel, QWheelEvent

EDGE, BESIDE_ICON = 1, 4  # pixels that Qt leaves at each side of the words, and between them and an icon


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

    def shown(self) -> str:
        """Return what there is room for of what is chosen: Qt would cut it through a letter, and not end in dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._fitting(option)

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        part, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(part, option, field, self).width() - 2 * EDGE
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + BESIDE_ICON
        words = option.currentText
        if self.currentIndex() < 0:
            words = self.placeholderText()
        metrics = option.fontMetrics
        # Qt makes the room for whole pixels of the letters, and would elide for a part of one.
        if metrics.boundingRect(words).width() <= room:
            return words
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self._fitting(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

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
