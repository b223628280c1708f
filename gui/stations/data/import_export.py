"""Images of one's own come in and go out: dialogs, the work in the background, and what is told afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.config import DataConfig
from engine.data import datasets
from engine.data.my_digits import NAME as MY_DIGITS
from gui.look.words import translate_engine
from gui.stations.data.import_jobs import Exported, SetMade, TakenIn, export_job, make_set_job, take_in_job
from gui.tasks.worker import BackgroundThread, JobFailed, Progress
from gui.widgets import text_dialog
from gui.widgets.notice_bar import Notice
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.exporting import ExportKind
    from engine.data.importing.item import Rejected
    from gui.tasks.worker import Job
    from gui.workbench import Workbench

DRAIN_MS = 40


@dataclass(slots=True)
class _Cancel:
    """Asked by the job whether to stop."""

    wanted: bool = False

    def __call__(self) -> bool:
        return self.wanted


class ImportExport(QObject):
    """What a window does with images of one's own.

    Args:
        workbench: Whose data sets and drawings they become.
        window: Above which dialogs open.

    Signals:
        failed: Something could not be read or written (NetSketchError, traceback or empty string).
        notice_raised: Something worth a notice was done (Notice).
        sets_changed: There are other data sets than before.
        station_wanted: A station is to be shown (its name).
    """

    failed = Signal(object, str)
    notice_raised = Signal(object)
    sets_changed = Signal()
    station_wanted = Signal(str)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._folder = str(Path.home())
        self._cancel = _Cancel()
        self._progress: WaitingDialog | None = None
        self._thread = BackgroundThread("importing", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def busy(self) -> bool:
        """Whether something is being brought in or written."""
        return self._thread.busy

    def shutdown(self) -> None:
        """Stop what is under way; nothing starts after this."""
        self._cancel.wanted = True
        self._timer.stop()
        self._close_progress()
        self._thread.shutdown()

    # My Digits

    @Slot()
    def browse(self) -> None:
        """Show My Digits at the Data station."""
        self._workbench.editor.edit("data.dataset", MY_DIGITS)
        self.station_wanted.emit("data")

    @Slot()
    def choose_folder_for_digits(self) -> None:
        """Ask for a folder of images and add them to My Digits."""
        self._ask_folder(self.tr("Add images to My Digits"), self.take_in)

    @Slot()
    def choose_file_for_digits(self) -> None:
        """Ask for a file of images and add them to My Digits."""
        self._ask_file(self.tr("Add images to My Digits"), self.take_in)

    def take_in(self, path: Path) -> None:
        """Add labelled images to My Digits."""
        self._start(take_in_job(path, self._fresh_cancel()), self.tr("Adding images to My Digits …"))

    @Slot()
    def choose_export(self) -> None:
        """Ask where and in which form to write My Digits."""
        from engine.data.exporting import ExportKind

        kinds = {
            self.tr("NumPy file (*.npz)"): (ExportKind.NPZ, ".npz"),
            self.tr("Table (*.csv)"): (ExportKind.CSV, ".csv"),
            self.tr("Folder of PNG images, one folder a class (*)"): (ExportKind.PNG, ""),
            self.tr("Pair of IDX files, as MNIST (*)"): (ExportKind.IDX, ""),
        }
        start = str(Path(self._folder) / "my-digits")
        name, pattern = QFileDialog.getSaveFileName(
            self._window, self.tr("Export My Digits"), start, ";;".join(kinds)
        )
        if name:
            kind, ending = kinds.get(pattern, (ExportKind.NPZ, ".npz"))
            path = Path(name)
            self._folder = str(path.parent)
            self.export(path if path.suffix or not ending else path.with_name(path.name + ending), kind)

    def export(self, path: Path, kind: ExportKind) -> None:
        """Write My Digits to files."""
        store = self._workbench.my_digits.store
        self._start(export_job(store, path, kind, self._fresh_cancel()), self.tr("Writing My Digits …"))

    # Data sets

    @Slot()
    def choose_folder_for_set(self) -> None:
        """Ask for a folder of images and make a data set of it."""
        self._ask_folder(self.tr("Make a data set of a folder of images"), self.make_set)

    @Slot()
    def choose_file_for_set(self) -> None:
        """Ask for a file of images and make a data set of it."""
        self._ask_file(self.tr("Make a data set of a file of images"), self.make_set)

    def make_set(self, path: Path) -> None:
        """Make a data set of a folder or file and go to it."""
        self._start(
            make_set_job(path, self._fresh_cancel()),
            self.tr("Making a data set of “{name}” …").format(name=path.name),
        )

    def ask_to_remove(self, name: str) -> None:
        """Ask whether a data set of one's own shall be deleted, and delete it."""
        info = datasets.info_of(name)
        title = info.title if info else name
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setObjectName("removeSetDialog")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Remove data set"))
        box.setText(self.tr("Remove the data set “{title}”?").format(title=title))
        box.setInformativeText(self.tr("The files that it was made of stay where they are."))
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.button(buttons.Yes).setText(self.tr("Remove"))
        box.setDefaultButton(buttons.Cancel)
        box.finished.connect(lambda result: self.remove(name) if result == buttons.Yes else None)
        box.open()

    def remove(self, name: str) -> None:
        """Delete a data set of one's own; where it is in use, the generated digits take its place."""
        from engine.data import imported_sets
        from engine.errors import NetSketchError

        try:
            imported_sets.remove_set(name)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        if self._workbench.experiment.data.dataset == name:
            self._workbench.editor.edit("data.dataset", DataConfig().dataset)
        self.sets_changed.emit()

    # The work

    def _ask_folder(self, title: str, then: Callable[[Path], None]) -> None:
        name = QFileDialog.getExistingDirectory(self._window, title, self._folder)
        self._go_on(name, then)

    def _ask_file(self, title: str, then: Callable[[Path], None]) -> None:
        pattern = self.tr("Images with labels (*.npz *.csv *idx*);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder, pattern)
        self._go_on(name, then)

    def _go_on(self, name: str, then: Callable[[Path], None]) -> None:
        if name:
            self._folder = str(Path(name).parent)
            then(Path(name))

    def _fresh_cancel(self) -> _Cancel:
        if not self.busy:
            self._cancel = _Cancel()
        return self._cancel

    def _start(self, job: Job, title: str) -> None:
        if self.busy:  # the dialog of the one under way is in front
            return
        dialog = WaitingDialog("ownDataProgress", self.tr("My data"), title, self.tr("Cancel"), self._window)
        dialog.canceled.connect(self._on_progress_canceled)
        self._progress = dialog
        self._thread.start(job)
        self._timer.start()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.dismiss()
            self._progress = None

    @Slot()
    def _on_progress_canceled(self) -> None:
        self._cancel.wanted = True

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
                    self._progress.show_progress(message.share)
            elif isinstance(message, JobFailed):
                self.failed.emit(message.error, message.details)
            elif isinstance(message, SetMade):
                self._on_set_made(message)
            elif isinstance(message, TakenIn):
                self._on_taken_in(message)
            elif isinstance(message, Exported):
                text = self.tr("My Digits are exported to “{name}”.").format(name=message.paths[0].name)
                self.notice_raised.emit(Notice("success", text, str(message.paths[0].parent)))

    def _on_set_made(self, message: SetMade) -> None:
        report = message.report
        self.sets_changed.emit()
        self._workbench.editor.edit("data.dataset", report.name)
        self.station_wanted.emit("data")
        text = self.tr("“{title}” is a data set now: {count} images of {classes} classes.").format(
            title=report.title, count=_number(report.count), classes=len(report.classes)
        )
        self._tell(text, report.rejected)

    def _on_taken_in(self, message: TakenIn) -> None:
        self.browse()
        self._workbench.my_digits.take_added(message.ids)  # after it, so that it is undone first
        text = self.tr("{count} images are in My Digits now.").format(count=_number(len(message.ids)))
        self._tell(text, message.rejected)

    def _tell(self, text: str, rejected: tuple[Rejected, ...]) -> None:
        if not rejected:
            self.notice_raised.emit(Notice("success", text))
            return
        more = self.tr("{count} could not be used.").format(count=_number(len(rejected)))
        lines = "\n".join(f"{translate_engine(item.name)}: {translate_engine(item.why)}" for item in rejected)
        show = self.tr("Show Which")
        notice = Notice(
            "warning", text, more, show, lambda: text_dialog.details(self._window, more, lines).open()
        )
        self.notice_raised.emit(notice)


def _number(count: int) -> str:
    return QLocale().toString(count)
