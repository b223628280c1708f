"""A thread of its own for one job at a time, and the mailbox through which the job reports."""

from __future__ import annotations

import logging
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from engine.errors import Cancelled, NetSketchError
from engine.records import dataclass
from gui.tasks.put_off import load_what_waits
from gui.tasks.repeats import Repeats, kind_of

log = logging.getLogger(__name__)

_repeats = Repeats()
STACK_BYTES = 16 * 1024 * 1024  # macOS gives threads 512 KB, too little for torch

Post = Callable[[object], None]
Work = Callable[[Post], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        text: What is being done, in the engine's words.
        share: Share done, 0 to 1; NaN where that is unknown.
    """

    text: str
    share: float


@dataclass(frozen=True, slots=True)
class JobCancelled:
    """The job was stopped by the person."""


@dataclass(frozen=True, slots=True)
class JobFailed:
    """The job ended with an error.

    Attributes:
        error: What to tell the person.
        details: The traceback, for a report; empty for errors that explain themselves.
    """

    error: NetSketchError
    details: str = ""


class Worker(QObject):
    """Runs jobs on the thread it was moved to; ``finished`` follows every job, whatever happens in it."""

    finished = Signal()

    def __init__(self, mailbox: queue.SimpleQueue[object]) -> None:
        super().__init__()
        self._mailbox = mailbox

    @Slot(object)
    def run(self, work: Work) -> None:
        """Run ``work`` and put what it reports into the mailbox."""
        trace: Any = threading.gettrace()
        if trace:  # coverage does not follow QThreads by itself
            sys.settrace(trace)
        try:
            work(self._mailbox.put)
        except Cancelled:
            self._mailbox.put(JobCancelled())
        except NetSketchError as error:
            self._mailbox.put(JobFailed(error))
        except BaseException as error:
            if _repeats.is_new(kind_of(error, error.__traceback__)):
                log.exception("A background job failed")
            self._mailbox.put(JobFailed(unexpected(error), traceback.format_exc()))
        finally:
            self.finished.emit()


def unexpected(error: BaseException) -> NetSketchError:
    """Wrap an error nobody foresaw into one that people can read."""
    return NetSketchError(
        "Something went wrong that should not have.",
        cause="{kind}: {reason}" if str(error) else "{kind}",
        remedy="The program goes on; if it happens again, please report it with the details.",
        kind=type(error).__name__,
        reason=str(error),
    )


class BackgroundThread(QObject):
    """One QThread and the worker that lives on it; made and started with the first job, ended by ``shutdown``."""

    finished = Signal()
    job_requested = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._thread: QThread | None = None
        self._mailbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._busy = False

    def _made(self) -> QThread:
        thread = QThread(self)
        thread.setObjectName(self._name)
        thread.setStackSize(STACK_BYTES)
        self._worker = Worker(self._mailbox)
        self._worker.moveToThread(thread)
        self.job_requested.connect(self._worker.run)
        self._worker.finished.connect(self._on_worker_finished)
        return thread

    @property
    def busy(self) -> bool:
        """Whether a job is under way or its end has not been noticed yet."""
        return self._busy

    def start(self, work: Work) -> None:
        """Run ``work`` on the thread.

        Raises:
            RuntimeError: If a job is under way.
            ImportError: If what was put off cannot be loaded; the thread is free as before.
        """
        if self._busy:
            raise RuntimeError("A job is under way on this thread.")
        self._thread = self._thread or self._made()
        if not self._thread.isRunning():
            load_what_waits()
            self._thread.start()
        self._busy = True  # only now: where a library is missing no job has begun whose end could come
        self.job_requested.emit(work)

    def messages(self) -> Iterator[object]:
        """Empty the mailbox."""
        while True:
            try:
                yield self._mailbox.get_nowait()
            except queue.Empty:
                return

    def shutdown(self) -> None:
        """End the thread; whoever calls it has asked the job to stop."""
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
        self._busy = False

    @Slot()
    def _on_worker_finished(self) -> None:
        self._busy = False
        self.finished.emit()
