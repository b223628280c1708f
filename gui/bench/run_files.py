"""Runs go out as zip files and come in from them: dialogs, the work in the background, and what is told afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.tasks.working import Working
from gui.widgets.notice_bar import Notice
from gui.widgets.saving.file_name import file_name, is_there
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.look.spoken import Words
    from gui.tasks.task import Job

ENDING = ".zip"


class RunFiles(Working):
    """Brings runs out and in, one errand at a time.

    Args:
        folder: Of the library.
        parent: Whom it belongs to.

    Signals:
        imported: Runs came in (their ids, tuple).
        failed: Something could not be read or written (NetSketchError, traceback or nothing).
        notice_raised: Something worth a notice was done (Notice).
    """

    imported = Signal(object)
    failed = Signal(object, str)
    notice_raised = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__("run-files", parent)
        self._library = folder
        self._folder = str(Path.home())
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)

    def choose_export(self, runs: dict[str, str], window: QWidget) -> None:
        """Ask where to write runs, one to a file of a name of its own, several into a folder.

        Args:
            runs: Id to name.
            window: Above which to ask.
        """
        if len(runs) == 1:
            ((identity, title),) = runs.items()
            start = str(Path(self._folder) / f"{file_name(title)}{ENDING}")
            pattern = self.tr("Run (*.zip)")
            name, _ = QFileDialog.getSaveFileName(window, self.tr("Export the run"), start, pattern)
            if name:
                path = Path(name)
                self._folder = str(path.parent)
                self.export(
                    {identity: path if path.suffix or not path.name else path.with_suffix(ENDING)}, window
                )
        elif runs:
            title = self.tr("Export the runs into a folder")
            name = QFileDialog.getExistingDirectory(window, title, self._folder)
            if name:
                self._folder = name
                self.export(_targets(runs, Path(name)), window)

    def choose_import(self, window: QWidget) -> None:
        """Ask for files of runs and take them in."""
        pattern = self.tr("Runs (*.zip);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(window, self.tr("Import runs"), self._folder, pattern)
        if names:
            self._folder = str(Path(names[0]).parent)
            self.take_in([Path(name) for name in names], window)

    def export(self, targets: dict[str, Path], window: QWidget) -> None:
        """Write runs, id to file."""
        work = partial(_export, self._library, targets)
        self._start(work, lambda: self.tr("Exporting …"), window, self._on_exported)

    def take_in(self, paths: Sequence[Path], window: QWidget) -> None:
        """Bring runs in from files."""
        work = partial(_take_in, self._library, tuple(paths))
        self._start(work, lambda: self.tr("Importing …"), window)

    def _start(
        self,
        work: Callable[[Job], Any],
        text: Words,
        window: QWidget,
        then: Callable[[Any], object] = lambda _nothing: None,
    ) -> None:
        if self.busy:  # the dialog of the one under way is in front
            return
        title, cancel = (lambda: self.tr("Runs")), (lambda: self.tr("Cancel"))
        dialog = WaitingDialog("runFilesProgress", title, text, cancel, window)
        dialog.wait_for(self._task)
        self._task.ask(work, then)

    def _on_exported(self, paths: tuple[Path, ...]) -> None:
        def text() -> str:
            if len(paths) == 1:
                return self.tr("The run is exported to “{name}”.").format(name=paths[0].name)
            return self.tr("{count} runs are exported.").format(count=QLocale().toString(len(paths)))

        self.notice_raised.emit(Notice("success", text, str(paths[0].parent)))

    @Slot(object)
    def _on_task_reported(self, ids: tuple[str, ...]) -> None:
        """Tell of runs that came in; where one failed, of those before it."""

        def text() -> str:
            several = self.tr("{count} runs came in.").format(count=QLocale().toString(len(ids)))
            return self.tr("A run came in.") if len(ids) == 1 else several

        self.notice_raised.emit(Notice("success", text))
        self.imported.emit(ids)


def _export(folder: Path, targets: dict[str, Path], job: Job) -> tuple[Path, ...]:
    """Write runs to zip files, id to file."""
    from engine.storage.runs.archive import export_run
    from engine.storage.runs.library import RunLibrary

    library = RunLibrary(folder)  # of this thread alone
    for number, (name, path) in enumerate(targets.items()):
        progress = _part_of(job, number, len(targets))
        export_run(library.open(name), path, progress=progress, cancelled=job.cancelled)
    return tuple(targets.values())


def _take_in(folder: Path, paths: tuple[Path, ...], job: Job) -> None:
    """Take runs in from zip files; what came in before one fails stays."""
    from engine.storage.runs.archive import import_run
    from engine.storage.runs.library import RunLibrary

    library, ids = RunLibrary(folder), []
    try:
        for number, path in enumerate(paths):
            progress = _part_of(job, number, len(paths))
            ids.append(import_run(path, library, progress=progress, cancelled=job.cancelled))
    finally:
        if ids:
            job.report(tuple(ids))


def _part_of(job: Job, number: int, count: int) -> Callable[[str, float], None]:
    return lambda text, share: job.progress(text, (number + share) / count)


def _targets(runs: dict[str, str], folder: Path) -> dict[str, Path]:
    """Return a file for each run; where a name is used up, the run's id tells them apart."""
    targets: dict[str, Path] = {}
    for identity, title in runs.items():
        path = folder / f"{file_name(title)}{ENDING}"
        if path in targets.values() or is_there(path):
            path = folder / f"{file_name(title)} ({identity}){ENDING}"
        targets[identity] = path
    return targets
