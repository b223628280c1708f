"""The Edit menu's undo over two stacks, the workbench's and the pad's: the one changed last goes first.

An entry that was refused stands on neither. Where it was the last thing done, it is what undo takes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from shiboken6 import isValid

from gui.look.allowed import allow
from gui.look.plain import caption
from gui.look.spoken import follow_language, said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from engine.settings import Problem
    from gui.bench.experiment_editor import ExperimentEditor


class JointUndo(QObject):
    """The two actions of the Edit menu, with the names of what they would do.

    Args:
        stacks: The stacks; the first leads until one of them changes.
        window: The window the actions belong to.
        editor: Knows which entries were refused; None where there are none.
    """

    def __init__(
        self, stacks: Sequence[QUndoStack], window: QWidget, editor: ExperimentEditor | None = None
    ) -> None:
        super().__init__(window)
        self._stacks = list(stacks)
        self._done = [stack for stack in stacks for _command in range(stack.index())]
        self._undone: list[QUndoStack] = []  # whose command each was, the newest last, as in what is done
        self._editor = editor
        self._is_refused_last = False
        keys = QKeySequence.StandardKey
        self.undo_action = _action("undoAction", [keys.Undo], self.undo, window)
        self.redo_action = _action("redoAction", [keys.Redo, "Ctrl+Y", "Ctrl+Shift+Z"], self.redo, window)
        for stack in self._stacks:
            stack.indexChanged.connect(self._on_stack_index_changed)
        if editor is not None:
            editor.problems_changed.connect(self._on_editor_problems_changed)
        follow_language(self, self._show)

    @Slot()
    def undo(self) -> None:
        """Undo the last change of the stack changed last, else of the other; what was refused last before that."""
        if self._is_refused_last and self._editor is not None:
            self._editor.forget_refused()
            return
        stack = self._undoable()
        if stack is not None:
            stack.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        stack = self._redoable()
        if stack is not None:
            stack.redo()

    def _undoable(self) -> QUndoStack | None:
        return next((stack for stack in (*reversed(self._done), *self._stacks) if stack.canUndo()), None)

    def _redoable(self) -> QUndoStack | None:
        return next((stack for stack in (*reversed(self._undone), *self._stacks) if stack.canRedo()), None)

    @Slot(object)
    def _on_editor_problems_changed(self, problems: tuple[Problem, ...]) -> None:
        self._is_refused_last = bool(problems)
        self._show()

    @Slot()
    def _on_stack_index_changed(self) -> None:
        self._is_refused_last = False
        # A stack tells of its own end, too.
        for stacks in (self._stacks, self._done, self._undone):
            stacks[:] = [stack for stack in stacks if isValid(stack)]
        changed = self.sender()
        if changed in self._stacks:
            self._stacks.sort(key=lambda stack: stack is not changed)
            self._note_order(changed)
            top = changed.index() - 1
            if top >= 0 and changed.command(top).isObsolete():  # taken back by other means: Qt only drops it
                changed.undo()
        self._show()

    def _note_order(self, changed: QUndoStack) -> None:
        """Note whose command was done, undone, or done again."""
        done = changed.index() - self._done.count(changed)
        if done == 0 and changed in self._done:
            _move(changed, self._done, self._done)  # it took in what was done after the others' commands
        for _command in range(done):
            self._done.append(changed)
        for _command in range(-done):
            _move(changed, self._done, self._undone)
        for _command in range(self._undone.count(changed) - (changed.count() - changed.index())):
            _drop_last(changed, self._undone)  # done again, or there is another way on from here

    def _show(self) -> None:
        undoable, redoable = self._undoable(), self._redoable()
        allow(
            self.undo_action,
            "" if undoable or self._is_refused_last else (lambda: self.tr("There is nothing to undo.")),
        )
        allow(self.redo_action, "" if redoable else (lambda: self.tr("There is nothing to do again.")))
        said(self.undo_action.setText, self._undo_words)
        said(self.redo_action.setText, self._redo_words)

    def _undo_words(self) -> str:
        if self._is_refused_last:
            return self.tr("&Undo {what}").format(what=self.tr("refused entry"))
        stack = self._undoable()
        return self.tr("&Undo {what}").format(what=caption(stack.undoText())) if stack else self.tr("&Undo")

    def _redo_words(self) -> str:
        stack = self._redoable()
        return self.tr("&Redo {what}").format(what=caption(stack.redoText())) if stack else self.tr("&Redo")


def _drop_last(stack: QUndoStack, order: list[QUndoStack]) -> None:
    del order[len(order) - 1 - order[::-1].index(stack)]


def _move(stack: QUndoStack, source: list[QUndoStack], target: list[QUndoStack]) -> None:
    """Take the newest of a stack out of one order and append it to another."""
    _drop_last(stack, source)
    target.append(stack)


def _action(
    name: str, keys: Sequence[QKeySequence.StandardKey | str], do: Callable[[], None], window: QWidget
) -> QAction:
    action = QAction(window)
    action.setObjectName(name)
    action.setShortcuts(list(dict.fromkeys(QKeySequence(key) for key in keys)))
    action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    action.triggered.connect(do)
    return action
