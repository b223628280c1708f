"""Images that the person holds to be mislabelled: marked and unmarked, undoably, in a file beside the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.errors import NetSketchError
from engine.evaluation.marks import Marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Mislabelled(QObject):
    """The marks, and the undo stack through which they are changed.

    Signals:
        changed: An image was marked or is no longer.
        failed: A mark could not be read or written (NetSketchError).
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.undo_stack = QUndoStack(self)

    def is_marked(self, dataset: str, image: NDArray[np.uint8], label: str) -> bool:
        """Tell whether an image ``(H, W)`` or ``(H, W, C)`` is marked; False where the file cannot be read."""
        try:
            return self.marks.is_marked(dataset, image, label)
        except NetSketchError:
            return False

    def set_marked(
        self, dataset: str, image: NDArray[np.uint8], label: str, *, is_marked: bool, should_be: str = ""
    ) -> None:
        """Mark an image or take the mark back.

        Args:
            dataset: Name of its data set.
            image: ``(H, W)`` or ``(H, W, C)`` uint8.
            label: The class it has.
            is_marked: Whether it shall be marked.
            should_be: The class it should have, where that is known.
        """
        if is_marked != self.is_marked(dataset, image, label):
            self.undo_stack.push(_Mark(self, (dataset, image.copy(), label), should_be, is_marked=is_marked))

    def write(self, place: tuple[str, NDArray[np.uint8], str], should_be: str, *, is_marked: bool) -> None:
        """Write a mark, or that it holds no more; for the commands."""
        try:
            if is_marked:
                self.marks.add(*place, should_be=should_be)
            else:
                self.marks.remove(*place)
        except NetSketchError as error:
            self.failed.emit(error)
        self.changed.emit()


class _Mark(QUndoCommand):
    def __init__(
        self,
        desk: Mislabelled,
        place: tuple[str, NDArray[np.uint8], str],
        should_be: str,
        *,
        is_marked: bool,
    ) -> None:
        text = desk.tr("mark as mislabelled") if is_marked else desk.tr("take the mark back")
        super().__init__(text)
        self._desk, self._place, self._should_be, self._is_marked = desk, place, should_be, is_marked

    def redo(self) -> None:
        self._desk.write(self._place, self._should_be, is_marked=self._is_marked)

    def undo(self) -> None:
        self._desk.write(self._place, self._should_be, is_marked=not self._is_marked)
