"""Work beside the window, one job at a time: how far it is, what came of it, how it is ended."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.errors import NetSketchError
from engine.records import dataclass
from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed, Post, Progress

LOOK_MS = 40  # milliseconds from one look into the mailbox to the next
CALM_SHARE = 0.04  # of the time may go into jobs that are done calmly
LEAST_PAUSE = 0.2  # seconds before a calm job

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """What work is handed: how to tell of itself, and whether anybody still waits for it.

    ``job.progress`` and ``job.cancelled`` are what the engine's functions take under these names.

    Attributes:
        report: Tells something found on the way, from any thread.
        cancelled: Says whether to give up, by ``Cancelled`` or with what there is so far.
    """

    report: Post
    cancelled: Callable[[], bool]

    def progress(self, text: str, share: float) -> None:
        """Tell how far the work is.

        Args:
            text: What is being done, in the engine's words.
            share: Share done, 0 to 1; NaN where that is unknown.
        """
        self.report(Progress(text, share))


@dataclass(frozen=True, slots=True, eq=False)
class _Result:
    value: object


@dataclass(slots=True, eq=False)
class _Order:
    """A job, from the asking to what came of it."""

    work: Callable[[Job], Any]
    then: Callable[[Any], object]
    calm: bool
    must_be_done: bool
    cancel: threading.Event = field(default_factory=threading.Event)
    is_given_up: bool = False
    outcome: _Result | JobFailed | None = None


def _nothing(_result: object) -> None:
    """Follow work of which nothing comes."""


class Task(QObject):
    """Does work on a thread of its own, and tells of it in the window's.

    Work is a function of a ``Job``; it runs on the thread, which begins with the first, and holds no QObject. All else
    is called in the window's thread: a timer looks into the mailbox, so that a fast job cannot flood the window.
    Whatever a cancelled job still brings is told; of one given up, nothing.

    Args:
        name: Of the thread.
        parent: Whom it belongs to.

    Signals:
        progressed: How far the job is (Progress); of several at once the newest.
        reported: Something was found on the way (object).
        finished: A job is over; what came of it is told next.
        failed: It could not be done (NetSketchError, traceback or empty string).
        idle: No job is under way and none waits.
    """

    progressed = Signal(object)
    reported = Signal(object)
    finished = Signal()
    failed = Signal(object, str)
    idle = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[object, _Order] = {}
        self._order: _Order | None = None  # under way
        self._inbox: deque[object] = deque()
        self._is_ended = False
        self._began = self._due = 0.0  # seconds on a steady clock: the job under way, the next calm one
        self._thread = BackgroundThread(name, self)
        self._thread.finished.connect(self._on_thread_finished)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._drain)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        return self._order is not None or bool(self._waiting)

    @property
    def under_way(self) -> bool:
        """Whether a job is being done."""
        return self._order is not None

    def ask(
        self,
        work: Callable[[Job], Result],
        then: Callable[[Result], object] = _nothing,
        *,
        kind: str = "",
        calm: bool = False,
        must_be_done: bool = False,
    ) -> None:
        """Do a job: at once, or after those asked for before it.

        Args:
            work: What to do on the thread.
            then: Given what came of it, in the window's thread.
            kind: Of jobs of one kind that wait, the newest takes the place of the one before.
            calm: Whether to leave nearly all of the time to others, as while a network learns.
            must_be_done: Whether it counts beside others of its kind, and ``shutdown`` does it at the latest.
        """
        if not self._is_ended:
            self._waiting[object() if must_be_done else kind] = _Order(work, then, calm, must_be_done)
            self._next()

    def cancel(self) -> None:
        """Ask the job under way to stop, and forget those that wait."""
        self._waiting.clear()
        if self._order is not None:
            self._order.cancel.set()

    def give_up(self) -> None:
        """Cancel, and hear no more of the job under way but its end."""
        self.cancel()
        if self._order is not None:
            self._order.is_given_up = True

    def shutdown(self) -> None:
        """End the thread, then do what must be done; nothing starts or is told after this."""
        undone = [order for order in self._waiting.values() if order.must_be_done]
        self.give_up()
        self._is_ended = True
        self._look.stop()
        self._pause.stop()
        self._thread.shutdown()
        if self._order is not None:
            self._order = None
            self.finished.emit()
        for order in undone:
            try:
                order.work(Job(_nothing, lambda: False))
            except NetSketchError as error:
                self.failed.emit(error, "")

    @Slot()
    def _next(self) -> None:
        """Begin what has waited longest, where its time has come."""
        if not self._waiting or self._order is not None:
            return
        key, order = next(iter(self._waiting.items()))
        pause = self._due - time.perf_counter()
        if order.calm and pause > 0:
            self._pause.start(round(1000 * pause) + 1)
            return
        del self._waiting[key]
        self._order = order
        self._began = time.perf_counter()
        self._look.start()
        work, cancelled = order.work, order.cancel.is_set
        self._thread.start(lambda post: post(_Result(work(Job(post, cancelled)))))

    @Slot()
    def _drain(self) -> None:
        """Tell what lies in the mailbox, in order even where a slot lets events through, as a dialog does."""
        order = self._order
        self._inbox.extend(self._thread.messages())
        while order is not None and self._inbox:
            message = self._inbox.popleft()
            if isinstance(message, _Result | JobFailed):
                order.outcome = message
            elif order.is_given_up or isinstance(message, JobCancelled):
                continue
            elif not isinstance(message, Progress):
                self.reported.emit(message)
            elif not (self._inbox and isinstance(self._inbox[0], Progress)):
                self.progressed.emit(message)

    @Slot()
    def _on_thread_finished(self) -> None:
        self._look.stop()
        self._drain()
        order, self._order = self._order, None
        if order is None:  # shut down
            return
        now = time.perf_counter()
        self._due = now + max(LEAST_PAUSE, (now - self._began) / CALM_SHARE)
        self.finished.emit()
        try:
            if order.is_given_up or self._is_ended:
                pass
            elif isinstance(order.outcome, _Result):
                order.then(order.outcome.value)
            elif order.outcome is not None:
                self.failed.emit(order.outcome.error, order.outcome.details)
        finally:
            self._next()
            if not self.busy and not self._is_ended:
                self.idle.emit()
