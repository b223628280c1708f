"""My Digits as the window works on them: every change is kept at once, told, and can be undone."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.data.my_digits import MyDigits, my_digits
from engine.errors import NetSketchError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from engine.data.my_digits import KeptDrawing

    Change = Callable[[MyDigits], object]


class KeptChange(QUndoCommand):
    """A change of the set that is already in its file when the command is made.

    Args:
        text: Name for the Edit menu, such as "delete drawing".
        own: The drawings; the command does not keep them alive, for it may lie on a stack of another part.
        again: Makes the change anew after it was undone.
        back: Takes it back.
    """

    def __init__(self, text: str, own: MyDigitsEditor, again: Change, back: Change) -> None:
        super().__init__(text)
        self._own = weakref.ref(own)
        self._again, self._back = again, back
        self._done = True

    def redo(self) -> None:
        """Make the change anew; nothing the first time."""
        if not self._done:
            self._do(self._again)
        self._done = True

    def undo(self) -> None:
        """Take the change back."""
        self._do(self._back)
        self._done = False

    def _do(self, change: Change) -> None:
        own = self._own()
        if own is not None:
            own.do(change)


class MyDigitsEditor(QObject):
    """The person's drawings.

    Signals:
        changed: A drawing was added, relabelled, deleted or brought back.
        failed: A change could not be kept, and nothing is changed (NetSketchError, empty string).
    """

    changed = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)

    @property
    def store(self) -> MyDigits:
        """The drawings as they are kept."""
        return my_digits()

    def entries(self) -> tuple[KeptDrawing, ...]:
        """Return the drawings; none where their file cannot be read, which is told."""
        try:
            return self.store.entries()
        except NetSketchError as error:
            self.failed.emit(error, "")
            return ()

    def add(
        self, strokes: Sequence[Any], label: str, *, pen: float, image: NDArray[np.uint8] | None = None
    ) -> KeptChange | None:
        """Keep a drawing.

        Returns:
            The command that takes it back, for a stack of the caller's; None if it could not be kept.
        """
        names: list[str] = []
        if not self.do(lambda store: names.append(store.add(strokes, label, pen=pen, image=image))):
            return None
        return self._added(self.tr("add to My Digits"), names)

    def take_added(self, ids: Sequence[str]) -> None:
        """Make what was added elsewhere one undoable change."""
        self.undo_stack.push(self._added(self.tr("import into My Digits"), list(ids)))
        self.changed.emit()

    def _added(self, text: str, names: list[str]) -> KeptChange:
        return KeptChange(text, self, lambda store: store.restore(*names), lambda store: store.delete(*names))

    def delete(self, ids: Sequence[str]) -> bool:
        """Take drawings out of the set, undoably; returns whether that succeeded."""
        names = list(ids)
        if not names or not self.do(lambda store: store.delete(*names)):
            return False
        text = self.tr("delete drawing") if len(names) == 1 else self.tr("delete drawings")
        self.undo_stack.push(
            KeptChange(text, self, lambda store: store.delete(*names), lambda store: store.restore(*names))
        )
        return True

    def relabel(self, ids: Sequence[str], label: str) -> bool:
        """Say that drawings are something else, undoably; returns whether that succeeded."""
        wanted = set(ids)
        before = {
            entry.id: entry.label for entry in self.entries() if entry.id in wanted and entry.label != label
        }

        def change(store: MyDigits) -> None:
            for name in before:
                store.relabel(name, label)

        def back(store: MyDigits) -> None:
            for name, old in before.items():
                store.relabel(name, old)

        if not before or not self.do(change):
            return False
        text = self.tr("relabel as “{name}”").format(name=label)
        self.undo_stack.push(KeptChange(text, self, change, back))
        return True

    def do(self, change: Change) -> bool:
        """Make a change and tell of it, or of why it failed; returns whether it is made."""
        try:
            change(self.store)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return False
        self.changed.emit()
        return True
