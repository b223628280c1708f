"""My Digits as the window works on them: every change is kept at once, told, and can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from engine.data import my_digits
from gui.bench.kept_change import KeptChange
from gui.bench.kept_changes import KeptChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.data.kept_drawing import KeptDrawing
    from engine.data.my_digits import MyDigits
    from gui.look.spoken import Words

_tr = partial(QCoreApplication.translate, "MyDigitsEditor")


class MyDigitsEditor(KeptChanges):
    """The person's drawings.

    Args:
        undo_stack: Where changes of them can be undone.
        parent: Whom they belong to.
    """

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack

    @property
    def undo_stack(self) -> QUndoStack:
        """Where changes can be undone."""
        return self._undo_stack

    @property
    def store(self) -> MyDigits:
        """The drawings as they are kept."""
        return my_digits.my_digits()

    def entries(self) -> tuple[KeptDrawing, ...]:
        """Return the drawings; none where their file cannot be read, which is told."""
        return super().entries()

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
        return self._added(lambda: _tr("add to My Digits"), names)

    def take_added(self, ids: Sequence[str]) -> KeptChange:
        """Make what was added elsewhere one undoable change, and return it."""
        added = self._added(lambda: _tr("import into My Digits"), list(ids))
        self.undo_stack.push(added)
        self.changed.emit()
        return added

    def _added(self, text: Words, names: list[str]) -> KeptChange:
        return KeptChange(
            text, self.do, lambda store: store.restore(*names), lambda store: store.delete(*names)
        )

    def delete(self, ids: Sequence[str]) -> bool:
        """Take drawings out of the set, undoably; returns whether that succeeded."""
        names = list(ids)
        return bool(names) and self._change(
            lambda: _tr("delete drawing") if len(names) == 1 else _tr("delete drawings"),
            lambda store: store.delete(*names),
            lambda store: store.restore(*names),
        )

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

        return bool(before) and self._change(
            lambda: _tr("relabel as “{name}”").format(name=label), change, back
        )
