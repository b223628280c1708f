"""Undoable changes of what lies on the disk: drawings, runs and marks."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.look.spoken import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.look.spoken import Words

Change = TypeVar("Change", bound="Callable[[Any], object]")


class KeptChange(QUndoCommand):
    """A change that is already on the disk when the command is made.

    Args:
        text: Name for the Edit menu, such as "delete run".
        do: The method that makes changes and tells why one failed; the command does not keep its owner alive.
        again: Makes the change anew after it was undone.
        back: Takes it back.
    """

    def __init__(self, text: Words, do: Callable[[Change], object], again: Change, back: Change) -> None:
        super().__init__()
        said(self.setText, text)
        self._do: weakref.WeakMethod[Callable[[Any], object]] = weakref.WeakMethod(do)
        self._again, self._back = again, back
        self._done = True

    @property
    def is_done(self) -> bool:
        """Whether the change is made, and not taken back."""
        return self._done

    def redo(self) -> None:
        """Make the change anew; nothing the first time."""
        if not self._done:
            self._make(self._again)
        self._done = True

    def undo(self) -> None:
        """Take the change back, unless that is done."""
        if self._done:
            self._make(self._back)
        self._done = False

    def _make(self, change: Callable[[Any], object]) -> None:
        do = self._do()
        if do is not None:
            do(change)


def take_back(stack: QUndoStack, command: KeptChange) -> None:
    """Take a change back, also where something else was changed after it; nothing where that is done."""
    place = next((place for place in range(stack.index()) if stack.command(place) is command), None)
    if place is None:  # undone meanwhile; Qt may have freed it since
        return
    if place == stack.index() - 1:
        stack.undo()
    else:
        command.undo()
        command.setObsolete(True)
