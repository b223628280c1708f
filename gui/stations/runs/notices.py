"""What the window says of runs by itself: one that can be gone on with, a disk that is full, a branch that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import NetSketchError
from gui.look.words import error_words, translate_engine
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from engine.words import Phrase
    from gui.workbench import Workbench


class RunNotices(QObject):
    """Puts notices on runs above the page.

    Args:
        workbench: Whose runs.
        parent: Whom it belongs to.

    Signals:
        notice_raised: Something is to be told (Notice), or nothing any more (None).
        resume_wanted: The person wants to go on with a run (its id).
    """

    notice_raised = Signal(object)
    resume_wanted = Signal(str)

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
        self.notice_raised.emit(
            Notice(
                "info",
                text.format(name=name),
                more,
                self.tr("Resume"),
                lambda: self.resume_wanted.emit(run_id),
            )
        )

    @Slot(object)
    def _on_current_run_write_error_changed(self, error: NetSketchError | None) -> None:
        if error is None:
            if self._workbench.running:
                self.notice_raised.emit(Notice("success", self.tr("The run is written to the disk again.")))
            return
        what, *rest = error_words(error)
        text = (
            self.tr("The run is over, and not on the disk as a whole. Save the model where there is room.")
            if self._workbench.current_run.writing_ended
            else self.tr("The run goes on, but it is not being written to the disk.")
        )
        self.notice_raised.emit(Notice("warning", text, " ".join(part for part in (what, *rest) if part)))

    @Slot()
    def _on_current_run_branch_changed(self) -> None:
        branch = self._workbench.current_run.branch
        if branch is None:
            self.notice_raised.emit(None)
            return
        text = self.tr("The next run begins with the weights of step {step}.").format(step=branch.step)
        more = self.tr("Change the settings as you like, the network excepted, then press Train.")
        self.notice_raised.emit(
            Notice(
                "info", text, more, self.tr("Forget it"), lambda: self._workbench.current_run.set_branch(None)
            )
        )

    @Slot(object)
    def _on_workbench_warned(self, sentence: Phrase) -> None:
        self.notice_raised.emit(Notice("warning", translate_engine(sentence)))
