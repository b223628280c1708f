"""The undo stack of this program: Qt's, which may be left to Python's search for garbage."""

from __future__ import annotations

import gc

from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid


class UndoStack(QUndoStack):
    """Forgets its commands before it is ended.

    A command belongs to its stack; where both are garbage, Python's search may end the command first and the stack
    then ends it a second time: a crash, whenever the search comes. All finalizers are called before anything is ended.
    """

    def push(self, command: QUndoCommand) -> None:
        """Do a command and keep it, or let the one before take it in.

        Of one that was taken in, PySide holds Python's half for as long as the stack lives: it is emptied.
        """
        super().push(command)
        if not isValid(command):
            vars(command).clear()

    def __del__(self) -> None:
        if isValid(self):
            commands = gc.get_referents(
                self
            )  # the last of them may hold the stack's parent, which would end it
            self.blockSignals(True)  # whoever listens is garbage as well
            self.clear()
            del commands
