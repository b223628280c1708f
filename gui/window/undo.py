"""One undo for settings and drawing: the stack changed last goes first, the other follows when it is used up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class JointUndo(QObject):
    """The two actions of the Edit menu over several stacks, with the names of what they would do.

    Args:
        stacks: The stacks; the first leads until one of them changes.
        window: The window the actions belong to.
    """

    def __init__(self, stacks: Sequence[QUndoStack], window: QWidget) -> None:
        super().__init__(window)
        self._stacks = list(stacks)
        self.undo_action = QAction(window)
        self.undo_action.setObjectName("undoAction")
        self.undo_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.undo_action.triggered.connect(self.undo)
        self.redo_action = QAction(window)
        self.redo_action.setObjectName("redoAction")
        keys = [
            QKeySequence(QKeySequence.StandardKey.Redo),
            QKeySequence("Ctrl+Y"),
            QKeySequence("Ctrl+Shift+Z"),
        ]
        self.redo_action.setShortcuts(list(dict.fromkeys(keys)))
        self.redo_action.triggered.connect(self.redo)
        for stack in self._stacks:
            stack.indexChanged.connect(self._on_stack_index_changed)
        self._show()

    @Slot()
    def undo(self) -> None:
        """Undo the last change of the stack changed last, else of the other."""
        for stack in self._stacks:
            if stack.canUndo():
                stack.undo()
                return

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        for stack in self._stacks:
            if stack.canRedo():
                stack.redo()
                return

    def clear(self) -> None:
        """Forget all changes: at a window's end, as Qt and Python's collector would both free what is left."""
        for stack in tuple(self._stacks):
            if isValid(stack):
                stack.clear()

    @Slot()
    def _on_stack_index_changed(self) -> None:
        self._stacks = [
            stack for stack in self._stacks if isValid(stack)
        ]  # a stack tells of its own end, too
        changed = self.sender()
        if changed in self._stacks:
            self._stacks.remove(changed)
            self._stacks.insert(0, changed)
        self._show()

    def _show(self) -> None:
        undoable = next((stack for stack in self._stacks if stack.canUndo()), None)
        redoable = next((stack for stack in self._stacks if stack.canRedo()), None)
        self.undo_action.setEnabled(undoable is not None)
        self.redo_action.setEnabled(redoable is not None)
        undo, redo = self.tr("&Undo"), self.tr("&Redo")
        self.undo_action.setText(f"{undo} {undoable.undoText()}" if undoable else undo)
        self.redo_action.setText(f"{redo} {redoable.redoText()}" if redoable else redo)
