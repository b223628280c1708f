"""Measures the current model on a thread of its own: which images, which weights, and what came of it."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine import file_names
from engine.training.events import EpochDone
from gui.stations.evaluate.measuring_job import Measured, Target, Weights, measure
from gui.tasks.working import Working

if TYPE_CHECKING:
    from pathlib import Path

    from engine.config import Experiment
    from engine.errors import NetSketchError
    from gui.workbench import Workbench

PARTS = ("test", "validation", "train")
SETTLE = 250  # milliseconds from the last change of the weights to measuring them
LIVE_SHARE = 0.05  # of the time that measuring and showing may take beside a training
KEPT = 6  # reports to compare with


class Measuring(Working):
    """Keeps the newest report, and measures anew when the weights rest and somebody looks.

    Args:
        workbench: Whose model and data.
        parent: Whom it belongs to.

    Signals:
        changed: There is another report, or the weights are newer than it.
        busy_changed: Measuring began or ended.
        progressed: How far it is (Progress).
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    busy_changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__("measuring", parent)
        self._workbench = workbench
        self.target = Target()
        self.newest: Measured | None = None
        self.kept: tuple[Measured, ...] = ()
        self._is_stale = True
        self._is_watched = False
        self._live_due = 0.0
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self._on_task_failed)
        self._task.idle.connect(self.busy_changed)
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle_timer.timeout.connect(self._on_settle_timer_timeout)
        workbench.weights_changed.connect(self._on_workbench_changed)
        workbench.model_changed.connect(self._on_workbench_changed)
        workbench.data_changed.connect(self._on_workbench_changed)
        workbench.run_finished.connect(self._on_workbench_changed)
        workbench.training_event.connect(self._on_workbench_training_event)

    @property
    def is_stale(self) -> bool:
        """Whether the newest report is of other weights or data than those at hand."""
        return self._is_stale

    @property
    def best_path(self) -> Path | None:
        """Where the best weights of the current run are kept, or None where they are not."""
        run = self._workbench.current_run.run
        if run is None or not self._workbench.current_model.is_of_run or not run.best_path.exists():
            return None
        return run.best_path

    def set_target(self, target: Target) -> None:
        """Measure something else from now on."""
        if target != self.target:
            self.target = target
            self._is_stale = True
            self.changed.emit()
            self._settle_timer.start()

    def set_watched(self, is_watched: bool) -> None:
        """Say whether somebody looks at the report: only then is anything measured unasked."""
        self._is_watched = is_watched
        if is_watched and self._is_stale:
            self._settle_timer.start()

    @Slot()
    def measure(self) -> None:
        """Measure now; what is under way is given up."""
        self._settle_timer.stop()
        model = self._workbench.model
        target = replace(self.target, best=self.target.best and self.best_path is not None)
        if model is None:
            return
        knows = model.recognizer
        weights = Weights(
            *(model.experiment, knows.classes, knows.image_shape, knows.features, model.step),
            self.best_path if target.best else knows.state,
            model.learnt,
            self._file_at_hand(),
            knows.goal,
        )
        self._is_stale = False  # newer weights make it so again
        self._task.give_up()
        # Of a moment of the past, or from an old file, it is not known yet; the advice asks for it.
        is_advised = target == Target() and "train_accuracy" not in model.results
        bench = self._workbench
        work = partial(measure, weights, target, bench.own_data, bench.experiment, is_advised=is_advised)
        self._task.ask(work, self._take)
        self.busy_changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up what is being measured; the report before stays."""
        self._is_stale = self._is_stale or self.busy
        self._task.give_up()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._settle_timer.stop()
        super().shutdown()

    def _file_at_hand(self) -> str:
        model = self._workbench.model
        if model is None or model.path is None or self._workbench.current_model.is_of_run:
            return ""
        return file_names.model_name(model.path)

    def _take(self, measured: Measured) -> None:
        if self.newest is not None:
            before = [item for item in self.kept if not _is_same(item, self.newest)]
            none = self.newest.dataset.subset(np.zeros(0, np.int64))  # no image of it will be looked at
            self.kept = (replace(self.newest, dataset=none), *before)[:KEPT]
        self.newest = measured
        if measured.train_accuracy is not None and not self._is_stale:
            self._workbench.counsel.set_measured(measured.train_accuracy, measured.report.accuracy)
        started = time.monotonic()
        self.changed.emit()
        shown = time.monotonic()
        self._live_due = shown + (measured.seconds + shown - started) / LIVE_SHARE

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self._is_stale = True
        self.failed.emit(error, details)

    @Slot()
    def _on_workbench_changed(self) -> None:
        was_stale, self._is_stale = self._is_stale, True
        if not was_stale:
            self.changed.emit()
        if self._is_watched and not self._workbench.running:
            self._settle_timer.start()

    @Slot(object)
    def _on_workbench_training_event(self, event: object) -> None:
        """Follow the validation of a run under way, where somebody looks and little time is taken by it."""
        is_live = self._is_watched and self.target == Target("validation") and not self.busy
        if isinstance(event, EpochDone) and is_live and time.monotonic() >= self._live_due:
            self._settle_timer.start(0)

    @Slot()
    def _on_settle_timer_timeout(self) -> None:
        self._settle_timer.setInterval(SETTLE)
        if self._is_watched and (not self._workbench.running or self.target == Target("validation")):
            self.measure()


def _is_same(one: Measured, other: Measured) -> bool:
    return _subject(one) == _subject(other)


def _subject(measured: Measured) -> tuple[Target, int, str, Experiment]:
    """Return what a report is of."""
    return measured.target, measured.step, measured.file, measured.experiment
