from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ConfigError
from engine.sweep.importance import LEAST_TRIALS, importance
from engine.sweep.journal import COMPLETE, RUNNING, Journal, Noted
from engine.sweep.library import SweepLibrary
from engine.sweep.plan import Goal, SweepPlan
from engine.sweep.sweep import JOURNAL_NAME, SWEEP_NAME, SweepState, SweepStatus, best_of
from engine.sweep.trial import UNREADABLE, Trial, TrialState


@pytest.fixture
def library(tmp_path: Path) -> SweepLibrary:
    return SweepLibrary(tmp_path)


def test_a_sweep_is_made_found_renamed_deleted_and_restored(
    library: SweepLibrary, plan_of: Callable[..., SweepPlan]
) -> None:
    assert library.sweeps() == ()
    first, second = library.create(plan_of(), "Rates"), library.create(plan_of())
    assert [first.id, second.id, second.name] == ["sweep-1", "sweep-2", "sweep-2"]
    assert {item.id for item in library.sweeps()} == {"sweep-1", "sweep-2"}
    assert library.find("Rates").id == library.find("sweep-1").id == "sweep-1"
    library.rename("sweep-1", "Other rates")
    assert library.find("Other rates").plan == first.plan
    library.delete("sweep-1")
    assert [item.id for item in library.sweeps()] == ["sweep-2"]
    with pytest.raises(ConfigError, match="There is no sweep"):
        library.open("sweep-1")
    assert library.restore("sweep-1") == "sweep-1"
    assert library.create(plan_of()).id == "sweep-3"


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", ".bin", "nothing"])
def test_what_is_no_sweep_is_not_there(library: SweepLibrary, name: str) -> None:
    for ask in (library.open, library.find, library.delete, library.restore):
        with pytest.raises(ConfigError, match="There is no sweep"):
            ask(name)


def test_a_damaged_one_hides_no_other(library: SweepLibrary, plan_of: Callable[..., SweepPlan]) -> None:
    for _ in range(3):
        library.create(plan_of())
    (library.folder / "sweep-1" / SWEEP_NAME).write_bytes(b"{")
    (library.folder / "sweep-2" / JOURNAL_NAME).write_bytes(b'{"op_code": 6}\n')
    assert [item.id for item in library.sweeps()] == ["sweep-3"]
    assert sorted(name for name, _ in library.unreadable) == ["sweep-1", "sweep-2"]


def test_minutes_that_are_over_end_a_sweep(library: SweepLibrary, plan_of: Callable[..., SweepPlan]) -> None:
    sweep = library.create(plan_of(trials=0, minutes=2.0))
    assert sweep.status() is SweepStatus.PAUSED
    sweep.note_state(SweepState(stopped=True, seconds=119.0))
    assert sweep.status() is SweepStatus.STOPPED
    sweep.note_state(SweepState(stopped=False, seconds=120.0))
    assert sweep.status() is SweepStatus.DONE


def test_the_best_is_the_first_that_is_nearest_to_the_goal(plan_of: Callable[..., SweepPlan]) -> None:
    goals = [
        (TrialState.DONE, 0.5),
        (TrialState.DONE, 0.9),
        (TrialState.DONE, 0.9),
        (TrialState.RUNNING, 1.0),
    ]
    trials = [Trial(number, state, goal=goal) for number, (state, goal) in enumerate(goals)]
    found = (
        best_of(plan_of(), trials),
        best_of(plan_of(goal=Goal.LOSS), trials),
        best_of(plan_of(), trials[3:]),
    )
    assert [each and each.number for each in found] == [1, 0, None]


