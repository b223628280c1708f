"""One trial: its settings put in, trained as a run of the library, watched, ended where it is hopeless."""

from __future__ import annotations

import math
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import NetSketchError, RunError
from engine.models.size import parameter_count
from engine.storage.foreign_text import writable
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.status import RunStatus
from engine.sweep.applied import applied
from engine.sweep.plan import Goal
from engine.sweep.trial import TrialState
from engine.training.control import TrainingControl
from engine.training.events import EpochDone, FinishReason, StepsDone, TrainingFinished, TrainingStarted
from engine.training.private.promise import promise_of
from engine.training.private.refusals import check_private
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from engine.config import Experiment
    from engine.sweep.plan import SweepPlan
    from engine.sweep.study import Claim, TrialStore
    from engine.sweep.trial_data import TrialData
    from engine.sweep.worker_control import WorkerControl

SNAPSHOT_BYTES = 2 * 2**20
SAFE_SECONDS = 3600.0  # a trial that is killed begins anew: checkpoints are for its end alone
NOTE_SECONDS = 1.0  # between notes on how far it is

NOT_FINITE = Phrase("Its loss on the validation examples is not a number.")
HOPELESS = Phrase("Ended early: others were better after as many epochs.")
BY_HAND = Phrase("Ended by hand.")
BY_TIME = Phrase("Ended early: the minutes of the sweep were over.")


@dataclass(slots=True)
class Reached:
    """What a trial has come to.

    Attributes:
        goal: What is looked for.
        limit: Seconds after which nothing counts any more; infinite without such a limit.
    """

    goal: Goal
    limit: float = math.inf
    accuracy: float | None = None
    loss: float | None = None
    seconds: float = 0.0
    parameters: int = 0
    epochs: int = 0

    def add(self, event: EpochDone) -> None:
        """Take an epoch in; one that ended after the limit is none."""
        if event.seconds > self.limit:
            return
        self.epochs, self.seconds = event.epoch, event.seconds
        if event.validation_accuracy is not None:
            before = self.accuracy
            self.accuracy = (
                event.validation_accuracy if before is None else max(before, event.validation_accuracy)
            )
        if event.validation_loss is not None and math.isfinite(event.validation_loss):
            self.loss = event.validation_loss if self.loss is None else min(self.loss, event.validation_loss)

    def now(self, event: EpochDone) -> float | None:
        """Return what an epoch reached of the goal."""
        return event.validation_loss if self.goal is Goal.LOSS else event.validation_accuracy

    def told(self, failure: str = "") -> dict[str, Any]:
        """Return it as it is noted of a trial."""
        return {
            "goal": self.loss if self.goal is Goal.LOSS else self.accuracy,
            "accuracy": self.accuracy,
            "loss": self.loss,
            "seconds": round(self.seconds, 3),
            "parameters": self.parameters,
            "epochs": self.epochs,
            "failure": writable(failure),
        }


def do_trial(
    store: TrialStore, claim: Claim, data: TrialData, control: WorkerControl, runs: Path, tag: str
) -> bool:
    """Do a trial and tell how it ended; return whether that counts.

    Args:
        store: Where the trials are.
        claim: The trial.
        data: The images.
        control: Through which it is held and ended.
        runs: The folder of runs.
        tag: What its run is tagged with.
    """
    plan = store.plan
    if claim.lost_runs:
        _clear_away(store, claim, runs, tag)
    reached = Reached(plan.goal, plan.limit if plan.goal is Goal.ACCURACY_IN_SECONDS else math.inf)
    try:
        experiment = _experiment(plan, claim)
        reached.parameters = parameter_count(experiment.network, *data.shape_of(experiment))
        if plan.goal is Goal.ACCURACY_IN_PARAMETERS and reached.parameters > plan.limit:
            words = Phrase(
                "Its network has {parameters:,} parameters, and {limit:,.0f} are allowed.",
                parameters=reached.parameters,
                limit=plan.limit,
            )
            return store.tell(claim, TrialState.ENDED_EARLY, reached.told(words))
        with store.kept_alive(claim):
            return _train(store, claim, experiment, data, control, runs, tag, reached)
    except NetSketchError as error:
        return store.tell(claim, TrialState.FAILED, reached.told(str(error)), error=True)


def _clear_away(store: TrialStore, claim: Claim, runs: Path, tag: str) -> None:
    """Move the runs of the killed trials that this one does again into the bin.

    Where machines share a sweep, each counts its runs for itself: what is lost on one may be called as the run of
    another trial is here.
    """
    trials = store.trials()
    kept = {trial.run for trial in trials if trial.state is not TrialState.LOST}
    for run_id in filter(None, claim.lost_runs):
        if run_id not in kept:
            discard(runs, run_id, tag)
    if "" in claim.lost_runs:
        discard_unknown(runs, {trial.run for trial in trials}, tag)


