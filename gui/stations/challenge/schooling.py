"""Lets schools train together in the background, round by round."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.challenge.federated import Plan, RoundDone, SchoolsReady
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from gui.tasks.task import Job


@dataclass(slots=True, eq=False)
class Schooling:
    """What was played through, as far as it has come.

    Attributes:
        experiment: Network and training.
        split: The data.
        plan: How many schools, and so on.
        ready: Who has which images; None before they are divided.
        rounds: What each round has reached; only the last one's weights are kept.
    """

    experiment: Experiment
    split: Split
    plan: Plan
    ready: SchoolsReady | None = None
    rounds: list[RoundDone] = field(default_factory=list)

    def add(self, done: RoundDone) -> None:
        """Take what a round has reached."""
        if self.rounds:
            self.rounds[-1] = replace(self.rounds[-1], state={})
        self.rounds.append(done)

    @property
    def last(self) -> RoundDone | None:
        """The last round, with the averaged weights; None before there is one."""
        return self.rounds[-1] if self.rounds else None

    def saved(self) -> SavedModel:
        """Return the average as an ordinary model."""
        from engine.challenge.federated import as_saved

        assert self.last is not None, "a round is over"
        return as_saved(self.experiment, self.split, self.plan, self.last)


@dataclass(frozen=True, slots=True, eq=False)
class Tested:
    """The average as a model, measured on the test images.

    Attributes:
        saved: The model; its results hold the accuracy where there are test images.
        accuracy: The share it reads right, or None without test images.
    """

    saved: SavedModel
    accuracy: float | None


class Schools(Working):
    """Plays one plan through at a time.

    Signals:
        changed: A round is over, or work began or ended.
        progressed: How far it is (Progress).
        tested: The average was measured on the test images (Tested).
        failed: It could not be done (NetSketchError, traceback or empty string).

    Attributes:
        schooling: What was played through last; None before that.
    """

    changed = Signal()
    progressed = Signal(object)
    tested = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("challenge-schools", parent)
        self.schooling: Schooling | None = None
        self._task.progressed.connect(self.progressed)
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)

    def start(self, experiment: Experiment, split: Split, plan: Plan) -> None:
        """Play a plan through, unless one is being played."""
        if not self.busy:
            self.schooling = Schooling(experiment, split, plan)
            self._task.ask(partial(_play, experiment, split, plan))
            self.changed.emit()

    def test(self) -> None:
        """Measure the average on the test images."""
        if not self.busy and self.schooling is not None and self.schooling.last is not None:
            schooling = self.schooling
            self._task.ask(partial(_test, schooling.saved(), schooling.split), self.tested.emit)
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; rounds that are over stay."""
        self._task.cancel()

    @Slot(object)
    def _on_task_reported(self, told: SchoolsReady | RoundDone) -> None:
        from engine.challenge.federated import RoundDone

        if self.schooling is None:
            return
        if isinstance(told, RoundDone):
            self.schooling.add(told)
        else:
            self.schooling.ready = told
        self.changed.emit()


def _play(experiment: Experiment, split: Split, plan: Plan, job: Job) -> None:
    from engine.challenge.federated import Learning, federated
    from engine.words import Phrase

    for event in federated(experiment, split, plan, cancelled=job.cancelled):
        if isinstance(event, Learning):
            job.progress(
                Phrase("Round {round} of {rounds}", round=event.round, rounds=plan.rounds), event.share
            )
        else:
            job.report(event)


def _test(saved: SavedModel, split: Split, job: Job) -> Tested:
    from engine.evaluation.evaluate import evaluate
    from engine.models.build import build_with

    if not len(split.test):
        return Tested(saved, None)
    model = build_with(
        *(saved.experiment.network, saved.state), image_shape=saved.image_shape, classes=len(saved.classes)
    )
    accuracy = evaluate(model, split.test, progress=job.progress, cancelled=job.cancelled).accuracy
    return Tested(replace(saved, results=dict(saved.results) | {"test_accuracy": accuracy}), accuracy)
