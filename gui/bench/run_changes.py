"""Undoable changes of the library of runs."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from gui.bench.run_catalogue import RunCatalogue
    from gui.bench.run_jobs import Change


class KeptRunChange(QUndoCommand):
    """A change of the library that is already on the disk when the command is made.

    Args:
        text: Name for the Edit menu, such as "delete run".
        catalogue: The runs; the command does not keep them alive.
        again: Makes the change anew after it was undone.
        back: Takes it back.
    """

    def __init__(self, text: str, catalogue: RunCatalogue, again: Change, back: Change) -> None:
        super().__init__(text)
        self._catalogue = weakref.ref(catalogue)
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
        catalogue = self._catalogue()
        if catalogue is not None:
            catalogue.do(change)
