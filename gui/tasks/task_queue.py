"""Jobs one after the other on a thread of their own, in the order in which they were asked for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import NetSketchError
from gui.tasks.worker import BackgroundThread

if TYPE_CHECKING:
    from gui.tasks.worker import Job


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    job: Job
    kind: str
    must_be_done: bool


class TaskQueue(QObject):
    """Runs jobs in turn and hands on what they report.

    Args:
        name: Of the thread.
        parent: Whom it belongs to.

    Signals:
        reported: A job has reported something; told when the job is done (object).
        failed: A job that was done at the end of all has failed (NetSketchError).
    """

    reported = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[_Task] = deque()
        self._is_ended = False
        self._thread = BackgroundThread(name, self)
        self._thread.finished.connect(self._on_thread_finished)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        return self._thread.busy or bool(self._waiting)

    def ask(self, job: Job, kind: str = "", *, must_be_done: bool = False) -> None:
        """Put a job at the end of the queue.

        Args:
            job: What to do.
            kind: Of jobs of one kind only one waits; each counts where it is empty.
            must_be_done: Whether ``shutdown`` does it where its turn has not come.
        """
        if self._is_ended:
            return
        if not kind or all(task.kind != kind for task in self._waiting):
            self._waiting.append(_Task(job, kind, must_be_done))
        self._next()

    def shutdown(self) -> None:
        """End the thread, then do what must be done; what else waits is forgotten."""
        self._is_ended = True
        self._thread.shutdown()
        waiting = [task for task in self._waiting if task.must_be_done]
        self._waiting.clear()
        for task in waiting:
            try:
                task.job(lambda _message: None)
            except NetSketchError as error:
                self.failed.emit(error)

    def _next(self) -> None:
        if self._waiting and not self._thread.busy and not self._is_ended:
            self._thread.start(self._waiting.popleft().job)

    @Slot()
    def _on_thread_finished(self) -> None:
        for message in self._thread.messages():
            self.reported.emit(message)
        self._next()
