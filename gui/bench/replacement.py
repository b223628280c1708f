"""Undoable changes of what lies in memory: one state takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QUndoCommand

from gui.look.spoken import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.look.spoken import Words

MERGING_ID = 1

State = TypeVar("State")


class Replacement(QUndoCommand):
    """Replaces the settings, or what is drawn on the pad; the old ones are kept as they are.

    Args:
        text: Name for the Edit menu, such as "change Learning rate".
        before: The state as it was.
        after: The state as it becomes.
        apply: Called with the state to show.
        merge_key: Replacements that follow each other under the same key become one; empty: never.
    """

    def __init__(
        self, text: Words, before: State, after: State, apply: Callable[[State], None], merge_key: str = ""
    ) -> None:
        super().__init__()
        said(self.setText, text)
        self._before: object = before
        self._after: object = after
        self._apply: Callable[..., None] = apply
        self._merge_key = merge_key

    def redo(self) -> None:
        """Show the new state."""
        self._apply(self._after)

    def undo(self) -> None:
        """Show the old state."""
        self._apply(self._before)

    def id(self) -> int:
        """Name the kind of command, so that Qt offers neighbours for merging."""
        return MERGING_ID if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a replacement under the same key that follows at once."""
        if not isinstance(other, Replacement) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True
