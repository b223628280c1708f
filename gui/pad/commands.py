"""The undoable changes of a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.pad.drawing import Drawing


class ChangeDrawing(QUndoCommand):
    """Replaces one drawing by another; drawings share their strokes, so that this costs next to nothing.

    Args:
        text: Name for the Edit menu, such as "stroke".
        before: The drawing as it was.
        after: The drawing as it becomes.
        apply: Called with the drawing to show.
    """

    def __init__(self, text: str, before: Drawing, after: Drawing, apply: Callable[[Drawing], None]) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        """Show the new drawing."""
        self._apply(self._after)

    def undo(self) -> None:
        """Show the old drawing."""
        self._apply(self._before)
