"""What stands in a row under the curves: gone through with mouse and keys, and put on the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.images.cells import Cells
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class Strip(Cells, Painted):
    """One row of examples. Left and right go through them, Enter activates one; each kind says what it paints.

    Signals:
        example_activated: One was clicked (its index, int).
    """

    example_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, index: int) -> None:
        self.chosen = index
        self.setAccessibleDescription(self.words_of(index))
        self.update()

    def press(self, index: int) -> None:
        self.choose(index)
        self.example_activated.emit(index)

    def key_steps(self) -> dict[Qt.Key, int]:
        steps = super().key_steps()
        del steps[Qt.Key.Key_Up], steps[Qt.Key.Key_Down]  # there is one row
        return steps

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.chosen < 0 and self.count():
            self.chosen = 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
