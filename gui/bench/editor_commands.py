"""Undoable changes of the settings, each with a name for the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment

EDIT_ID = 1


class ChangeExperiment(QUndoCommand):
    """Replaces one experiment by another.

    Args:
        text: Name for the Edit menu, such as "change Learning rate".
        before: The experiment as it was.
        after: The experiment as it becomes.
        apply: Called with the experiment to show.
        merge_key: Changes that follow each other under the same key become one; empty: never.
    """

    def __init__(
        self,
        text: str,
        before: Experiment,
        after: Experiment,
        apply: Callable[[Experiment], None],
        merge_key: str = "",
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._apply = apply
        self._merge_key = merge_key

    def redo(self) -> None:
        """Show the new experiment."""
        self._apply(self._after)

    def undo(self) -> None:
        """Show the old experiment."""
        self._apply(self._before)

    def id(self) -> int:
        """Name the kind of command, so that Qt offers neighbours for merging."""
        return EDIT_ID if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a change of the same setting that follows at once."""
        if not isinstance(other, ChangeExperiment) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True
