"""A picture of steps and units that one goes through with the arrow keys, and that Space sets in motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

Key = Qt.Key


class SteeredPicture(Painted):
    """Knows how many steps and units there are, which are chosen, and what keys do.

    Attributes:
        step_keys: By how much a key goes on from step to step.
        unit_keys: Likewise from unit to unit.
        step: The step that is marked, counted from 0.
        unit: The unit that is marked, counted from 0.

    Signals:
        step_chosen: A step was chosen (counted from 0).
        unit_chosen: A unit was chosen (counted from 0).
        play_wanted: What moves by itself is to begin, or to stop.
    """

    step_chosen = Signal(int)
    unit_chosen = Signal(int)
    play_wanted = Signal()

    step_keys: ClassVar[Mapping[Key, int]]
    unit_keys: ClassVar[Mapping[Key, int]]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = self.unit = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def counts(self) -> tuple[int, int]:
        """Return how many steps and units there are; 0 and 0 while nothing is shown."""
        raise NotImplementedError

    def set_place(self, step: int, unit: int) -> None:
        """Mark a step and a unit."""
        if (step, unit) != (self.step, self.unit):
            self.step, self.unit = step, unit
            self.update()

    def event(self, event: QEvent) -> bool:
        """Take Space for itself while it has the focus: elsewhere in the window it trains."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Key.Key_Space
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps, units = self.counts()
        key = Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not steps or not plain:
            super().keyPressEvent(event)
        elif key in self.step_keys:
            self.step_chosen.emit(min(max(self.step + self.step_keys[key], 0), steps - 1))
        elif key in self.unit_keys:
            self.unit_chosen.emit(min(max(self.unit + self.unit_keys[key], 0), units - 1))
        elif key in (Key.Key_Home, Key.Key_End):
            self.step_chosen.emit(0 if key == Key.Key_Home else steps - 1)
        elif key == Key.Key_Space:
            if not event.isAutoRepeat():
                self.play_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
