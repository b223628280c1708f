"""Images of one's own come in and go out: dialogs, the work in the background, and what is told afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from engine.config import DataConfig
from engine.data import datasets, my_digits
from engine.data.text.limits import ENDING, is_text
from gui.look.spoken import said
from gui.look.words import labelled, translate_engine
from gui.tasks.working import Working
from gui.widgets import text_dialog, waiting_dialog
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.import_set import ImportReport
    from engine.data.importing.item import Rejected
    from engine.words import Phrase
    from gui.look.spoken import Words
    from gui.stations.data.import_job import TakenIn
    from gui.stations.data.looking import Looked
    from gui.stations.data.table_looking import LookedTable
    from gui.stations.data.text_preview import LookedText
    from gui.tasks.task import Job
    from gui.workbench import Workbench


class ImportExport(Working):
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
        super().__init__("importing", window)
        self._workbench = workbench
        self._window = window
        self._folder = str(Path.home())
        self._task.failed.connect(self.failed)

    # My Digits

    @Slot()
    def browse(self) -> None:
        """Show My Digits at the Data station."""
        self._workbench.editor.edit("data.dataset", my_digits.NAME)
        self.station_wanted.emit("data")

    @Slot()
    def choose_folder_for_digits(self) -> None:
        """Ask for a folder of images and add them to My Digits."""
        self._ask_folder(self.tr("Add images to My Digits"), self.preview_digits)

    @Slot()
    def choose_file_for_digits(self) -> None:
        """Ask for a file of images and add them to My Digits."""
        from engine.data.importing.registry import file_patterns

        pattern = self.tr("Images with labels ({patterns});;All files (*)").format(patterns=file_patterns())
        self._ask_file(self.tr("Add images to My Digits"), pattern, self.preview_digits)

    def preview_digits(self, path: Path) -> None:
        """Show labelled images before they are added to My Digits."""
        self._preview(path, for_set=False)

    def take_in(self, path: Path) -> None:
        """Add labelled images to My Digits as they are found."""
        from gui.stations.data.import_job import take_in

        self._start(
            partial(take_in, path), self._on_taken_in, lambda: self.tr("Adding images to My Digits …")
        )

    @Slot()
    def choose_export(self) -> None:
        """Ask where and in which form to write My Digits."""
        from engine.data.exporting.registry import FORMATS

        forms = {f"{translate_engine(form.title)} (*{form.ending})": form for form in FORMATS}
        start = str(Path(self._folder) / my_digits.NAME)
        name, pattern = QFileDialog.getSaveFileName(
            self._window, self.tr("Export My Digits"), start, ";;".join(forms)
        )
        if name:
            form = forms.get(pattern, FORMATS[0])
            self._folder = str(Path(name).parent)
            self.export(Path(name), form.name)

    def export(self, path: Path, form: str) -> None:
        """Write My Digits to files, in the form of this name."""
        from gui.stations.data.import_job import write

        store = self._workbench.my_digits.store
        self._start(
            partial(write, store, path, form), self._on_exported, lambda: self.tr("Writing My Digits …")
        )

    # Data sets

    @Slot()
    def choose_folder_for_set(self) -> None:
        """Ask for a folder of images and make a data set of it."""
        self._ask_folder(self.tr("Make a data set of a folder of images"), self.preview_set)

    @Slot()
    def choose_file_for_set(self) -> None:
        """Ask for a file of images, a table or a text and make a data set of it."""
        from engine.data.importing.registry import file_patterns

        patterns = f"{file_patterns()} *{ENDING}"
        pattern = self.tr("Images with labels, tables and texts ({patterns});;All files (*)").format(
            patterns=patterns
        )
        self._ask_file(
            self.tr("Make a data set of a file of images, a table or a text"), pattern, self.preview_set
        )

    def preview_set(self, path: Path) -> None:
        """Show what a folder or file would be as a data set, and make it where the person agrees."""
        self._preview(path, for_set=True)

    def make_set(self, path: Path) -> None:
        """Make a data set of a folder or file as it is found, and go to it."""
        from gui.stations.data.import_job import make_set

        self._start(
            partial(make_set, path),
            self._on_set_made,
            lambda: self.tr("Making a data set of “{name}” …").format(name=path.name),
        )

    def ask_to_remove(self, name: str) -> None:
        """Ask whether an imported data set shall be deleted, and delete it."""
        from gui.widgets.message_box import MessageBox

        info = datasets.info_of(name)
        title = info.title if info else name
        buttons = MessageBox.StandardButton
        box = MessageBox(
            self._window,
            MessageBox.Icon.Question,
            lambda: self.tr("Remove Data Set"),
            lambda: self.tr("Remove the data set “{title}”?").format(title=title),
            lambda: self.tr("The files that it was made of stay where they are."),
        )
        box.setObjectName("removeSetDialog")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        said(box.button(buttons.Yes).setText, lambda: self.tr("Remove"))
        box.setDefaultButton(buttons.Cancel)
        box.finished.connect(lambda result: self.remove(name) if result == buttons.Yes else None)
        box.open()

    def remove(self, name: str) -> None:
        """Delete an imported data set; where it is in use, the generated digits take its place."""
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

    def _ask_file(self, title: str, pattern: str, then: Callable[[Path], None]) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder, pattern)
        self._go_on(name, then)

    def _go_on(self, name: str, then: Callable[[Path], None]) -> None:
        if name:
            self._folder = str(Path(name).parent)
            then(Path(name))

    def _start(self, work: Callable[[Job], Any], then: Callable[[Any], object], title: Words) -> None:
        if self.busy:  # the dialog of the one under way is in front
            return
        dialog = waiting_dialog.WaitingDialog(
            "ownDataProgress",
            lambda: self.tr("My data"),
            title,
            lambda: self.tr("Cancel"),
            self._window,
        )
        dialog.wait_for(self._task, with_words=False)
        self._task.ask(work, then)

    def _preview(self, path: Path, *, for_set: bool) -> None:
        if self.busy or self._window.findChild(QDialog, "importPreview") is not None:  # it is in front
            return
        from gui.stations.data.import_preview import ImportPreview
        from gui.stations.data.preview_dialog import bring_in_words

        title = partial(bring_in_words, path.name)
        if for_set and _is_of_features(path):
            from gui.stations.data.table_preview import TablePreview

            table = TablePreview(path, self._window)
            table.agreed.connect(partial(self._on_table_agreed, title))
            table.open()
            return
        if for_set and is_text(path):
            from gui.stations.data.text_preview import TextPreview

            text = TextPreview(path, self._window)
            text.agreed.connect(partial(self._on_text_agreed, title))
            text.open()
            return
        dialog = ImportPreview(path, for_set, self._window)
        dialog.agreed.connect(partial(self._on_agreed, title))
        dialog.open()

    def shutdown(self) -> None:
        """Stop what is under way and put the preview away; nothing starts after this."""
        preview = self._window.findChild(QDialog, "importPreview")
        if preview is not None:
            preview.reject()
        super().shutdown()

    def _on_agreed(self, title: Words, looked: Looked) -> None:
        from gui.stations.data.import_job import add, keep_images

        if looked.gathered is not None:
            self._start(partial(keep_images, looked.gathered), self._on_set_looked_at, title)
        else:
            self._start(partial(add, looked), self._on_taken_in, title)

    def _on_table_agreed(self, title: Words, looked: LookedTable) -> None:
        from gui.stations.data.import_job import keep_table_of

        self._start(partial(keep_table_of, looked), self._on_set_looked_at, title)

    def _on_text_agreed(self, title: Words, looked: LookedText) -> None:
        from gui.stations.data.import_job import keep_text_of

        self._start(partial(keep_text_of, looked), self._on_set_looked_at, title)

    def _on_set_looked_at(self, report: ImportReport) -> None:
        """Go to a set of which all was told before."""
        self._on_set_made(replace(report, rejected=(), notes=()))

    def _on_exported(self, paths: tuple[Path, ...]) -> None:
        self.notice_raised.emit(
            Notice(
                "success",
                lambda: self.tr("My Digits are exported to “{name}”.").format(name=paths[0].name),
                str(paths[0].parent),
            )
        )

    def _on_set_made(self, report: ImportReport) -> None:
        self.sets_changed.emit()
        self._workbench.editor.edit("data.dataset", report.name)
        self.station_wanted.emit("data")
        self._tell(
            partial(self._made_words, report),
            report.rejected,
            report.notes,
            lambda: datasets.is_available(report.name),
        )

    def _made_words(self, report: ImportReport) -> str:
        if report.is_text:
            words = self.tr("“{title}” is a data set now: a text of {count} characters.")
            return words.format(title=report.title, count=_number(report.count))
        words = (
            self.tr("“{title}” is a data set now: {count} rows of {features} features, {classes} classes.")
            if report.features
            else self.tr("“{title}” is a data set now: {count} images of {classes} classes.")
        )
        return words.format(
            title=report.title,
            count=_number(report.count),
            classes=len(report.classes),
            features=_number(len(report.features)),
        )

    def _on_taken_in(self, taken: TakenIn) -> None:
        ids, rejected = taken
        self.browse()
        added = self._workbench.my_digits.take_added(ids)  # after it, so that it is undone first
        self._tell(
            lambda: self.tr("{count} images are in My Digits now.").format(count=_number(len(ids))),
            rejected,
            (),
            lambda: added.is_done,
        )

    def _tell(
        self,
        text: Words,
        rejected: tuple[Rejected, ...],
        notes: tuple[Phrase, ...],
        stands: Callable[[], bool],
    ) -> None:
        if not (rejected or notes):
            self.notice_raised.emit(Notice("success", text, stands=stands))
            return

        def more() -> str:
            if not rejected:
                return translate_engine(notes[0])
            return self.tr("{count} could not be used.").format(count=_number(len(rejected)))

        def details() -> str:
            lines = [labelled(translate_engine(item.name), translate_engine(item.why)) for item in rejected]
            return "\n".join([*map(translate_engine, notes), *lines])

        if len(notes) == 1 and not rejected:
            self.notice_raised.emit(Notice("warning", text, more, stands=stands))
            return
        notice = Notice(
            "warning",
            text,
            more,
            lambda: self.tr("Show Which") if rejected else self.tr("Show More"),
            lambda: text_dialog.details(self._window, more, details).open(),
            stands=stands,
        )
        self.notice_raised.emit(notice)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _is_of_features(path: Path) -> bool:
    """Say whether a file is a table of features; what cannot be read is told by the preview of images."""
    from engine.data.tables.reading import holds_features, is_table
    from engine.errors import NetSketchError

    try:
        return is_table(path) and holds_features(path)
    except NetSketchError:
        return False
