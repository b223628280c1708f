"""One job at a time beside the window, of those that wait only the newest; it tells how far it is and can be ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed, Post, Progress

LOOK_MS = 60  # milliseconds from one look into the mailbox to the next
WORK_SHARE = 0.04  # of the time may go into jobs that are done calmly
LEAST_PAUSE = 0.2  # seconds between two of them

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
        self._is_calm = False
        self._began = self._due = 0.0
        self._cancel = threading.Event()
        self._is_ended = False
        self._thread = BackgroundThread(name, self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._thread.finished.connect(self._on_thread_finished)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        return self._thread.busy or self._waiting is not None

    @property
    def under_way(self) -> bool:
        """Whether a job is being done."""
        return self._thread.busy

    def ask(self, job: CancellableJob, *, calm: bool = False) -> None:
        """Do a job, after the one under way; another that waits is forgotten.

        Args:
            job: Given where to report, and a function that says whether it is to give up.
            calm: Whether to leave nearly all of the time to others, as while a network learns.
        """
        if self._is_ended:
            return
        self._waiting, self._is_calm = job, calm
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
        self._pause.stop()
        self._thread.shutdown()

    def _next(self) -> None:
        if self._waiting is None or self._thread.busy or self._is_ended:
            return
        wait = self._due - time.perf_counter()
        if self._is_calm and wait > 0:
            self._pause.start(round(1000 * wait) + 1)
            return
        job, self._waiting = self._waiting, None
        self._began = time.perf_counter()
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
    def _on_pause_timeout(self) -> None:
        self._next()

    @Slot()
    def _on_thread_finished(self) -> None:
        now = time.perf_counter()
        self._due = now + max(LEAST_PAUSE, (now - self._began) / WORK_SHARE)
        self._look.stop()
        self._on_look_timeout()
        self._next()
        if not self.busy:
            self.ended.emit()
