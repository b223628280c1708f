"""Offers what may be a teacher: the newest kept runs, all of them in a dialog, and a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui.look.plain import name_action

if TYPE_CHECKING:
    from engine.storage.runs.summary import RunSummary
    from gui.workbench import Workbench

MOST_RUNS = 8  # in the menu


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

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The kept runs, the newest first: each has finished an epoch."""
        return tuple(run for run in self._workbench.catalogue.summaries if run.step > 0)

    def menu(self) -> QMenu:
        """Make the menu of what there is now."""
        from gui.bench.run_picker import run_entry

        menu = QMenu(self._page)
        runs = self.runs
        for run in runs[:MOST_RUNS]:
            action = name_action(menu.addAction(""), run_entry(run))
            action.triggered.connect(partial(self._on_run_chosen, run, "best"))
        if runs:
            menu.addSeparator()
            menu.addAction(self.tr("Choose a run …")).triggered.connect(self._ask_run)
        menu.addAction(self.tr("Choose a file …")).triggered.connect(self._ask_file)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self, field: QWidget) -> None:
        """Open the menu under a field."""
        menu = self.menu()
        menu.popup(field.mapToGlobal(field.rect().bottomLeft()))

    def _on_run_chosen(self, run: RunSummary, which: str, *_checked: bool) -> None:
        """Take the best weights of a run, else its last."""
        catalogue = self._workbench.catalogue
        path = catalogue.model_path(run.id, which)
        self.chosen.emit(path if path.exists() else catalogue.model_path(run.id))

    @Slot()
    def _ask_run(self) -> None:
        from gui.bench.run_picker import RunPicker

        picker = RunPicker(
            self.runs, lambda: self.tr("Choose a teacher"), lambda: self.tr("Choose"), self._page.window()
        )
        picker.run_chosen.connect(self._on_run_chosen)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    @Slot()
    def _ask_file(self) -> None:
        recent = self._workbench.preferences.recent_files
        folder = str(recent[0].parent if recent else Path.home())
        pattern = self.tr("NetSketch models (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Choose a teacher"), folder, pattern)
        if name:
            self.chosen.emit(Path(name))
