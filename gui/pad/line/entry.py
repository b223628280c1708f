"""What is entered on the pad of text: the line, and by what chance it is gone on with; each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.bench.replacement import Replacement
from gui.bench.undo_stack import UndoStack

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from gui.look.spoken import Words


@dataclass(frozen=True, slots=True)
class LineState:
    """What can be undone.

    Attributes:
        prompt: What was typed.
        temperature: How daring the model is, 0 for the likeliest character each time; None for what is usual.
        seed: What chance begins with.
    """

    prompt: str = ""
    temperature: float | None = None
    seed: int = 0


class LineEntry(QObject):
    """Holds what is entered.

    Attributes:
        state: It, as it is now.

    Signals:
        entered: It is another; whether the line is, too (bool).
    """

    entered = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state = LineState()
        self._undo_stack: QUndoStack = UndoStack(self)

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change becomes one command."""
        self._undo_stack = stack

    @Slot(str)
    def ask(self, prompt: str) -> None:
        """Let something else stand in the line, undoably."""
        self._enter(replace(self.state, prompt=prompt), lambda: self.tr("enter an example"))

    @Slot(str)
    def type(self, prompt: str) -> None:
        """Take what is typed in the line; a few letters in a row are one change."""
        self._enter(replace(self.state, prompt=prompt), lambda: self.tr("type"), merge_key="prompt")

    @Slot(object)
    def set_temperature(self, value: float) -> None:
        """Let the model be as daring."""
        after = replace(self.state, temperature=float(value))
        self._enter(after, lambda: self.tr("change the temperature"), merge_key="temperature")

    @Slot(object)
    def set_seed(self, value: int) -> None:
        """Let chance begin with another number."""
        self._enter(
            replace(self.state, seed=int(value)), lambda: self.tr("change the seed"), merge_key="seed"
        )

    def begin_anew(self, prompt: str) -> None:
        """Let a line stand there from the first, as what stood before is of an alphabet that nobody reads now."""
        self._undo_stack.clear()
        self._take(replace(self.state, prompt=prompt))

    def _enter(self, state: LineState, words: Words, *, merge_key: str = "") -> None:
        if state != self.state:
            self._undo_stack.push(Replacement(words, self.state, state, self._take, merge_key))

    def _take(self, state: LineState) -> None:
        is_new = state.prompt != self.state.prompt
        self.state = state
        self.entered.emit(is_new)
