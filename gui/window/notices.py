"""What is told above the page of the window: errors, how a run ended, preferences that could not be read."""

from __future__ import annotations

import traceback
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot

from engine.config import list_presets
from engine.errors import RunError, TrainingError
from engine.training.events import FinishReason
from gui.look import language
from gui.look.words import error_words, joined, say_kept, translate_engine
from gui.tasks.repeats import Repeats
from gui.tasks.worker import unexpected
from gui.widgets import text_dialog
from gui.widgets.notice_bar import Notice, NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from engine.config import Experiment
    from engine.errors import NetSketchError
    from engine.training.events import TrainingFinished
    from gui.look.spoken import Words
    from gui.workbench import Workbench


class WindowNotices(QObject):
    """Words for the bar above the page.

    Every one goes with its cause: whatever may take a cause away lets the bar ask whether that is still there.

    Args:
        bar: Where they are shown.
        window: Over which details open.
        workbench: Of what is told.
    """

    def __init__(self, bar: NoticeBar, window: QWidget, workbench: Workbench) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window
        self._workbench = workbench
        self._repeats = Repeats()
        self._connect()

    def _connect(self) -> None:
        bench, review = self._workbench, self._bar.review
        bench.experiment_changed.connect(review)
        bench.editor.experiment_changed.connect(self._on_editor_experiment_changed)
        bench.editor.problems_changed.connect(review)
        bench.state_changed.connect(review)
        bench.data_changed.connect(review)
        bench.run_started.connect(review)
        bench.model_changed.connect(review)
        bench.undo_stack.indexChanged.connect(review)
        bench.catalogue.changed.connect(review)
        bench.current_run.branch_changed.connect(review)
        bench.current_run.write_error_changed.connect(review)

    @Slot(object, str)
    def show_failure(self, error: NetSketchError, details: str = "") -> None:
        """Tell what went wrong on the workbench; it is past once the settings are others or a run begins or ends."""
        bench = self._workbench
        experiment, running = bench.experiment, bench.running
        problems = bench.editor.problems if getattr(error, "problems", ()) == bench.editor.problems else ()

        def stands() -> bool:
            is_unmended = not problems or bench.editor.problems == problems
            return is_unmended and bench.experiment == experiment and bench.running == running

        self._tell_error(error, details, stands)

    @Slot(object, str)
    @Slot(object)
    def show_error(self, error: NetSketchError, details: str = "") -> None:
        """Tell what went wrong, with the details a click away; what a run stood in the way of, until that has ended."""
        bench = self._workbench
        running, is_of_run = bench.running, isinstance(error, TrainingError | RunError)
        self._tell_error(error, details, lambda: not is_of_run or bench.running == running)

    def _tell_error(self, error: NetSketchError, details: str, stands: Callable[[], bool]) -> None:
        if details and not self._repeats.is_new(details):
            return

        def show_details() -> None:
            text_dialog.details(self._window, lambda: joined(error_words(error)), details).open()

        self._bar.set_notice(
            Notice(
                "error",
                lambda: error_words(error)[0],
                lambda: joined(error_words(error)[1:]),
                (lambda: self.tr("Details")) if details else "",
                show_details,
                stands,
            )
        )

    @Slot(object)
    def show_unexpected(self, error: BaseException) -> None:
        """Tell of an error that nobody caught."""
        self.show_error(unexpected(error), "".join(traceback.format_exception(error)))

    @Slot(object)
    def show_sentence(self, sentence: Words) -> None:
        """Tell what did not work, in words that are ready."""
        self._bar.set_notice(Notice("error", sentence))

    @Slot()
    def clear(self) -> None:
        """Tell nothing any more."""
        self._bar.set_notice(None)

    @Slot(object)
    def show_end(self, event: TrainingFinished) -> None:
        """Tell of a run that diverged; of others the curves say enough."""
        if event.reason is FinishReason.DIVERGED:
            bench, history = self._workbench, self._workbench.history
            self._bar.set_notice(
                Notice(
                    "warning",
                    lambda: self.tr(
                        "Training was stopped: it ran out of control, the loss grew without end."
                    ),
                    partial(say_kept, event.message),
                    stands=lambda: bench.history is history and bench.current_model.is_of_run,
                )
            )

    @Slot(object, object)
    def _on_editor_experiment_changed(self, before: Experiment, experiment: Experiment) -> None:
        """Offer the preset of a data set that was chosen: with settings of other data it may learn next to nothing."""
        editor, name = self._workbench.editor, experiment.data.dataset
        if name == before.data.dataset or experiment != before.with_(**{"data.dataset": name}):
            return  # the data set is not what was chosen, or not alone
        sound = (item for item in list_presets() if item.is_sound)
        presets = [item for item in sound if item.experiment.data.dataset == name]
        found = next((item for item in presets if item.name == name), None)
        if found is None and presets and _are_other_kinds(name, before.data.dataset):
            found = presets[0]  # the network may not even take such data
        if found is None:
            return
        preset, title = found.name, found.title

        def stands() -> bool:
            is_preset = preset in (editor.preset_name, editor.changed_from)
            return editor.experiment.data.dataset == name and not is_preset

        def words() -> str:
            form = self.tr("The preset “{title}” suits these data, with its network and its settings.")
            if preset == name:
                form = self.tr("“{title}” has a preset: a network and settings that suit these data.")
            return form.format(title=translate_engine(title))

        if not stands():
            return
        self._bar.set_notice(
            Notice(
                "info",
                words,
                action=lambda: self.tr("Use Preset"),
                on_action=partial(editor.apply_preset, preset),
                stands=stands,
                is_patient=True,
            )
        )

    def show_no_font(self, code: str) -> None:
        """Tell that there is no font for a language: in English, whose signs can be read."""
        text = self.tr(
            "This computer has no font with the signs of {language}, so the window speaks English."
        )
        from gui.look.font_package import font_package

        package = font_package() if language.is_chinese(code) else ""
        if package:
            more = self.tr("Install one, such as the package “{package}”, and start NetSketch again.")
        else:
            more = self.tr("Install one and start NetSketch again.")
        name = QLocale.languageToString(QLocale(code).language())
        self._bar.set_notice(Notice("warning", text.format(language=name), more.format(package=package)))

    def show_set_aside(self, path: Path) -> None:
        """Tell of preferences that could not be read, or not all of them."""
        self._bar.set_notice(
            Notice(
                "warning",
                lambda: self.tr(
                    "Your preferences could not be read, or not all of them; those are as at the first start."
                ),
                lambda: self.tr("The file as it was is kept as “{name}”.").format(name=path.name),
            )
        )


def _are_other_kinds(first: str, second: str) -> bool:
    """Tell whether two data sets that are known are of different kinds of input."""
    from engine.data import datasets  # not before the first paint

    known = [info.kind for info in map(datasets.info_of, (first, second)) if info is not None]
    return len(set(known)) == 2
