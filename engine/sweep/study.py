"""The trials of a sweep where several workers find them: each is claimed once, told once, and none is lost.

Whoever changes which trials there are waits for his turn (``TrialStore.turn``), which the system or the database takes
back from a process that was killed. In it a worker claims a trial and says so, and finds those whose worker is gone:
they are marked as lost, and a copy with the same values waits for the next worker. As every step of that can be found
out again from what is written, a worker that is killed in the middle of it leaves nothing that the next one does not
put right. A worker that was thought dead and comes back with a result finds its trial ended, and is not counted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from engine.sweep.journal import AGAIN_OF, COMPLETE, FAIL, PRUNED, RUN, TOLD, VALUES, WORKER, Noted, trials_of
from engine.sweep.optuna_terms import direction, pruner, quiet, sampler
from engine.sweep.plan import Ending, Way
from engine.sweep.trial import Trial, TrialState
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from contextlib import AbstractContextManager

    import optuna
    from optuna.storages import BaseStorage
    from optuna.trial import FrozenTrial

    from engine.sweep.plan import SweepPlan

MOST_AGAIN = 5  # times that a trial is done again whose worker is killed each time: perhaps it is the trial
NARROW = 1e-2  # share of a span; four digits are too few to tell apart what lies in a narrower one
KILLED_EACH_TIME = Phrase("Its worker was killed each time that it was tried.")


@dataclass(frozen=True, slots=True)
class Claim:
    """A trial that a worker has claimed.

    Attributes:
        number: Its number.
        values: What it tries.
        lost_runs: Ids of the runs of killed trials that it does again.
        trial: Optuna's own.
    """

    number: int
    values: dict[str, object]
    lost_runs: tuple[str, ...]
    trial: optuna.Trial


class TrialStore(ABC):
    """Where the trials of one sweep are.

    Args:
        plan: What the sweep is to do.
        storage: Optuna's storage.
        name: What the study is called in it.
    """

    def __init__(self, plan: SweepPlan, storage: BaseStorage, name: str) -> None:
        import optuna

        self.plan = plan
        with quiet():
            self.study = optuna.create_study(
                storage=storage,
                study_name=name,
                direction=direction(plan),
                load_if_exists=True,
                pruner=pruner(plan),
            )
        self.storage = self.study._storage
        self._study_id = self.study._study_id

    @abstractmethod
    def turn(self) -> AbstractContextManager[None]:
        """Wait for the turn to change which trials there are; nobody else does so meanwhile."""

    @abstractmethod
    def gone(self, running: Sequence[FrozenTrial]) -> Collection[int]:
        """Return the numbers of those trials whose worker is gone; asked in the turn.

        Args:
            running: All trials that are running.
        """

    def close(self) -> None:
        """Let go of what is open."""
        del self.study

    def begun(self, claim: Claim) -> None:
        """Note that a trial has begun; called in the turn."""
        del claim

    @contextmanager
    def kept_alive(self, claim: Claim) -> Iterator[None]:
        """Let others know that a trial is being worked at, for as long as this is entered."""
        yield

    def trials(self) -> tuple[Trial, ...]:
        """Return all trials as this program has them."""
        return trials_of(self.noted(), in_shares=self.plan.in_shares, least=self.plan.aim.least)

    def noted(self) -> tuple[Noted, ...]:
        """Return what is noted of all trials."""
        with quiet():
            return tuple(map(_noted, self._all()))

    def claim(self, worker: str) -> Claim | None:
        """Return the next trial, which is this worker's from now on; None where there is none left to begin.

        Args:
            worker: Who asks.
        """
        with quiet(), self.turn():
            self._mend()
            trials = self._all()
            waiting = any(item.state.name == "WAITING" for item in trials)
            taken = sum(not _is_lost(item) for item in trials)
            if not waiting and self.plan.budget and taken >= self.plan.budget:
                return None
            # Those that were killed before their values were known are drawn anew.
            begun = sum(
                AGAIN_OF not in item.user_attrs and not _is_lost(item, unknown=True) for item in trials
            )
            if not waiting and self.plan.way is Way.GRID:
                self.study.enqueue_trial(self.plan.grid_point(begun))
            trial = self.study.ask()
            trial.set_user_attr(WORKER, worker)
            self.study.sampler = sampler(self.plan, begun)
            values = {item.path: _suggested(trial, item) for item in self.plan.ranges}
            trial.set_user_attr(VALUES, values)
            lost = _before(trials, trial.user_attrs.get(AGAIN_OF))
            lost_runs = tuple(str(item.user_attrs.get(RUN, "")) for item in lost)
            found = Claim(trial.number, values, lost_runs, trial)
            self.begun(found)
            return found

    def mend(self) -> None:
        """Find trials whose worker is gone, and let them wait to be done again."""
        with quiet(), self.turn():
            self._mend()

    def is_over(self) -> bool:
        """Tell whether no trial is waiting or under way."""
        return not any(item.state.name in ("WAITING", "RUNNING") for item in self._all())

    def note_run(self, claim: Claim, run_id: str) -> bool:
        """Note which run of the library a trial is; tell whether it still is ours."""
        return self._set(claim, RUN, run_id)

    def note_progress(self, claim: Claim, told: dict[str, Any]) -> bool:
        """Note how far a trial is; tell whether it still is ours."""
        return self._set(claim, TOLD, told)

    def is_hopeless(self, claim: Claim, value: float, epoch: int) -> bool:
        """Tell what a trial has reached after an epoch, and whether to end it there."""
        from optuna.exceptions import UpdateFinishedTrialError

        if self.plan.ending is Ending.NEVER:
            return False
        try:
            with quiet():
                claim.trial.report(value, epoch)
                return claim.trial.should_prune()
        except UpdateFinishedTrialError:
            return True  # others do it again

    def tell(self, claim: Claim, state: TrialState, told: dict[str, Any], *, error: bool = False) -> bool:
        """Tell how a trial ended; return whether that counts: not where others have begun it again meanwhile.

        Args:
            claim: The trial.
            state: How: done, ended early, failed, or lost to be done again.
            told: What is known of it; ``goal`` is what it reached, or None.
            error: Whether it could not be trained at all, which says nothing of its values.
        """
        from optuna.trial import TrialState as OptunaState

        code = {TrialState.DONE: COMPLETE, TrialState.LOST: FAIL}.get(state, FAIL if error else PRUNED)
        goal = told.get("goal")
        values = [goal] if goal is not None and code != FAIL else None
        if state in (TrialState.FAILED, TrialState.LOST):
            told = told | {"state": state.value}
        return self._set(claim, TOLD, told) and self._end(claim.trial._trial_id, OptunaState(code), values)

    # Underneath

    def _all(self) -> list[FrozenTrial]:
        return self.storage.get_all_trials(self._study_id, deepcopy=False)

    def _mend(self) -> None:
        from optuna.trial import TrialState as OptunaState

        running = [item for item in self._all() if item.state is OptunaState.RUNNING]
        gone = self.gone(running) if running else ()
        for item in running:
            if item.number in gone:
                self._lose(item)
        trials = self._all()
        copied = {item.user_attrs.get(AGAIN_OF) for item in trials}
        for item in trials:
            values = _values_of(item)
            if _is_lost(item) and item.number not in copied and values:
                self.study.enqueue_trial(values, user_attrs={AGAIN_OF: item.number, VALUES: values})

    def _lose(self, item: FrozenTrial) -> None:
        from optuna.trial import TrialState as OptunaState

        before = _before(self._all(), item.user_attrs.get(AGAIN_OF))
        if sum(not _was_left(other) for other in before) >= MOST_AGAIN:
            told = {"state": TrialState.FAILED.value, "failure": str(KILLED_EACH_TIME)}
            self.storage.set_trial_user_attr(item._trial_id, TOLD, told)
        self._end(item._trial_id, OptunaState.FAIL, None)

    def _set(self, claim: Claim, name: str, value: Any) -> bool:
        from optuna.exceptions import UpdateFinishedTrialError

        try:
            with quiet():
                self.storage.set_trial_user_attr(claim.trial._trial_id, name, value)
        except UpdateFinishedTrialError:
            return False
        return True

    def _end(self, trial_id: int, state: Any, values: list[float] | None) -> bool:
        from optuna.exceptions import UpdateFinishedTrialError

        try:
            with quiet():
                return bool(self.storage.set_trial_state_values(trial_id, state, values))
        except UpdateFinishedTrialError:
            return False


def _suggested(trial: optuna.Trial, item: Any) -> object:
    """Return the value that Optuna chooses of a range, or that a trial to be done again has."""
    if item.choices:
        return trial.suggest_categorical(item.path, item.choices)
    if item.whole:
        return trial.suggest_int(item.path, int(item.low), int(item.high), log=item.log)
    value = trial.suggest_float(item.path, item.low, item.high, log=item.log)
    rounded = float(f"{value:.4g}")  # as a person would write it, where the span is not narrower than that
    is_fine = item.high - item.low > NARROW * max(abs(item.low), abs(item.high))
    return rounded if is_fine and item.low <= rounded <= item.high else value


def _values_of(item: FrozenTrial) -> dict[str, Any]:
    """Return the values of a trial; none where its worker was killed before they were chosen."""
    return item.user_attrs.get(VALUES) or item.system_attrs.get("fixed_params") or {}


def _is_lost(item: FrozenTrial, *, unknown: bool = False) -> bool:
    """Tell whether a trial's worker was killed, as ``Noted.trial`` does; and, if asked, before it had values."""
    if unknown and _values_of(item):
        return False
    return item.state.name == "FAIL" and _told_state(item) != TrialState.FAILED


def _was_left(item: FrozenTrial) -> bool:
    """Tell whether a trial's worker was not killed, but left it to others."""
    return _told_state(item) == TrialState.LOST


def _told_state(item: FrozenTrial) -> object:
    told = item.user_attrs.get(TOLD)
    return told.get("state") if isinstance(told, dict) else None


def _before(trials: Sequence[FrozenTrial], number: object) -> Iterator[FrozenTrial]:
    """Return a lost trial, the one that this one did again, and so on."""
    while type(number) is int and 0 <= number < len(trials):
        yield trials[number]
        before = trials[number].user_attrs.get(AGAIN_OF)
        number = before if type(before) is int and before < number else None


def _noted(item: FrozenTrial) -> Noted:
    began = item.datetime_start.astimezone(UTC) if item.datetime_start else None
    return Noted(item.number, item.state.value, dict(item.user_attrs), began)
