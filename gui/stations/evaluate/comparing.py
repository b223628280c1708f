"""Measures a kept run on the same images as the model at hand, so that one can be subtracted from the other."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data import datasets
from gui.stations.evaluate.measuring_job import Measured, kept_run_job
from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed, Progress

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.storage.runs.summary import RunSummary
    from gui.bench.run_catalogue import RunCatalogue
    from gui.stations.evaluate.measuring import Measuring
    from gui.workbench import Workbench

DRAIN = 60  # milliseconds


@dataclass(frozen=True, slots=True)
class RunChoice:
    """Weights of a kept run.

    Attributes:
        id: Of the run.
        name: What the person calls it.
        which: ``best`` or ``last``.
    """

    id: str
    name: str
    which: str = "best"


class Comparing(QObject):
    """Keeps a report on a kept run beside that on the model at hand.

    Args:
        workbench: Whose model is at hand.
        measuring: What measures it.
        catalogue: The runs.
        parent: Whom it belongs to.

    Signals:
        changed: Another run is chosen, or it was measured, or it can be measured no more.
        runs_changed: There are other runs to choose from.
        progressed: How far measuring is (Progress).
        failed: It could not be measured (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    runs_changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)

    def __init__(
        self,
        workbench: Workbench,
        measuring: Measuring,
        catalogue: RunCatalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._measuring = measuring
        self._catalogue = catalogue
        self.choice: RunChoice | None = None
        self._measured: Measured | None = None
        self._of: Dataset | None = None  # the images under way or measured
        self._is_watched = False
        self._is_ended = False
        self._cancelled = threading.Event()
        self._thread = BackgroundThread("comparing", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._drain_timer = QTimer(self, interval=DRAIN)
        self._drain_timer.timeout.connect(self._drain)
        measuring.changed.connect(self._on_measuring_changed)
        catalogue.changed.connect(self.runs_changed)

    @property
    def busy(self) -> bool:
        """Whether a run is being measured."""
        return self._thread.busy

    @property
    def other(self) -> Measured | None:
        """The report on the chosen run, on the images of the newest report; None while there is none."""
        return self._measured

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The runs that can be chosen, the newest first: each has finished an epoch, and is not under way here."""
        return tuple(run for run in self._catalogue.summaries if run.step > 0 and not run.here)

    @property
    def name_at_hand(self) -> str:
        """What the run is called from which the model at hand comes; empty where it comes from none that is kept."""
        bench = self._workbench
        run, model = bench.current_run.run, bench.model
        name = ""
        if bench.current_model.is_of_run and run is not None:
            name = run.id
        elif (
            model is not None
            and model.path is not None
            and model.path.parent.parent == self._catalogue.folder
        ):
            name = model.path.parent.name
        summary = self._catalogue.get(name)
        return name if summary is None else summary.name

    @property
    def may_have_learnt_them(self) -> bool:
        """Whether the chosen run may have learnt from some of the images, as its data were divided otherwise."""
        newest, other = self._measuring.newest, self._measured
        if newest is None or other is None:
            return False
        target, its = newest.target, other.experiment.data
        if target.part == "all":
            return datasets.share_images(its.dataset, target.dataset)
        measured = newest.experiment.data
        return (
            target.part == "validation"
            and its != measured
            and datasets.share_images(its.dataset, measured.dataset)
        )

    def refresh(self) -> None:
        """Read the runs anew."""
        self._catalogue.refresh()

    def choose(self, choice: RunChoice | None) -> None:
        """Compare with other weights, or with none; what is under way is given up."""
        if choice == self.choice and (choice is None or self._of is not None):
            return
        self.choice = choice
        self._forget()
        self.changed.emit()
        self._go_on()

    def choose_run(self, run: RunSummary, which: str = "") -> None:
        """Compare with a run.

        Args:
            run: The run.
            which: ``best`` or ``last``; the best where they are kept if left out.
        """
        if not which:
            which = "best" if self._catalogue.model_path(run.id, "best").exists() else "last"
        self.choose(RunChoice(run.id, run.name, which))

    @Slot()
    def cancel(self) -> None:
        """Give up measuring, and compare with no run."""
        self.choose(None)

    def set_watched(self, is_watched: bool) -> None:
        """Say whether somebody looks at the report: only then is anything measured."""
        self._is_watched = is_watched
        if is_watched:
            self._go_on()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        self._cancelled.set()
        self._drain_timer.stop()
        self._thread.shutdown()

    def _forget(self) -> None:
        self._measured = self._of = None
        self._cancelled.set()

    def _go_on(self) -> None:
        """Measure the chosen run where that is still to be done and nothing else is under way."""
        choice, newest = self.choice, self._measuring.newest
        is_due = self._is_watched and not self._is_ended and not self._thread.busy and self._of is None
        if choice is None or newest is None or not is_due:
            return
        run = self._catalogue.get(choice.id)
        step = 0 if run is None else run.step
        path = self._catalogue.model_path(choice.id, choice.which)
        self._cancelled = threading.Event()
        self._of = newest.dataset
        target = replace(newest.target, best=choice.which == "best")
        self._thread.start(
            kept_run_job(choice.name, path, step, target, newest.dataset, self._cancelled.is_set)
        )
        self._drain_timer.start()
        self.changed.emit()

    @Slot()
    def _drain(self) -> None:
        for message in self._thread.messages():
            if self._cancelled.is_set() or isinstance(message, JobCancelled):
                continue
            if isinstance(message, Progress):
                self.progressed.emit(message)
            elif isinstance(message, JobFailed):
                self.choice = None
                self._forget()
                self.changed.emit()
                self.failed.emit(message.error, message.details)
            elif isinstance(message, Measured):
                self._measured = message

    @Slot()
    def _on_thread_finished(self) -> None:
        self._drain_timer.stop()
        self._drain()
        self._go_on()
        self.changed.emit()

    @Slot()
    def _on_measuring_changed(self) -> None:
        """Measure again where the model at hand was measured on other images."""
        newest = self._measuring.newest
        if newest is None or self.choice is None:
            return
        if self._of is not None and not _are_same(self._of, newest.dataset):
            self._forget()
            self.changed.emit()
        self._go_on()


def _are_same(one: Dataset, other: Dataset) -> bool:
    if one is other:
        return True
    return (
        one.images.shape == other.images.shape
        and np.array_equal(one.labels, other.labels)
        and np.array_equal(one.images, other.images)
    )
