"""One job at a time beside the window, of those that wait only the newest; it tells how far it is and can be ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.worker import BackgroundThread, JobCancelled, JobFailed, Post, Progress

if TYPE_CHECKING:
    from engine.errors import NetSketchError

LOOK_MS = 60  # milliseconds from one look into the mailbox to the next

CancellableJob = Callable[[Post, Callable[[], bool]], None]


class NewestJob(QObject):
    """A thread for views that would rather show the newest than everything.

    Args:
        name: Of the thread.
        parent: Whom it belongs to.

    Signals:
        reported: A job has found something (object).
        progressed: How far the job is (Progress).
        ended: The job has ended, as it should or not, and none waits.
        failed: A job has failed (NetSketchError, traceback or empty string).
    """

    reported = Signal(object)
    progressed = Signal(object)
    ended = Signal()
    failed = Signal(object, str)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: CancellableJob | None = None
        self._cancel = threading.Event()
        self._is_ended = False
        self._thread = BackgroundThread(name, self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._thread.finished.connect(self._on_thread_finished)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        return self._thread.busy or self._waiting is not None

    def ask(self, job: CancellableJob) -> None:
        """Do a job, after the one under way; another that waits is forgotten.

        Args:
            job: Given where to report, and a function that says whether it is to give up.
        """
        if self._is_ended:
            return
        self._waiting = job
        self._next()

    def cancel(self) -> None:
        """End the job under way, and forget the one that waits."""
        self._waiting = None
        self._cancel.set()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        self.cancel()
        self._look.stop()
        self._thread.shutdown()

    def _next(self) -> None:
        if self._waiting is None or self._thread.busy or self._is_ended:
            return
        job, self._waiting = self._waiting, None
        cancel = self._cancel = threading.Event()
        self._thread.start(lambda post: job(post, cancel.is_set))
        self._look.start()

    @Slot()
    def _on_look_timeout(self) -> None:
        for message in self._thread.messages():
            if isinstance(message, Progress):
                self.progressed.emit(message)
            elif isinstance(message, JobFailed):
                self.failed.emit(message.error, message.details)
            elif not isinstance(message, JobCancelled) and not self._cancel.is_set():
                self.reported.emit(message)

    @Slot()
    def _on_thread_finished(self) -> None:
        self._on_look_timeout()
        self._look.stop()
        self._next()
        if not self.busy:
            self.ended.emit()
