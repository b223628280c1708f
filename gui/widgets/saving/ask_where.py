"""The dialog that asks which file to write, where the ending is clear from what is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_where(parent: QWidget, title: str, start: Path, pattern: str, ending: str) -> Path | None:
    """Ask for a file to write; the dialog adds the ending itself, so that it asks before one is replaced.

    Args:
        parent: Above which to ask.
        title: Of the dialog.
        start: The file that is proposed.
        pattern: Which files are listed: ``Experiments (*.json)``.
        ending: With its dot.
    """
    dialog = QFileDialog(parent, title, str(start), pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    accepted = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if accepted else None
