"""Undoable changes of the library of runs."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from gui.run_jobs import Change
    from gui.runs_shelf import RunsShelf


class KeptRunChange(QUndoCommand):
    """A change of the library that is already on the disk when the command is made.

    Args:
        text: Name for the Edit menu, such as "delete run".
        shelf: The runs; the command does not keep them alive.
        again: Makes the change anew after it was undone.
        back: Takes it back.
    """

    def __init__(self, text: str, shelf: RunsShelf, again: Change, back: Change) -> None:
        super().__init__(text)
        self._shelf = weakref.ref(shelf)
        self._again, self._back = again, back
        self._done = True

    def redo(self) -> None:
        """Make the change anew; nothing the first time."""
        if not self._done:
            self._do(self._again)
        self._done = True

    def undo(self) -> None:
        """Take the change back."""
        if self._done:
            self._do(self._back)
        self._done = False

    def _do(self, change: Change) -> None:
        shelf = self._shelf()
        if shelf is not None:
            shelf.do(change)
