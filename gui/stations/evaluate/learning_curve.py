"""Draws a learning curve on a thread of its own: trains the network of the settings on ever more of the images."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.evaluation.learning_curve.events import CurveFinished, CurveProgress, CurveStarted
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.evaluation.learning_curve.events import CurveEvent
    from engine.evaluation.learning_curve.summary import CurvePoint, CurveSummary
    from gui.tasks.task import Job
    from gui.workbench import Workbench


class CurveDrawing(Working):
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
        super().__init__("learning-curve", parent)
        self._workbench = workbench
        self.points: tuple[CurvePoint, ...] = ()
        self.started: CurveStarted | None = None
        self.is_finished = False
        self._experiment: Experiment | None = None  # what it is of
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)
        workbench.run_started.connect(self.cancel)

    @property
    def is_of_model(self) -> bool:
        """Whether the advice on the model at hand counts it: it is finished, and of the same settings."""
        return (
            self.is_finished
            and self._experiment is not None
            and self._workbench.counsel.counts(self._experiment)
        )

    @property
    def summary(self) -> CurveSummary | None:
        """What follows from the points so far, or None without any."""
        from engine.evaluation.learning_curve.summary import summarise

        return summarise(self.points) if self.points else None

    @Slot()
    def start(self) -> None:
        """Draw a new curve, unless one is being drawn or a training is under way."""
        data = self._workbench.data
        if self.busy or self._workbench.running or data is None:
            return
        self.points, self.started, self.is_finished = (), None, False
        self._experiment = self._workbench.experiment
        self._workbench.editor.note_use()
        self._task.ask(partial(_draw, self._experiment, data))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; the points so far stay."""
        self._task.cancel()

    @Slot(object)
    def _on_task_reported(self, event: CurveEvent) -> None:
        if isinstance(event, CurveProgress):
            self.progressed.emit(event)
        elif isinstance(event, CurveFinished):
            self.is_finished = True
            if self._experiment is not None:
                self._workbench.counsel.set_curve(self._experiment, event.summary)
        else:
            if isinstance(event, CurveStarted):
                self.started = event
            else:
                self.points = (*self.points, event)
            self.changed.emit()


def _draw(experiment: Experiment, data: Split, job: Job) -> None:
    from engine.evaluation.learning_curve.run import learning_curve

    with closing(learning_curve(experiment, data, cancelled=job.cancelled)) as events:  # type: ignore[type-var]  # a generator
        for event in events:
            job.report(event)
