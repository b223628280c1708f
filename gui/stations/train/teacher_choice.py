"""Offers what may be a teacher: the newest kept runs, all of them in a dialog, and a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui.bench.run_menu import RunMenu

if TYPE_CHECKING:
    from engine.storage.runs.summary import RunSummary
    from gui.workbench import Workbench


class TeacherChoice(QObject):
    """Asks for a model file.

    Args:
        workbench: Whose runs.
        parent: The page it belongs to.

    Signals:
        chosen: A model file was chosen (Path).
    """

    chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._page = parent
        self._menu: RunMenu | None = None

    def menu(self) -> QMenu:
        """Return the menu of what there is now."""
        if self._menu is None:
            title, button = lambda: self.tr("Choose a teacher"), lambda: self.tr("Choose")
            self._menu = RunMenu(self._workbench.catalogue, title, button, self._page)
            self._menu.run_chosen.connect(self._on_menu_run_chosen)
        self._menu.fill()
        self._menu.addAction(self.tr("Choose a file …")).triggered.connect(self._ask_file)
        return self._menu

    def ask(self, field: QWidget) -> None:
        """Open the menu under a field."""
        menu = self.menu()
        menu.popup(field.mapToGlobal(field.rect().bottomLeft()))

    @Slot(object, str)
    def _on_menu_run_chosen(self, run: RunSummary, which: str) -> None:
        self.chosen.emit(self._workbench.catalogue.model_path(run.id, which))

    @Slot()
    def _ask_file(self) -> None:
        recent = self._workbench.preferences.recent_files
        folder = str(recent[0].parent if recent else Path.home())
        pattern = self.tr("NetSketch models (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Choose a teacher"), folder, pattern)
        if name:
            self.chosen.emit(Path(name))
