"""Where exports go: the person says it, and is asked again before another file is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.deploy.registry import FORMATS
from engine.file_names import is_there
from gui.look.words import translate_engine
from gui.widgets.message_box import MessageBox
from gui.widgets.saving.ask_where import ask_where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.deploy.export_format import ExportFormat
    from gui.stations.deploy.recents import Recents
    from gui.stations.deploy.subject import Source


class Destination(QObject):
    """Asks for the file of an export, beginning in the folder of the last one.

    Args:
        recents: What was written of late.
        parent: Above which to ask.
    """

    def __init__(self, recents: Recents, parent: QWidget) -> None:
        super().__init__(parent)
        self._recents = recents
        self._above = parent
        self._folder = ""

    def ask(self, source: Source, form: ExportFormat) -> Path | None:
        """Return the file that a person chooses for a model in a form; None for none.

        Raises:
            NetSketchError: If it would be taken for something else.
        """
        from engine.deploy.export import target_of

        title = translate_engine(form.title)
        pattern = self.tr("{format} (*{ending})").format(format=title, ending=form.ending)
        start = Path(self._first_folder()) / f"{source.file_name}{_behind(form)}{form.ending}"
        dialog_title = self.tr("Export: {format}").format(format=title)
        path = ask_where(self._above, dialog_title, start, pattern, form.ending)
        if path is None:
            return None
        target = target_of(path, form)
        if target != path and is_there(target) and not self._may_replace(target):
            return None  # the dialog asked about the name as it was typed
        self._folder = str(target.parent)
        return target

    def _may_replace(self, target: Path) -> bool:
        return MessageBox.ask(
            self._above,
            lambda: self.tr("Export"),
            lambda: self.tr("“{name}” is there already. Replace it?").format(name=target.name),
        )

    def _first_folder(self) -> str:
        """Return where the last export went; the home folder before the first."""
        if not self._folder and self._recents.items:
            folder = self._recents.items[0][0].path.parent
            self._folder = str(folder) if is_there(folder) else ""
        return self._folder or str(Path.home())


def _behind(form: ExportFormat) -> str:
    """Return what tells the files of a form from those of another with the same ending."""
    first = next(each for each in FORMATS if each.ending == form.ending)
    return "" if first.name == form.name else f"_{form.name}"
