"""What the window says of runs by itself: one that can be gone on with, a disk that is full, a branch that waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from engine.errors import NetSketchError
from engine.storage.runs.status import RunStatus
from engine.training.events import ThreadsChanged
from engine.training.outcome import threads_sentence
from gui.look.words import error_words, joined, translate_engine
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.storage.runs.summary import RunSummary
    from engine.words import Phrase
    from gui.look.spoken import Words
    from gui.workbench import Workbench


class RunNotices(QObject):
    """Puts notices on runs above the page.

    Args:
        workbench: Whose runs.
        parent: Whom it belongs to.

    Signals:
        notice_raised: Something is to be told (Notice).
        resume_wanted: The person wants to go on with a run (its id).
        open_wanted: The person wants a finished run back (its id).
    """

    notice_raised = Signal(object)
    resume_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._has_told_threads = False
        workbench.current_run.write_error_changed.connect(self._on_current_run_write_error_changed)
        workbench.current_run.branch_changed.connect(self._on_current_run_branch_changed)
        workbench.warned.connect(self._on_workbench_warned)
        workbench.training_event.connect(self._on_workbench_training_event)

    def offer(self, run_id: str, name: str, epoch: int, epochs: int, *, killed: bool) -> None:
        """Offer to go on with a run of an earlier day.

        Args:
            run_id: Its id.
            name: What the person calls it.
            epoch: Epochs it has finished.
            epochs: Epochs it was to have.
            killed: Whether its program ended in the middle of it, rather than being closed.
        """

        def text() -> str:
            interrupted, open_still = (
                self.tr("The run “{name}” was interrupted."),
                self.tr("The run “{name}” is not finished."),
            )
            return (interrupted if killed else open_still).format(name=name)

        def more() -> str:
            return self.tr("It has done {epoch} of {epochs} epochs.").format(epoch=epoch, epochs=epochs)

        self._offer(run_id, text, more, lambda: self.tr("Resume"), lambda: self.resume_wanted.emit(run_id))

    def offer_finished(self, run: RunSummary) -> None:
        """Offer to bring back the model and the curves of a run of an earlier day that has ended."""

        def text() -> str:
            finished, stopped = (
                self.tr("The run “{name}” is finished."),
                self.tr("The run “{name}” was stopped."),
            )
            return (finished if run.status is RunStatus.DONE else stopped).format(name=run.name)

        self._offer(
            run.id,
            text,
            lambda: self.tr("Its model and its curves are one click away."),
            lambda: self.tr("Open It"),
            lambda: self.open_wanted.emit(run.id),
        )

    def _offer(self, run_id: str, text: Words, more: Words, action: Words, do: Callable[[], None]) -> None:
        bench = self._workbench
        model, history = bench.model, bench.history

        def stands() -> bool:
            is_there = bench.catalogue.get(run_id) is not None
            return is_there and not bench.running and bench.model is model and bench.history is history

        def pass_over() -> None:
            bench.preferences.passed_over_run = run_id

        self.notice_raised.emit(Notice("info", text, more, action, do, stands, pass_over, is_patient=True))

    @Slot(object)
    def _on_current_run_write_error_changed(self, error: NetSketchError | None) -> None:
        bench = self._workbench
        if error is None:
            if bench.running:
                self.notice_raised.emit(
                    Notice(
                        "success",
                        lambda: self.tr("The run is written to the disk again."),
                        stands=lambda: bench.running,
                    )
                )
            return
        has_ended = bench.current_run.writing_ended

        def text() -> str:
            if has_ended:
                return self.tr(
                    "The run is over, and not on the disk as a whole. Save the model where there is room."
                )
            return self.tr("The run goes on, but it is not being written to the disk.")

        self.notice_raised.emit(
            Notice(
                "warning",
                text,
                lambda: joined(error_words(error)),
                stands=lambda: bench.current_run.write_error is error,
            )
        )

    @Slot()
    def _on_current_run_branch_changed(self) -> None:
        current_run = self._workbench.current_run
        branch = current_run.branch
        if branch is None:
            return

        def text() -> str:
            words = self.tr("The next run begins with the weights of step {step}.")
            return words.format(step=QLocale().toString(branch.step))

        self.notice_raised.emit(
            Notice(
                "info",
                text,
                lambda: self.tr("Change the settings as you like, the network excepted, then press Train."),
                lambda: self.tr("Forget it"),
                lambda: current_run.set_branch(None),
                stands=lambda: current_run.branch is branch,
            )
        )

    @Slot(object)
    def _on_workbench_warned(self, sentence: Phrase) -> None:
        bench, history = self._workbench, self._workbench.history
        self.notice_raised.emit(
            Notice("warning", partial(translate_engine, sentence), stands=lambda: bench.history is history)
        )

    @Slot(object)
    def _on_workbench_training_event(self, event: object) -> None:
        """Tell of fewer threads once, while the run goes on: its curves and its details keep it."""
        if not isinstance(event, ThreadsChanged) or self._has_told_threads:
            return
        self._has_told_threads = True
        bench, history = self._workbench, self._workbench.history
        self.notice_raised.emit(
            Notice(
                "warning",
                partial(translate_engine, threads_sentence(event)),
                stands=lambda: bench.running and bench.history is history,
            )
        )
