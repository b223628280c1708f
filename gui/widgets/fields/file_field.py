"""A field for the path of a file: typed, or chosen by the button beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from gui.look.dressed import dressed
from gui.widgets.layouts import row_of


class FileField(QWidget):
    """A line with a path, and a button to choose a file by. What lies there, nobody looks at here.

    Args:
        parent: The widget it belongs to.

    Signals:
        edited: Another path was typed, or the line was emptied (str).
        choice_wanted: A file is to be chosen.
    """

    edited = Signal(object)
    choice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.button = dressed(QToolButton(self), text=lambda: self.tr("Choose …"))
        row_of((self.line, 1), self.button, on=self, spacing=4)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line.editingFinished.connect(self._tell)
        for inner in self.line.findChildren(QToolButton):  # that empties it, after which nobody presses Enter
            inner.clicked.connect(self._tell)
        self.button.clicked.connect(self.choice_wanted)

    def raw(self) -> str:
        """Return the path, empty for none."""
        return self.line.text().strip()

    def set_raw(self, value: object) -> None:
        """Show a path without telling; its end, which says most, is in sight."""
        self._told = str(value)
        if self.raw() != self._told:
            self.line.setText(self._told)

    def set_none(self, words: str) -> None:
        """Say what it means that there is no path, in the language of the window."""
        self.line.setPlaceholderText(words)

    def setAccessibleName(self, name: str) -> None:
        """Call both the line and the whole by a name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(self.tr("Choose: {setting}").replace("{setting}", name))

    def setAccessibleDescription(self, words: str) -> None:
        """Describe both the line and the whole."""
        super().setAccessibleDescription(words)
        self.line.setAccessibleDescription(words)

    @Slot()
    def _tell(self) -> None:
        if self.raw() != self._told:
            self._told = self.raw()
            self.edited.emit(self._told)
