"""Runs go out as zip files and come in from them: dialogs, the work in the background, and what is told afterwards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.bench.run_jobs import ExportedRuns, ImportedRuns, export_job, import_job
from gui.look.words import translate_engine
from gui.tasks.worker import BackgroundThread, JobFailed, Progress
from gui.widgets.notice_bar import Notice
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.tasks.worker import Job

DRAIN_MS = 40
ENDING = ".zip"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what some file system does not take in a name


class RunFiles(QObject):
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
        super().__init__(parent)
        self._library = folder
        self._folder = str(Path.home())
        self._is_cancelled = False
        self._progress: WaitingDialog | None = None
        self._thread = BackgroundThread("run-files", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def busy(self) -> bool:
        """Whether runs are being written or brought in."""
        return self._thread.busy

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
                self.export({identity: path if path.suffix else path.with_suffix(ENDING)}, window)
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
        self._start(export_job(self._library, targets, self._cancelled), self.tr("Exporting …"), window)

    def take_in(self, paths: Sequence[Path], window: QWidget) -> None:
        """Bring runs in from files."""
        self._start(import_job(self._library, tuple(paths), self._cancelled), self.tr("Importing …"), window)

    def shutdown(self) -> None:
        """Stop what is under way; nothing starts after this."""
        self._is_cancelled = True
        self._timer.stop()
        self._close_progress()
        self._thread.shutdown()

    def _cancelled(self) -> bool:
        return self._is_cancelled

    def _start(self, job: Job, text: str, window: QWidget) -> None:
        if self.busy:  # the dialog of the one under way is in front
            return
        self._is_cancelled = False
        self._progress = WaitingDialog("runFilesProgress", self.tr("Runs"), text, self.tr("Cancel"), window)
        self._progress.canceled.connect(self._on_progress_canceled)
        self._thread.start(job)
        self._timer.start()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.dismiss()
            self._progress = None

    @Slot()
    def _on_progress_canceled(self) -> None:
        self._is_cancelled = True

    @Slot()
    def _on_thread_finished(self) -> None:
        self._timer.stop()
        self._close_progress()
        self._drain()

    @Slot()
    def _drain(self) -> None:
        for message in self._thread.messages():
            if isinstance(message, Progress):
                if self._progress is not None:
                    self._progress.show_progress(message.share, translate_engine(message.text))
            elif isinstance(message, JobFailed):
                self.failed.emit(message.error, message.details)
            elif isinstance(message, ExportedRuns):
                self.notice_raised.emit(
                    Notice("success", self._exported(message.paths), str(message.paths[0].parent))
                )
            elif isinstance(message, ImportedRuns):
                count = len(message.ids)
                one, several = self.tr("A run came in."), self.tr("{count} runs came in.")
                self.notice_raised.emit(Notice("success", one if count == 1 else several.format(count=count)))
                self.imported.emit(message.ids)

    def _exported(self, paths: tuple[Path, ...]) -> str:
        if len(paths) == 1:
            return self.tr("The run is exported to “{name}”.").format(name=paths[0].name)
        return self.tr("{count} runs are exported.").format(count=len(paths))


def file_name(title: str) -> str:
    """Return a name for a file that every system takes, from what a person calls a run."""
    return _UNFIT.sub("-", title).strip(" .-")[:80] or "run"


def _targets(runs: dict[str, str], folder: Path) -> dict[str, Path]:
    """Return a file for each run; where a name is used up, the run's id tells them apart."""
    targets: dict[str, Path] = {}
    for identity, title in runs.items():
        path = folder / f"{file_name(title)}{ENDING}"
        if path in targets.values() or path.exists():
            path = folder / f"{file_name(title)} ({identity}){ENDING}"
        targets[identity] = path
    return targets
