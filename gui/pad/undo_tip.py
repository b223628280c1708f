"""What undo and redo of a pad say of themselves: what is undone, and the key for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from gui.look.words import noted


def undo_tip(verb: str, what: str, key: QKeySequence.StandardKey) -> str:
    """Return the tip of a button.

    Args:
        verb: What the button does, such as “Undo”.
        what: What is undone; empty where nothing is.
        key: The key that does the same.
    """
    shortcut = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    phrase = (
        QCoreApplication.translate("UndoTip", "{verb} {what}").format(verb=verb, what=what) if what else verb
    )
    return noted(phrase, shortcut)
