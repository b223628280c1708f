"""Runs go out in several forms and come in from zip files: dialogs, work in the background, what is told afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine import file_names
from gui.look.words import translate_engine
from gui.tasks.working import Working
from gui.widgets import waiting_dialog
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.look.spoken import Words
    from gui.tasks.task import Job


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

    def choose_export(self, runs: dict[str, str], window: QWidget, form: str = "zip") -> None:
        """Ask where to write runs: one to a file of a name of its own, several or where it takes one into a folder.

        Args:
            runs: Id to name.
            window: Above which to ask.
            form: The name of the form in which they leave.
        """
        from engine.storage.runs.exporting.registry import run_format_named

        chosen = run_format_named(form)
        if len(runs) == 1 and chosen.ending:
            start = str(Path(self._folder) / f"{file_names.file_name(*runs.values())}{chosen.ending}")
            pattern = f"{translate_engine(chosen.title)} (*{chosen.ending})"
            name, _ = QFileDialog.getSaveFileName(window, self.tr("Export the run"), start, pattern)
            if name:
                path = Path(name)
                self._folder = str(path.parent)
                whole = path if path.suffix or not path.name else path.with_suffix(chosen.ending)
                self.export(tuple(runs), whole, window, form)
        elif runs:
            one, several = self.tr("Export the run into a folder"), self.tr("Export the runs into a folder")
            name = QFileDialog.getExistingDirectory(window, one if len(runs) == 1 else several, self._folder)
            if name:
                self._folder = name
                self.export(tuple(runs), Path(name), window, form)

    def choose_import(self, window: QWidget) -> None:
        """Ask for files of runs and take them in."""
        pattern = self.tr("Runs (*.zip);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(window, self.tr("Import runs"), self._folder, pattern)
        if names:
            self._folder = str(Path(names[0]).parent)
            self.take_in([Path(name) for name in names], window)

    def export(self, ids: tuple[str, ...], path: Path, window: QWidget, form: str = "zip") -> None:
        """Write runs in the form of this name: one into a file; several, or where that is a folder, into a folder."""
        work = partial(_export, self._library, ids, path, form)
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
        dialog = waiting_dialog.WaitingDialog("runFilesProgress", title, text, cancel, window)
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


def _export(folder: Path, ids: tuple[str, ...], path: Path, form: str, job: Job) -> tuple[Path, ...]:
    """Write runs, and return where each is."""
    from engine.storage.runs.exporting.registry import run_format_named
    from engine.storage.runs.library import RunLibrary

    library, chosen = RunLibrary(folder), run_format_named(form)  # the library of this thread alone
    if len(ids) == 1 and chosen.ending:
        chosen.write(library.open(ids[0]), path, progress=job.progress, cancelled=job.cancelled)
        return (path,)
    runs = [(library.get(name), library.open(name)) for name in ids]
    return chosen.write_all(runs, path, progress=job.progress, cancelled=job.cancelled)


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
