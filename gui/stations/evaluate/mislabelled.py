"""Images that the person holds to be mislabelled: marked and unmarked, undoably, in a file beside the data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.errors import NetSketchError
from engine.evaluation.marks import Marks
from gui.bench.kept_change import KeptChange

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from gui.look.spoken import Words

_tr = partial(QCoreApplication.translate, "Mislabelled")


class Mislabelled(QObject):
    """The marks as the window changes them.

    Args:
        undo_stack: Where changes of them can be undone.
        parent: Whom they belong to.

    Signals:
        changed: An image was marked or is no longer, or that failed.
        failed: A mark could not be written (NetSketchError).
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.undo_stack = undo_stack

    def is_marked(self, dataset: str, image: NDArray[np.uint8], label: str) -> bool:
        """Tell whether an image ``(H, W)`` or ``(H, W, C)`` is marked; False where the file cannot be read."""
        try:
            return self.marks.is_marked(dataset, image, label)
        except NetSketchError:
            return False

    def set_marked(
        self, dataset: str, image: NDArray[np.uint8], label: str, *, is_marked: bool, should_be: str = ""
    ) -> None:
        """Mark an image or take the mark back, undoably.

        Args:
            dataset: Name of its data set.
            image: ``(H, W)`` or ``(H, W, C)`` uint8.
            label: The class it has.
            is_marked: Whether it shall be marked.
            should_be: The class it should have, where that is known.
        """
        if is_marked == self.is_marked(dataset, image, label):
            return
        place = (dataset, image.copy(), label)

        def mark(marks: Marks) -> None:
            marks.add(*place, should_be=should_be)

        def unmark(marks: Marks) -> None:
            marks.remove(*place)

        if is_marked:
            self._change(lambda: _tr("mark as mislabelled"), mark, unmark)
        else:
            self._change(lambda: _tr("take the mark back"), unmark, mark)

    def do(self, change: Callable[[Marks], object]) -> bool:
        """Make a change and tell of it, or of why it failed; returns whether it is made."""
        try:
            change(self.marks)
        except NetSketchError as error:
            self.failed.emit(error)
            return False
        finally:
            self.changed.emit()  # what was shown ahead of a change that failed is not so
        return True

    def _change(
        self, text: Words, change: Callable[[Marks], object], back: Callable[[Marks], object]
    ) -> None:
        if self.do(change):
            self.undo_stack.push(KeptChange(text, self.do, change, back))