def discard(runs: Path, run_id: str, tag: str) -> None:
    """Move the run of a killed trial into the bin, where it is a run of this sweep and nobody trains it."""
    library = RunLibrary(runs)
    with suppress(NetSketchError, OSError):
        if library.get(run_id).sweep == tag:
            library.delete(run_id)


def discard_unknown(runs: Path, known: Collection[str], tag: str) -> None:
    """Move runs of this sweep into the bin whose worker was killed before it had said which run it had begun.

    Args:
        runs: The folder of runs.
        known: Ids of the runs that are known.
        tag: What the runs of this sweep are tagged with.
    """
    library = RunLibrary(runs)
    with suppress(NetSketchError, OSError):
        for run in library.summaries():
            if run.sweep == tag and run.status is RunStatus.INTERRUPTED and run.id not in known:
                discard(runs, run.id, tag)


def _experiment(plan: SweepPlan, claim: Claim) -> Experiment:
    """Return the settings of a trial.

    Raises:
        ConfigError: If they are not usable, or lie outside of the plan, for others may have put them there.
    """
    for item in plan.ranges:
        if not item.takes(claim.values.get(item.path)):
            raise RunError(
                "The trial has a value of “{setting}” that the sweep does not allow.", setting=item.label
            )
    experiment = applied(plan.experiment, claim.values).begun_anew()
    return experiment.with_(**{"training.threads": 1})


def _train(
    store: TrialStore,
    claim: Claim,
    experiment: Experiment,
    data: TrialData,
    control: WorkerControl,
    runs: Path,
    tag: str,
    reached: Reached,
) -> bool:
    from engine.training import train

    check_private(experiment, has_validation=experiment.data.validation_share > 0)
    split, teaching = data.of(experiment)
    promise_of(experiment.training, len(split.train))
    training = TrainingControl()
    recorder = RunRecorder.create(
        experiment,
        split,
        runs=runs,
        preset=store.plan.preset,
        teacher=None if teaching is None else teaching.saved,
        sweep=tag,
        safe_seconds=SAFE_SECONDS,
        snapshot_bytes=SNAPSHOT_BYTES,
    )
    finished: TrainingFinished | None = None
    hopeless = False
    noted = time.monotonic()
    with control.steering(training), recorder:
        ours = store.note_run(claim, recorder.run.id)
        logits = None if teaching is None else teaching.logits
        for event in recorder.follow(train(experiment, split, training, teacher=logits), training):
            if isinstance(event, TrainingStarted):
                reached.parameters = event.parameters
            elif isinstance(event, StepsDone) and event.seconds >= reached.limit:
                training.stop()
            elif isinstance(event, EpochDone):
                reached.add(event)
                value = reached.now(event)
                if value is not None and math.isfinite(value) and event.epoch < experiment.training.epochs:
                    hopeless = hopeless or store.is_hopeless(claim, value, event.epoch)
                if time.monotonic() - noted >= NOTE_SECONDS:
                    noted, ours = time.monotonic(), store.note_progress(claim, reached.told())
                if hopeless or not ours:
                    training.stop()
            elif isinstance(event, TrainingFinished):
                finished = event
    if finished is not None and reached.limit == math.inf:
        reached.seconds = finished.seconds
    if control.suspended or not ours or (control.stopped_by_hand and _came_to_nothing(finished, reached)):
        discard(runs, recorder.run.id, tag)
        store.tell(claim, TrialState.LOST, reached.told())
        return False
    state, failure = _ending(finished, reached, hopeless=hopeless, control=control)
    told = reached.told(failure)
    if state is not TrialState.ENDED_EARLY and told["goal"] is None:
        state, told["failure"] = TrialState.FAILED, told["failure"] or str(NOT_FINITE)
    counts = store.tell(claim, state, told | ({"goal": None} if state is TrialState.FAILED else {}))
    if not counts:
        discard(runs, recorder.run.id, tag)
    return counts


def _came_to_nothing(finished: TrainingFinished | None, reached: Reached) -> bool:
    """Whether a trial was stopped before its first epoch had ended."""
    return finished is not None and finished.reason is FinishReason.STOPPED and reached.epochs == 0


def _ending(
    finished: TrainingFinished | None, reached: Reached, *, hopeless: bool, control: WorkerControl
) -> tuple[TrialState, str]:
    """Say how a trial ended, and why where it did not come to its end."""
    if finished is None or finished.reason is FinishReason.DIVERGED:
        message = finished.message if finished is not None else ""
        return TrialState.FAILED, message or Phrase("The loss is no longer a number.")
    if finished.reason is not FinishReason.STOPPED:
        return TrialState.DONE, ""
    if hopeless:
        return TrialState.ENDED_EARLY, HOPELESS
    if control.stopped:
        return TrialState.ENDED_EARLY, BY_TIME if control.time_is_up else BY_HAND
    if reached.epochs == 0:
        words = Phrase("It finished no epoch within {limit:g} seconds.", limit=reached.limit)
        return TrialState.ENDED_EARLY, words
    return TrialState.DONE, ""
