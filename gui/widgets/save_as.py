"""The dialog that asks where a picture or numbers are saved, and says so if that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine.errors import NetSketchError
from gui.widgets.words import error_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

FILTERS = {"png": "PNG (*.png)", "svg": "SVG (*.svg)", "csv": "CSV (*.csv)"}


def save_as(parent: QWidget, title: str, ending: str, save: Callable[[str], None]) -> None:
    """Ask where, and save there.

    Args:
        parent: The widget that asks.
        title: What is saved; it names the file, too.
        ending: ``png``, ``svg`` or ``csv``.
        save: Writes to a path; a NetSketchError of it is shown.
    """
    words = QCoreApplication.translate("SaveAs", "Save “{title}”").format(title=title)
    path, _ = QFileDialog.getSaveFileName(parent, words, f"{title.lower()}.{ending}", FILTERS[ending])
    if not path:
        return
    if not path.lower().endswith(f".{ending}"):
        path += f".{ending}"
    try:
        save(path)
    except NetSketchError as error:
        QMessageBox.warning(parent, words, " ".join(filter(None, error_words(error))))
