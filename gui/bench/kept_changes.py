"""What a person keeps, as the window changes it: each change is kept at once, told, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engine.errors import NetSketchError
from gui.bench.kept_change import KeptChange

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QUndoStack

    from gui.look.spoken import Words


class KeptChanges(QObject):
    """Makes changes of a store, which a subclass names.

    Signals:
        changed: Something was added, changed, taken out or brought back.
        failed: A change could not be kept, and nothing is changed (NetSketchError, empty string).
    """

    changed = Signal()
    failed = Signal(object, str)

    @property
    def store(self) -> Any:
        """What is changed, as it is kept; its ``entries()`` are all there is."""
        raise NotImplementedError

    @property
    def undo_stack(self) -> QUndoStack:
        """Where changes can be undone."""
        raise NotImplementedError

    def entries(self) -> tuple[Any, ...]:
        """Return what is kept; nothing where its file cannot be read, which is told."""
        try:
            found: tuple[Any, ...] = self.store.entries()
        except NetSketchError as error:
            self.failed.emit(error, "")
            return ()
        return found

    def do(self, change: Callable[[Any], object]) -> bool:
        """Make a change and tell of it, or of why it failed; returns whether it is made."""
        try:
            change(self.store)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return False
        self.changed.emit()
        return True

    def _change(self, text: Words, change: Callable[[Any], object], back: Callable[[Any], object]) -> bool:
        """Make a change undoably; returns whether it is made."""
        if not self.do(change):
            return False
        self._push(text, change, back)
        return True

    def _push(self, text: Words, again: Callable[[Any], object], back: Callable[[Any], object]) -> None:
        """Let a change that is made be undone."""
        self.undo_stack.push(KeptChange(text, self.do, again, back))
