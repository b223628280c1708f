"""What a worker makes of trials: runs in the library, goals reached, and ends that come early."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.errors import ConfigError
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.status import RunStatus
from engine.sweep import one_trial
from engine.sweep.library import SweepLibrary
from engine.sweep.local_study import Lease, LocalStore
from engine.sweep.plan import Goal, SweepPlan, Way
from engine.sweep.study import Claim
from engine.sweep.sweep import Sweep
from engine.sweep.trial import Trial, TrialState
from engine.sweep.trial_data import TrialData
from engine.sweep.wishes import GO_ON, PAUSE, STOP, SUSPEND, TIME_IS_UP
from engine.sweep.worker import work
from engine.sweep.worker_control import WorkerControl, listen
from engine.training.control import TrainingControl

DEAD = "machine-1~" + "0" * 16


@pytest.fixture
def swept(
    tmp_path: Path, plan_of: Callable[..., SweepPlan]
) -> Callable[..., tuple[Sweep, tuple[Trial, ...]]]:
    """Return what does a sweep in this process, and gives it with its trials."""

    def do(
        ranges: dict[str, str] | None = None,
        settings: dict[str, Any] | None = None,
        before: Callable[[LocalStore, WorkerControl], None] = lambda _store, _control: None,
        **changes: Any,
    ) -> tuple[Sweep, tuple[Trial, ...]]:
        sweep = SweepLibrary(tmp_path / "sweeps").create(plan_of(ranges, settings, **changes))
        store, control = LocalStore(sweep.folder, sweep.plan), WorkerControl()
        before(store, control)
        told: list[bool] = []
        with Lease(sweep.folder) as worker:
            work(
                store,
                worker,
                control,
                runs=tmp_path / "runs",
                tag=sweep.id,
                told=lambda _number, counts: told.append(counts),
            )
        trials = sweep.trials()
        own = [trial for trial in trials if trial.worker == worker.partition("~")[0]]
        assert told.count(False) == sum(trial.state is TrialState.LOST for trial in own)
        return sweep, trials

    return do


def test_each_trial_is_a_run_of_the_sweep(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path
) -> None:
    sweep, trials = swept(
        {"network.units": "4,8"}, {"training.epochs": 2}, way=Way.GRID, trials=0, preset="mine"
    )
    runs = {run.id: run for run in RunLibrary(tmp_path / "runs").summaries()}
    assert [trial.run for trial in trials] == ["mine-1", "mine-2"] == sorted(runs)
    for trial, units in zip(trials, (4, 8), strict=True):
        run = runs[trial.run]
        assert (run.sweep, run.status, run.preset) == (sweep.id, RunStatus.DONE, "mine")
        assert run.experiment.network.summary == str(units)
        assert run.experiment.training.threads == 1
        assert trial.parameters == run.parameters == (784 + 1) * units + (units + 1) * 10
        assert (trial.goal, trial.accuracy) == (run.validation_accuracy,) * 2
        assert trial.loss == pytest.approx(run.validation_loss)
        assert (trial.epochs, trial.state) == (2, TrialState.DONE)
    assert sweep.is_done()
    table = sweep.csv().splitlines()
    assert table[0].startswith("number,state,network.units,goal,")
    assert [line.split(",")[:3] for line in table[1:]] == [["0", "done", "4"], ["1", "done", "8"]]


def test_the_run_of_a_killed_trial_goes_into_the_bin(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException): ...

    def killed(*_arguments: object) -> bool:
        raise Killed

    def kill(store: LocalStore, control: WorkerControl) -> None:
        monkeypatch.setattr(store, "tell", killed)
        with pytest.raises(Killed):
            work(store, DEAD, control, runs=tmp_path / "runs", tag="sweep-1")
        monkeypatch.undo()

    _, trials = swept(before=kill, trials=1)
    assert [(trial.state, trial.again_of) for trial in trials] == [
        (TrialState.LOST, None),
        (TrialState.DONE, 0),
    ]
    assert trials[0].values == trials[1].values
    library = RunLibrary(tmp_path / "runs")
    assert [run.id for run in library.summaries()] == [trials[1].run]
    assert [run_id for run_id, _ in library.deleted()] == [trials[0].run]


def test_a_run_that_is_called_as_one_lost_on_another_machine_stays(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def before(store: LocalStore, control: WorkerControl) -> None:
        lost = store.claim(DEAD)
        assert lost is not None
        store.note_run(lost, "generated-1")  # there; the first trial of this machine is called so, too
        with monkeypatch.context() as patch:
            patch.setattr(store, "_mend", lambda: None)
            claim = store.claim(DEAD)
        assert claim is not None
        one_trial.do_trial(store, claim, TrialData(), control, tmp_path / "runs", "sweep-1")

    _, trials = swept(before=before, trials=2)
    assert [trial.state for trial in trials] == [TrialState.LOST, TrialState.DONE, TrialState.DONE]
    runs = [run.id for run in RunLibrary(tmp_path / "runs").summaries()]
    assert sorted(runs) == [trial.run for trial in trials[1:]] == ["generated-1", "generated-2"]


def test_a_network_with_too_many_parameters_is_not_trained(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path
) -> None:
    goal = {"goal": Goal.ACCURACY_IN_PARAMETERS, "limit": 4000.0}
    _, trials = swept({"network.units": "4,8"}, way=Way.GRID, trials=0, **goal)
    assert [trial.state for trial in trials] == [TrialState.DONE, TrialState.ENDED_EARLY]
    assert "6,370 parameters" in trials[1].failure
    assert (trials[1].goal, trials[1].run) == (None, "")


def test_where_no_network_is_small_enough_no_trial_begins(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match="more than 10 parameters"):
        swept({"network.units": "4,8"}, goal=Goal.ACCURACY_IN_PARAMETERS, limit=10.0)
    assert not (tmp_path / "runs").exists()


def test_what_comes_after_the_seconds_does_not_count(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]],
) -> None:
    _, trials = swept(None, {"training.epochs": 100_000}, trials=1, goal=Goal.ACCURACY_IN_SECONDS, limit=0.3)
    (trial,) = trials
    assert trial.state is TrialState.DONE
    assert trial.seconds <= 0.3
    assert 0 < trial.epochs < 100_000
    _, trials = swept(None, {"training.epochs": 100_000}, trials=1, goal=Goal.ACCURACY_IN_SECONDS, limit=1e-9)
    assert (trials[0].state, trials[0].goal) == (TrialState.ENDED_EARLY, None)
    assert "no epoch" in trials[0].failure


def test_what_is_hopeless_is_ended_and_keeps_its_run(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path
) -> None:
    def before(store: LocalStore, _control: WorkerControl) -> None:
        store.is_hopeless = lambda _claim, _value, epoch: epoch >= 2  # type: ignore[method-assign]

    _, trials = swept(None, {"training.epochs": 100_000}, before, trials=1)
    assert trials[0].state is TrialState.ENDED_EARLY
    assert 2 <= trials[0].epochs < 100_000
    assert trials[0].goal is not None
    (run,) = RunLibrary(tmp_path / "runs").summaries()
    assert (run.id, run.status) == (trials[0].run, RunStatus.STOPPED)


def test_what_diverges_has_failed(swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]]) -> None:
    linear = [{"kind": "dense", "size": 8, "activation": "identity"}]
    settings = {"training.optimizer": "sgd", "training.epochs": 5, "network.hidden": linear}
    sweep, trials = swept({"training.learning_rate": "1000,0.1"}, settings, way=Way.GRID, trials=0)
    assert [trial.state for trial in trials] == [TrialState.FAILED, TrialState.DONE]
    assert trials[0].failure
    assert sweep.best() == trials[1]


def test_values_from_outside_of_the_plan_are_not_tried(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path
) -> None:
    def before(store: LocalStore, _control: WorkerControl) -> None:
        store.study.enqueue_trial({"training.learning_rate": 900.0})

    _, trials = swept(before=before, trials=2)
    assert [trial.state for trial in trials] == [TrialState.FAILED, TrialState.DONE]
    assert "does not allow" in trials[0].failure
    assert len(RunLibrary(tmp_path / "runs").summaries()) == 1


@pytest.mark.parametrize(("wish", "words"), [(STOP, "by hand"), (TIME_IS_UP, "minutes"), (SUSPEND, "")])
def test_an_end_keeps_or_leaves_the_trial(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
    words: str,
) -> None:
    def before(_store: LocalStore, control: WorkerControl) -> None:
        real = one_trial.Reached.add

        def add(reached: one_trial.Reached, event: Any) -> None:
            real(reached, event)
            control.take(wish)

        monkeypatch.setattr(one_trial.Reached, "add", add)

    sweep, trials = swept(None, {"training.epochs": 100_000}, before)
    assert len(trials) == 1
    ended = TrialState.LOST if wish == SUSPEND else TrialState.ENDED_EARLY
    assert trials[0].state is ended
    assert words in trials[0].failure
    assert len(RunLibrary(tmp_path / "runs").summaries()) == (wish != SUSPEND)
    assert not sweep.is_done()


@pytest.mark.parametrize(("wish", "left"), [(STOP, True), (TIME_IS_UP, False)])
def test_a_trial_that_was_stopped_before_its_first_epoch_is_done_again(
    swept: Callable[..., tuple[Sweep, tuple[Trial, ...]]], tmp_path: Path, wish: str, left: bool
) -> None:
    def before(store: LocalStore, control: WorkerControl) -> None:
        real = store.note_run

        def note_run(claim: Claim, run_id: str) -> bool:
            control.take(wish)
            return real(claim, run_id)

        store.note_run = note_run  # type: ignore[method-assign]

    sweep, trials = swept(None, {"training.epochs": 100_000}, before)
    (trial,) = trials
    assert (trial.epochs, trial.goal) == (0, None)
    assert trial.state is (TrialState.LOST if left else TrialState.ENDED_EARLY)
    assert trial.counts is not left
    assert len(RunLibrary(tmp_path / "runs").summaries()) == (not left)
    assert not sweep.is_done()


def test_a_training_is_held_and_goes_on_as_it_is_told() -> None:
    control, training = WorkerControl(), TrainingControl()
    control.take(PAUSE)
    with control.steering(training):
        assert training.paused
        control.take(GO_ON)
        assert not training.paused
        control.take("nonsense")
        control.take(SUSPEND)
        assert training.stopped
    control.take(STOP)
    assert (control.suspended, control.stopped) == (True, False)


def test_who_hangs_up_wants_the_worker_to_end_for_now() -> None:
    control = WorkerControl()
    control.take(PAUSE)
    ended = threading.Event()
    listen(control, io.StringIO("continue\n"), ended.set, last_seconds=0.0)
    control.take(PAUSE)
    assert control.wait_while_paused()
    assert control.suspended
    assert ended.wait(60)  # had it been stuck in something, it would not live on without a crew


def test_who_is_told_to_end_for_now_ends_though_its_crew_is_silent() -> None:
    control, ended = WorkerControl(), threading.Event()
    reading, writing = os.pipe()
    with os.fdopen(reading) as words, os.fdopen(writing, "w") as crew:
        listen(control, words, ended.set, last_seconds=0.0)
        crew.write("pause\n")
        crew.flush()
        assert not control.suspended
        crew.write("suspend\n")
        crew.flush()
        assert ended.wait(60)
        assert control.suspended
