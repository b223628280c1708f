"""The dialog that asks where a picture or numbers are saved, and says so if that fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from engine import file_names
from engine.errors import NetSketchError
from gui.look.words import told
from gui.widgets import message_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gui.look.spoken import Words

FILTERS = {"png": "PNG (*.png)", "svg": "SVG (*.svg)", "csv": "CSV (*.csv)", "py": "Python (*.py)"}


def save_as(parent: QWidget | None, title: str, ending: str, save: Callable[[str], None]) -> None:
    """Ask where, and save there.

    Args:
        parent: The widget that asks.
        title: What is saved; it names the file, too.
        ending: One of ``FILTERS``.
        save: Writes to a path; a NetSketchError of it is shown.
    """

    def words() -> str:
        return QCoreApplication.translate("SaveAs", "Save “{title}”").format(title=title)

    path, _ = QFileDialog.getSaveFileName(
        parent, words(), f"{file_names.file_name(title.lower(), ending)}.{ending}", FILTERS[ending]
    )
    if not path:
        return
    if not path.lower().endswith(f".{ending}"):
        path += f".{ending}"
        if file_names.is_there(Path(path)) and not _may_replace(parent, words, Path(path).name):
            return  # the dialog asked about the name as it was typed
    try:
        save(path)
    except NetSketchError as error:
        message_box.MessageBox.tell(parent, words, partial(told, error))


def _may_replace(parent: QWidget | None, title: Words, name: str) -> bool:
    def words() -> str:
        return QCoreApplication.translate("SaveAs", "“{name}” is there already. Replace it?").format(
            name=name
        )

    return message_box.MessageBox.ask(parent, title, words)