@pytest.mark.slow
def test_what_a_setting_decides_is_told_in_shares(plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of({"training.learning_rate": "0.001:0.1", "training.batch_size": "16,32"})
    trials = [
        Trial(
            number,
            TrialState.DONE,
            {"training.learning_rate": 0.001 + number / 500, "training.batch_size": 16 * (1 + number % 2)},
            goal=1 - number / 50,
        )
        for number in range(40)
    ]
    found = importance(plan, trials)
    assert [path for path, _ in found] == ["training.learning_rate", "training.batch_size"]
    assert sum(share for _, share in found) == pytest.approx(1)
    assert found[0][1] > 0.9
    assert importance(plan, trials[: LEAST_TRIALS - 1]) == ()
    same = [Trial(0, TrialState.DONE, trials[0].values, goal=1.0)] * LEAST_TRIALS
    assert importance(plan, same) == ()


def test_a_setting_that_changes_nothing_seldom_seems_to_decide(plan_of: Callable[..., SweepPlan]) -> None:
    """Above a learning rate all is lost, below it all goes well, but for chance."""
    ranges = {
        "training.learning_rate": "1e-4:1e-1:log",
        "training.weight_decay": "1e-6:1e-2:log",
        "training.batch_size": "32,64,128",
    }
    plan, right = plan_of(ranges), 0
    for seed in range(40):
        chance = np.random.default_rng(seed)
        trials = []
        for number in range(LEAST_TRIALS):
            rate, decay, batch = chance.random(3)
            values = (10 ** (3 * rate - 4), 10 ** (4 * decay - 6), 32 * 2 ** int(3 * batch))
            goal = (0.1 if rate > 0.7 else 0.9) + chance.normal(0, 0.01)
            trials.append(Trial(number, TrialState.DONE, dict(zip(ranges, values, strict=True)), goal=goal))
        right += importance(plan, trials)[0][0] == "training.learning_rate"
    assert right >= 32


def test_copies_of_a_database_s_trials_are_read_back(
    library: SweepLibrary, plan_of: Callable[..., SweepPlan]
) -> None:
    sweep = library.create(plan_of(), storage="postgresql+psycopg://me@host/db", study="Name")
    assert (sweep.is_shared, sweep.tag, sweep.trials()) == (True, "Name", ())
    here = f"{socket.gethostname()}-7~{'0' * 16}"
    attributes = {
        "values": {"training.learning_rate": 0.1},
        "told": {"goal": 0.5},
        "run": "r-1",
        "worker": here,
    }
    noted = Noted(0, COMPLETE, attributes, sweep.created)
    sweep.keep_copies([noted])
    trials = sweep.trials()
    assert trials == library.open(sweep.id).trials() == (noted.trial(),)
    assert (trials[0].goal, trials[0].run) == (0.5, "r-1")
    sweep.keep_copies([noted])
    assert sweep.trials() is trials
    sweep.keep_copies([replace(noted, attributes=attributes | {"worker": "elsewhere-7"})])
    assert sweep.trials()[0].run == ""


@pytest.mark.parametrize(
    "told",
    [{"goal": 1e16}, {"goal": 0.5, "accuracy": -3}, {"goal": 10**400}, {"goal": "a million"}],
    ids=str,
)
def test_what_no_trial_can_come_to_is_said_to_be_unreadable(
    library: SweepLibrary, plan_of: Callable[..., SweepPlan], told: dict[str, Any]
) -> None:
    sweep = library.create(plan_of(), storage="postgresql+psycopg://me@host/db", study="Name")
    sound = Noted(0, COMPLETE, {"told": {"goal": 0.5, "accuracy": 0.5}})
    running = Noted(2, RUNNING, {"told": told})
    sweep.keep_copies([sound, Noted(1, COMPLETE, {"told": told}), running])
    found = sweep.trials()
    assert [trial.state for trial in found] == [TrialState.DONE, TrialState.FAILED, TrialState.RUNNING]
    assert (found[1].goal, found[1].accuracy, found[1].failure) == (None, None, str(UNREADABLE))
    assert sweep.best() == found[0]


def test_r2_has_no_least_value(library: SweepLibrary, plan_of: Callable[..., SweepPlan]) -> None:
    sweep = library.create(plan_of(asks="number"), storage="postgresql+psycopg://me@host/db", study="Name")
    worse, above = {"goal": -3.0, "accuracy": -3.0}, {"goal": 1.5, "accuracy": 1.5}
    sweep.keep_copies([Noted(0, COMPLETE, {"told": worse}), Noted(1, COMPLETE, {"told": above})])
    assert [trial.goal for trial in sweep.trials()] == [-3.0, None]


def test_a_loss_may_be_of_any_size(library: SweepLibrary, plan_of: Callable[..., SweepPlan]) -> None:
    sweep = library.create(plan_of(goal=Goal.LOSS), storage="postgresql+psycopg://me@host/db", study="Name")
    sweep.keep_copies([Noted(0, COMPLETE, {"told": {"goal": 1e9, "loss": 1e9, "accuracy": 0.1}})])
    assert sweep.trials()[0].goal == 1e9


HUGE = 10**400


@pytest.mark.parametrize(
    ("attributes", "state"),
    [
        ({"told": {"goal": "x", "accuracy": [1], "seconds": "x", "failure": 5}, "run": [1]}, COMPLETE),
        ({"values": {"nonsense": HUGE, "training.batch_size": [1]}, "told": {"goal": HUGE}}, COMPLETE),
        ({"told": {"parameters": HUGE, "epochs": HUGE, "seconds": HUGE, "goal": 0.5}}, COMPLETE),
        ({}, [1]),
        ({}, 99),
    ],
    ids=str,
)
def test_nothing_that_others_wrote_of_a_trial_is_believed(
    library: SweepLibrary, plan_of: Callable[..., SweepPlan], attributes: dict[str, Any], state: Any
) -> None:
    """In the journal and in the copies of a database alike: it is left out, or the sweep is damaged."""
    own = library.create(plan_of())
    begun = {"op_code": 4, "user_attrs": attributes, "state": state, "datetime_start": None}
    (own.folder / "journal.log").write_text(json.dumps(begun) + "\n", encoding="utf-8")
    shared = library.create(plan_of(), storage="postgresql+psycopg://me@host/db", study="Name")
    row = {"number": 0, "state": state, "attributes": attributes, "began": None}
    (shared.folder / "trials.json").write_text(json.dumps([row]), encoding="utf-8")
    found = {item.id for item in library.sweeps()} | {name for name, _ in library.unreadable}
    assert found == {own.id, shared.id}
    for sweep in (own, shared) * 2:
        if state != COMPLETE:
            with pytest.raises(ConfigError, match="damaged"):
                sweep.trials()
            continue
        trials = sweep.trials()
        assert best_of(sweep.plan, trials) in (None, trials[0])
        assert sweep.csv()
        assert not trials[0].values


def test_a_time_that_is_no_number_is_not_believed(
    library: SweepLibrary, plan_of: Callable[..., SweepPlan]
) -> None:
    sweep = library.create(plan_of())
    (sweep.folder / "state.json").write_text(f'{{"seconds": {HUGE}, "stopped": false}}', encoding="utf-8")
    assert sweep.state() == SweepState()


def test_reading_a_sweep_loads_neither_optuna_nor_torch(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys\nfrom engine.sweep.library import SweepLibrary\nfrom engine.sweep.crew import Crew\n"
        f"SweepLibrary({str(tmp_path)!r}).sweeps()\n"
        "assert not {'optuna', 'torch', 'sqlalchemy', 'psycopg'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_journal_that_is_not_there_has_no_trials(tmp_path: Path) -> None:
    assert Journal(tmp_path / "none").trials() == ()
