"""Draws a learning curve on a thread of its own: trains the network of the settings on ever more of the images."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.evaluation.learning_curve import CurveFinished, CurvePoint, CurveProgress, CurveStarted
from gui.tasks.worker import BackgroundThread, JobFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.evaluation.learning_curve import CurveSummary
    from gui.tasks.worker import Job, Post
    from gui.workbench import Workbench

DRAIN = 100  # milliseconds


class CurveDrawing(QObject):
    """The learning curve of the present settings and data.

    Args:
        workbench: Whose settings and data; while it trains, no curve is drawn.
        parent: Whom it belongs to.

    Signals:
        changed: There are more points, others, or drawing began or ended.
        progressed: How far it is (CurveProgress).
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.points: tuple[CurvePoint, ...] = ()
        self.started: CurveStarted | None = None
        self.is_finished = False
        self._is_ended = False
        self._cancelled = threading.Event()
        self._thread = BackgroundThread("learning-curve", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._drain_timer = QTimer(self, interval=DRAIN)
        self._drain_timer.timeout.connect(self._drain)
        workbench.run_started.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a curve is being drawn."""
        return self._thread.busy

    @property
    def summary(self) -> CurveSummary | None:
        """What follows from the points so far, or None without any."""
        from engine.evaluation.learning_curve import summarise

        return summarise(self.points) if self.points else None

    @Slot()
    def start(self) -> None:
        """Draw a new curve, unless one is being drawn or a training is under way."""
        data = self._workbench.data
        if self._thread.busy or self._workbench.running or data is None or self._is_ended:
            return
        self.points, self.started, self.is_finished = (), None, False
        self._cancelled = threading.Event()
        self._thread.start(_drawing_job(self._workbench.experiment, data, self._cancelled.is_set))
        self._drain_timer.start()
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; the points so far stay."""
        self._cancelled.set()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        self._cancelled.set()
        self._drain_timer.stop()
        self._thread.shutdown()

    @Slot()
    def _drain(self) -> None:
        newest: CurveProgress | None = None
        for message in self._thread.messages():
            if isinstance(message, CurveProgress):
                newest = message
            elif isinstance(message, JobFailed):
                self.failed.emit(message.error, message.details)
            elif isinstance(message, CurveStarted):
                self.started = message
                self.changed.emit()
            elif isinstance(message, CurvePoint):
                self.points = (*self.points, message)
                self.changed.emit()
            elif isinstance(message, CurveFinished):
                self.is_finished = True
        if newest is not None:
            self.progressed.emit(newest)

    @Slot()
    def _on_thread_finished(self) -> None:
        self._drain_timer.stop()
        self._drain()
        self.changed.emit()


def _drawing_job(experiment: Experiment, data: Split, cancelled: Callable[[], bool]) -> Job:
    def job(post: Post) -> None:
        from engine.evaluation.learning_curve import learning_curve

        events = learning_curve(experiment, data, cancelled=cancelled)
        with closing(events) as told:  # type: ignore[type-var]  # a generator
            for event in told:
                post(event)

    return job
