"""A few buttons in a row of which one is pressed: a choice between views."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import Words, said
from gui.widgets.layouts import row_of


class Segments(QWidget):
    """One of several, each in sight.

    Args:
        name: What is chosen here, for those who hear the window.
        parent: The widget it belongs to.
    """

    chosen = Signal(str)
    """Another one was pressed by hand: its key."""

    def __init__(self, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said(self.setAccessibleName, name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._row = row_of(on=self, spacing=2)
        self._group.buttonClicked.connect(self._on_group_clicked)

    def add(self, key: str, text: Words, help_text: Words = "") -> None:
        """Append a choice; the first one is pressed until another is."""
        button = dressed(QToolButton(self), text=text, tip=help_text, segment=True)
        button.setCheckable(True)
        button.setChecked(not self._buttons)
        self._group.addButton(button)
        self._buttons[key] = button
        self._row.addWidget(button)

    @property
    def value(self) -> str:
        """Key of the one that is pressed."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def button(self, key: str) -> QToolButton:
        """Return the button of a choice."""
        return self._buttons[key]

    def set_value(self, key: str) -> None:
        """Press one, telling nobody."""
        self._buttons[key].setChecked(True)

    @Slot()
    def _on_group_clicked(self) -> None:
        self.chosen.emit(self.value)
