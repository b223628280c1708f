"""What the window says of runs by itself: one that can be gone on with, a disk that is full, a branch that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from engine.errors import NetSketchError
from engine.storage.runs.summary import RunStatus
from gui.look.words import error_words, joined, translate_engine
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.storage.runs.summary import RunSummary
    from engine.words import Phrase
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
        workbench.current_run.write_error_changed.connect(self._on_current_run_write_error_changed)
        workbench.current_run.branch_changed.connect(self._on_current_run_branch_changed)
        workbench.warned.connect(self._on_workbench_warned)

    def offer(self, run_id: str, name: str, epoch: int, epochs: int, *, killed: bool) -> None:
        """Offer to go on with a run of an earlier day.

        Args:
            run_id: Its id.
            name: What the person calls it.
            epoch: Epochs it has finished.
            epochs: Epochs it was to have.
            killed: Whether its program ended in the middle of it, rather than being closed.
        """
        text = (
            self.tr("The run “{name}” was interrupted.")
            if killed
            else self.tr("The run “{name}” is not finished.")
        )
        more = self.tr("It has done {epoch} of {epochs} epochs.").format(epoch=epoch, epochs=epochs)
        action = self.tr("Resume"), lambda: self.resume_wanted.emit(run_id)
        self._offer(run_id, text.format(name=name), more, *action)

    def offer_finished(self, run: RunSummary) -> None:
        """Offer to bring back the model and the curves of a run of an earlier day that has ended."""
        if run.status is RunStatus.DONE:
            text = self.tr("The run “{name}” is finished.").format(name=run.name)
        else:
            text = self.tr("The run “{name}” was stopped.").format(name=run.name)
        more = self.tr("Its model and its curves are one click away.")
        action = self.tr("Open It"), lambda: self.open_wanted.emit(run.id)
        self._offer(run.id, text, more, *action)

    def _offer(self, run_id: str, text: str, more: str, action: str, do: Callable[[], None]) -> None:
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
                text = self.tr("The run is written to the disk again.")
                self.notice_raised.emit(Notice("success", text, stands=lambda: bench.running))
            return
        text = (
            self.tr("The run is over, and not on the disk as a whole. Save the model where there is room.")
            if bench.current_run.writing_ended
            else self.tr("The run goes on, but it is not being written to the disk.")
        )
        more = joined(error_words(error))
        self.notice_raised.emit(
            Notice("warning", text, more, stands=lambda: bench.current_run.write_error is error)
        )

    @Slot()
    def _on_current_run_branch_changed(self) -> None:
        current_run = self._workbench.current_run
        branch = current_run.branch
        if branch is None:
            return
        text = self.tr("The next run begins with the weights of step {step}.").format(
            step=QLocale().toString(branch.step)
        )
        more = self.tr("Change the settings as you like, the network excepted, then press Train.")
        self.notice_raised.emit(
            Notice(
                *("info", text, more, self.tr("Forget it"), lambda: current_run.set_branch(None)),
                stands=lambda: current_run.branch is branch,
            )
        )

    @Slot(object)
    def _on_workbench_warned(self, sentence: Phrase) -> None:
        bench, history = self._workbench, self._workbench.history
        self.notice_raised.emit(
            Notice("warning", translate_engine(sentence), stands=lambda: bench.history is history)
        )
