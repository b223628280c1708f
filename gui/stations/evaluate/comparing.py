"""Measures a kept run on the same images as the current model, so that one can be subtracted from the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gui.stations.evaluate.measuring_job import Measured, measure_kept_run
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.errors import NetSketchError
    from engine.storage.runs.summary import RunSummary
    from gui.bench.run_catalogue import RunCatalogue
    from gui.stations.evaluate.measuring import Measuring
    from gui.workbench import Workbench


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


class Comparing(Working):
    """Keeps a report on a kept run beside that on the current model.

    Args:
        workbench: Whose current model is measured.
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
        super().__init__("comparing", parent)
        self._workbench = workbench
        self._measuring = measuring
        self._catalogue = catalogue
        self.choice: RunChoice | None = None
        self._measured: Measured | None = None
        self._of: Dataset | None = None  # the images under way or measured
        self._is_watched = False
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self._on_task_failed)
        self._task.idle.connect(self.changed)
        measuring.changed.connect(self._on_measuring_changed)
        catalogue.changed.connect(self.runs_changed)

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
        """What the run is called from which the current model comes; empty where it comes from none that is kept."""
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

    def _forget(self) -> None:
        self._measured = self._of = None
        self._task.give_up()

    def _go_on(self) -> None:
        """Measure the chosen run where that is still to be done."""
        choice, newest = self.choice, self._measuring.newest
        if choice is None or newest is None or not self._is_watched or self._of is not None:
            return
        run = self._catalogue.get(choice.id)
        step = 0 if run is None else run.step
        path = self._catalogue.model_path(choice.id, choice.which)
        self._of = newest.dataset
        target = replace(newest.target, best=choice.which == "best")
        work = partial(measure_kept_run, choice.name, path, step, target, newest.dataset)
        self._task.ask(work, self._take)
        self.changed.emit()

    def _take(self, measured: Measured) -> None:
        self._measured = measured

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self.choose(None)
        self.failed.emit(error, details)

    @Slot()
    def _on_measuring_changed(self) -> None:
        """Measure again where the current model was measured on other images."""
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
