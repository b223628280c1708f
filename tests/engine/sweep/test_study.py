"""Each trial is claimed once, told once, and none is lost: in the journal of one machine, and in a database."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy

from engine.errors import ConfigError
from engine.sweep import shared_study
from engine.sweep.library import SweepLibrary
from engine.sweep.local_study import Lease, LocalStore, mend_end
from engine.sweep.plan import Ending, Goal, SweepPlan, Way
from engine.sweep.ranges import Range
from engine.sweep.shared_study import PLAN, SharedStore, without_password
from engine.sweep.study import MOST_AGAIN, TrialStore
from engine.sweep.sweep import JOURNAL_NAME, Sweep
from engine.sweep.trial import Trial, TrialState

DEAD = "machine-1~" + "0" * 16
TOLD = {
    "goal": 0.5,
    "accuracy": 0.5,
    "loss": 1.0,
    "seconds": 1.0,
    "parameters": 10,
    "epochs": 1,
    "failure": "",
}


@pytest.fixture
def sweep(tmp_path: Path, plan_of: Callable[..., SweepPlan]) -> Sweep:
    return SweepLibrary(tmp_path).create(plan_of())


def store_of(sweep: Sweep) -> LocalStore:
    return LocalStore(sweep.folder, sweep.plan)


def done(store: TrialStore, worker: str, goal: float = 0.5) -> bool:
    claim = store.claim(worker)
    assert claim is not None
    return store.tell(claim, TrialState.DONE, TOLD | {"goal": goal})


def states(sweep: Sweep) -> list[TrialState]:
    return [trial.state for trial in sweep.trials()]


def test_the_budget_is_kept_by_many_workers(sweep: Sweep) -> None:
    with Lease(sweep.folder) as one, Lease(sweep.folder) as other:
        stores = store_of(sweep), store_of(sweep)
        claims = [stores[0].claim(one), stores[1].claim(other), stores[0].claim(one), stores[1].claim(other)]
        assert [claim and claim.number for claim in claims] == [0, 1, 2, None]
        assert not stores[1].is_over()
        for claim in claims[:3]:
            assert claim is not None
            assert stores[0].tell(claim, TrialState.DONE, TOLD)
        assert stores[1].is_over()
    assert states(sweep) == [TrialState.DONE] * 3
    assert sweep.is_done()


@pytest.mark.parametrize(("span", "digits"), [("1e-4:1e-1:log", 4), ("0.12345678:0.12345999", 9)])
def test_values_of_a_span_are_as_short_as_it_is_wide(
    tmp_path: Path, plan_of: Callable[..., SweepPlan], span: str, digits: int
) -> None:
    item = Range.parsed("training.learning_rate", span)
    sweep = SweepLibrary(tmp_path).create(plan_of({item.path: span}, trials=5))
    with Lease(sweep.folder) as worker:
        store = store_of(sweep)
        values = [claim.values[item.path] for _ in range(5) if (claim := store.claim(worker))]
    assert len(set(values)) == 5
    assert all(item.low <= value <= item.high for value in values)
    assert all(value == float(f"{value:.4g}") for value in values) is (digits == 4)


def test_the_trial_of_a_dead_worker_is_done_again_with_the_same_values(sweep: Sweep) -> None:
    store = store_of(sweep)
    lost = store.claim(DEAD)
    assert lost is not None
    store.note_run(lost, "run-1")
    with Lease(sweep.folder) as worker:
        again = store_of(sweep).claim(worker)
    assert again is not None
    assert (again.values, again.lost_runs) == (lost.values, ("run-1",))
    first, second = sweep.trials()
    assert (first.state, second.state, second.again_of) == (TrialState.LOST, TrialState.RUNNING, 0)


def test_who_was_thought_dead_is_not_counted_twice(sweep: Sweep) -> None:
    store, late = store_of(sweep), store_of(sweep)
    lost = late.claim(DEAD)
    assert lost is not None
    with Lease(sweep.folder) as worker:
        assert done(store, worker)
        assert not late.note_progress(lost, TOLD)
        assert not late.tell(lost, TrialState.DONE, TOLD | {"goal": 0.9})
        assert done(store, worker)
        assert done(store, worker)
        assert store.claim(worker) is None
    assert states(sweep) == [TrialState.LOST] + [TrialState.DONE] * 3
    best = sweep.best()
    assert best is not None
    assert best.goal == 0.5


def test_nothing_is_lost_where_a_worker_is_killed_between_two_steps(sweep: Sweep) -> None:
    """It had marked a trial as lost, but was killed before the copy was there."""
    store = store_of(sweep)
    lost = store.claim(DEAD)
    assert lost is not None
    assert store.tell(lost, TrialState.LOST, TOLD)
    store.mend()
    store_of(sweep).mend()
    assert states(sweep) == [TrialState.LOST, TrialState.WAITING]


def test_a_trial_that_kills_its_workers_is_given_up(sweep: Sweep) -> None:
    store = store_of(sweep)
    for _ in range(MOST_AGAIN + 1):
        assert store.claim(DEAD) is not None
    store.mend()
    assert states(sweep) == [TrialState.LOST] * MOST_AGAIN + [TrialState.FAILED]
    assert "killed each time" in sweep.trials()[-1].failure


def test_kills_change_nothing_of_what_is_tried(tmp_path: Path, plan_of: Callable[..., SweepPlan]) -> None:
    found = []
    for kills in ((), (0, 1, 3)):
        sweep = SweepLibrary(tmp_path / str(len(kills))).create(plan_of(trials=4))
        store = store_of(sweep)
        with Lease(sweep.folder) as worker:
            for number in range(4):
                if number == 1 and kills:
                    store.study.ask()  # killed before its values were chosen
                if number in kills:
                    store.claim(DEAD)
                done(store, worker)
            assert store.claim(worker) is None
        found.append([trial.values for trial in sweep.trials() if trial.counts])
    assert found[0] == found[1]


def test_a_grid_goes_through_every_point_though_one_is_lost(
    tmp_path: Path, plan_of: Callable[..., SweepPlan]
) -> None:
    plan = plan_of({"training.batch_size": "16,32,64"}, way=Way.GRID, trials=0)
    sweep = SweepLibrary(tmp_path).create(plan)
    store = store_of(sweep)
    store.claim(DEAD)
    with Lease(sweep.folder) as worker:
        while (claim := store.claim(worker)) is not None:
            store.tell(claim, TrialState.DONE, TOLD)
    found = [trial.values["training.batch_size"] for trial in sweep.trials() if trial.counts]
    assert sorted(found, key=str) == [16, 32, 64]  # type: ignore[type-var]


@pytest.mark.slow
@pytest.mark.parametrize("way", [Way.RANDOM, Way.TPE])
def test_one_worker_gives_the_same_sweep_again(
    tmp_path: Path, plan_of: Callable[..., SweepPlan], way: Way
) -> None:
    found = []
    for seed, breaks in ((1, ()), (1, (4, 12)), (2, ())):
        plan = plan_of(
            {"training.learning_rate": "1e-3:1e-1:log", "training.batch_size": "16,32"},
            way=way,
            trials=13,
            seed=seed,
        )
        sweep = SweepLibrary(tmp_path / f"{len(found)}").create(plan)
        store = store_of(sweep)
        with Lease(sweep.folder) as worker:
            for number in range(13):
                store = store_of(sweep) if number in breaks else store
                claim = store.claim(worker)
                assert claim is not None
                store.tell(
                    claim,
                    TrialState.DONE,
                    TOLD | {"goal": 1 - float(str(claim.values["training.learning_rate"]))},
                )
        found.append([trial.values for trial in sweep.trials()])
    assert found[0] == found[1] != found[2]


def test_half_a_line_of_a_killed_worker_is_taken_off(sweep: Sweep) -> None:
    store = store_of(sweep)
    path = sweep.folder / JOURNAL_NAME
    whole = path.read_bytes()
    with path.open("ab") as file:
        file.write(b'{"op_code": 4, "wor')
    assert sweep.trials() == ()
    assert store.claim(DEAD) is not None
    assert path.read_bytes().startswith(whole + b"{")
    assert [trial.number for trial in sweep.trials()] == [0]
    mend_end(path)
    assert [trial.number for trial in sweep.trials()] == [0]


def test_what_the_journal_tells_is_what_optuna_reads(sweep: Sweep) -> None:
    store = store_of(sweep)
    with Lease(sweep.folder) as worker:
        done(store, worker, 0.25)
        claim = store.claim(worker)
        assert claim is not None
        store.tell(
            claim, TrialState.FAILED, TOLD | {"goal": None, "failure": "The loss is no longer a number."}
        )
        store.claim(worker)
    assert store.trials() == sweep.trials()
    assert states(sweep) == [TrialState.DONE, TrialState.FAILED, TrialState.RUNNING]
    assert sweep.trials() is sweep.trials()
    assert sweep.trials()[0].worker in worker


def test_the_median_ends_what_is_worse(tmp_path: Path, plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of(ending=Ending.MEDIAN, trials=9, settings={"training.epochs": 3}, goal=Goal.LOSS)
    sweep = SweepLibrary(tmp_path).create(plan)
    store = store_of(sweep)
    verdicts = []
    with Lease(sweep.folder) as worker:
        for loss in (1.0, 1.1, 1.2, 1.3, 1.4, 0.9, 1.9):
            claim = store.claim(worker)
            assert claim is not None
            verdicts.append(store.is_hopeless(claim, loss, 1))
            store.tell(claim, TrialState.DONE, TOLD | {"goal": loss})
    assert verdicts == [False] * 6 + [True]


def test_a_trial_that_was_left_at_every_break_is_not_given_up(sweep: Sweep) -> None:
    """A worker that ended by itself, as when the window closes, has not been killed."""
    store = store_of(sweep)
    for _ in range(MOST_AGAIN + 1):
        claim = store.claim(DEAD)
        assert claim is not None
        assert store.tell(claim, TrialState.LOST, TOLD)
    assert store.claim(DEAD) is not None
    store.mend()
    assert states(sweep) == [TrialState.LOST] * (MOST_AGAIN + 2) + [TrialState.WAITING]


def test_who_was_thought_dead_is_told_to_end(tmp_path: Path, plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of(ending=Ending.MEDIAN, settings={"training.epochs": 3})
    sweep = SweepLibrary(tmp_path).create(plan)
    store, late = store_of(sweep), store_of(sweep)
    lost = late.claim(DEAD)
    assert lost is not None
    store.mend()
    assert late.is_hopeless(lost, 0.5, 1)


def test_a_lost_trial_says_which_one_does_it_again(sweep: Sweep) -> None:
    store = store_of(sweep)
    lost = store.claim(DEAD)
    assert lost is not None
    before = sweep.trials()[0]
    assert (before.state_words, before.ordinal) == ("running", 1)
    store.mend()
    first, second = sweep.trials()
    assert (first.again_by, second.again_of) == (1, 0)
    assert first.state_words == "broken off, done again as trial 2"
    assert store.trials() == (first, second) == Sweep(sweep.folder).trials()


# In a database

CLAIM = """
import sys
from engine.sweep.ranges import Range
from engine.sweep.shared_study import SharedStore
claim = SharedStore.opened(sys.stdin.readline().strip(), sys.argv[1]).claim("killed-1")
print(claim.number, flush=True)
sys.stdin.read()
"""


def told(trials: tuple[Trial, ...]) -> list[tuple[TrialState, int | None]]:
    return [(trial.state, trial.again_of) for trial in trials]


@pytest.fixture
def opened() -> Iterator[Callable[..., tuple[SharedStore, ...]]]:
    """Return what takes stores into care: they are closed at the end."""
    with ExitStack() as kept:

        def keep(*stores: SharedStore) -> tuple[SharedStore, ...]:
            for store in stores:
                kept.callback(store.close)
            return stores

        yield keep


@pytest.mark.slow
def test_a_worker_of_another_machine_that_is_killed_is_noticed(
    database: str, plan_of: Callable[..., SweepPlan], opened: Callable[..., tuple[SharedStore, ...]]
) -> None:
    plan = plan_of()
    store, one, other = opened(
        SharedStore.created(database, "killed", plan),
        SharedStore.opened(database, "killed"),
        SharedStore.opened(database, "killed"),
    )
    process = subprocess.Popen(
        [sys.executable, "-c", CLAIM, "killed"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{database}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "0\n"
    process.kill()
    process.communicate()
    assert one.plan == plan
    assert done(one, "one")  # trial 1; the killed one may still be alive
    assert told(store.trials()) == [(TrialState.RUNNING, None), (TrialState.DONE, None)]
    age = sqlalchemy.text("UPDATE trial_heartbeats SET heartbeat = heartbeat - interval '2 minutes'")
    with one._database.engine.begin() as connection:
        connection.execute(age)
    again = one.claim("one")
    last = other.claim("other")
    assert again is not None
    assert last is not None
    assert again.values == store.trials()[0].values
    assert one.claim("one") is other.claim("other") is None
    assert other.tell(last, TrialState.DONE, TOLD)
    # The heart of the worker that does it again is late, too, but it comes to its end all the same.
    with one._database.engine.begin() as connection:
        connection.execute(age)
    third = other.claim("other")
    assert third is not None
    assert third.values == again.values
    with one.kept_alive(again):
        assert not one.tell(again, TrialState.DONE, TOLD)
    assert other.tell(third, TrialState.DONE, TOLD)
    other.mend()
    assert other.is_over()
    assert told(store.trials()) == [
        (TrialState.LOST, None),
        (TrialState.DONE, None),
        (TrialState.LOST, 0),
        (TrialState.DONE, None),
        (TrialState.DONE, 2),
    ]


@pytest.mark.slow
def test_a_machine_that_froze_in_its_turn_holds_nobody_up(
    database: str,
    plan_of: Callable[..., SweepPlan],
    opened: Callable[..., tuple[SharedStore, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen, other = opened(
        SharedStore.created(database, "frozen", plan_of()), SharedStore.opened(database, "frozen")
    )
    claims = []

    def claim_meanwhile() -> None:
        monkeypatch.undo()
        claims.append(other.claim("other"))

    monkeypatch.setattr(shared_study, "TURN_SECONDS", 0.2)
    with pytest.raises(sqlalchemy.exc.SQLAlchemyError), frozen.turn():
        claim_meanwhile()
    assert claims[0] is not None
    assert frozen.claim("frozen") is not None  # it comes back to life


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Optuna is kept quiet by a filter that all threads share
def test_of_machines_that_begin_one_sweep_at_once_one_makes_it_and_the_others_take_it(
    database: str, plan_of: Callable[..., SweepPlan], opened: Callable[..., tuple[SharedStore, ...]]
) -> None:
    """Each of two more, made by another plan, is refused, and the plan stays that of the first."""
    start = threading.Barrier(4)

    def make(trials: int) -> SharedStore | ConfigError:
        start.wait()
        try:
            return SharedStore.created(database, "raced", plan_of(trials=trials))
        except ConfigError as error:
            return error

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(make, (3, 3, 9, 9)))
    stores = [each for each in found if isinstance(each, SharedStore)]
    opened(*stores)
    assert len(stores) == 2
    assert stores[0].plan == stores[1].plan
    (other,) = opened(SharedStore.opened(database, "raced"))
    assert other.plan == stores[0].plan
    assert all("already" in str(each) for each in found if isinstance(each, ConfigError))


@pytest.mark.slow
def test_a_plan_in_a_database_is_not_believed(
    database: str, plan_of: Callable[..., SweepPlan], opened: Callable[..., tuple[SharedStore, ...]]
) -> None:
    (store,) = opened(SharedStore.created(database, "foreign", plan_of()))
    with pytest.raises(ConfigError, match="already"):
        SharedStore.created(database, "foreign", plan_of(trials=4))
    store.study.set_user_attr(PLAN, '{"experiment": 1}')
    with pytest.raises(ConfigError, match="not usable"):
        SharedStore.opened(database, "foreign")
    with pytest.raises(ConfigError, match="has no sweep"):
        SharedStore.opened(database, "nothing")
    assert store.claim("one") is not None
    for table, column, what in (
        ("trial_params", "distribution_json", "{}"),
        ("trial_user_attributes", "value_json", "{"),
    ):
        with store._database.engine.begin() as connection:
            connection.execute(sqlalchemy.text(f"UPDATE {table} SET {column} = :what"), {"what": what})
        with pytest.raises(ConfigError, match="not usable"):
            store.claim("two")
    with store._database.engine.begin() as connection:
        broken = sqlalchemy.text("UPDATE study_user_attributes SET value_json = '{' WHERE study_id = :study")
        connection.execute(broken, {"study": store._study_id})
    with pytest.raises(ConfigError, match="not usable"):
        SharedStore.opened(database, "foreign")
    with store._database.engine.begin() as connection:
        connection.execute(sqlalchemy.text("DELETE FROM study_user_attributes"))


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:///secret-word.db",
        "mysql://me:secret-word@host/db",
        "secret-word",
        "postgresql+psycopg://me:secret-word@127.0.0.1:1/db",
        "postgresql+psycopg://me@127.0.0.1:1/db?password=secret-word",
    ],
)
def test_no_password_is_told(address: str) -> None:
    with pytest.raises(ConfigError) as caught:
        SharedStore.opened(address, "any")
    assert "secret-word" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_no_password_is_written() -> None:
    shown = without_password("postgresql://me:secret-word@host/db?password=other&host=/run")
    assert shown == "postgresql+psycopg://me@host/db?host=%2Frun"
