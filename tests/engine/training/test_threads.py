"""Automatic threads: measured without a trace, brought down by other work, and as they were in a run done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.runtime import prefer_threads
from engine.training import (
    CheckpointTaken,
    LearningRateChanged,
    StepsDone,
    ThreadsChanged,
    TrainingControl,
    TrainingEvent,
    TrainingStarted,
    train,
)
from engine.training import threads as threads_module
from engine.training.learner import Learner
from engine.training.manner import Manner
from engine.training.outcome import threads_sentence
from engine.training.thread_course import going_on, in_words, threads_at
from engine.training.threads import StepThreads, known_threads
from tests.engine.training.told import assert_same_weights, finish_of, history_of

KINDS: dict[str, dict[str, Any]] = {
    "dense": {"network.hidden": "8,8"},
    "dropout and varied images": {
        "network.hidden": [{"size": 8, "dropout": 0.5}], "data.augmentation.enabled": True,
        "data.augmentation.elastic": 1.0, "data.augmentation.noise": 0.1, "training.optimizer": "momentum",
    },
    "normalised convolutions": {
        "network.hidden": [
            {"kind": "conv", "channels": 2, "kernel": 3, "batch_norm": True}, {"size": 4, "dropout": 0.2},
        ],
        "training.optimizer": "rmsprop",
    },
    "private": {"network.hidden": "8", "training.privacy_noise": 1.0},
    "hardened": {"network.hidden": "8", "training.adversary": "fgsm"},
    "diverging": {"network.hidden": "8", "training.learning_rate": 1000.0, "training.optimizer": "sgd"},
}  # fmt: skip


class Machine:
    """A clock that only steps move: each as long as is said of its number of threads."""

    def __init__(self, seconds: dict[int, float], monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds, self.now, self.threads = seconds, 0.0, 1
        self.done = 0
        steps, set_threads = Learner.steps, torch.set_num_threads

        def slow(
            learner: Learner, first: int, rates: Sequence[float], strengths: Sequence[float] = ()
        ) -> None:
            steps(learner, first, rates, strengths)
            self.now += self.seconds[self.threads] * len(rates)
            self.done += len(rates)

        def noted(count: int) -> None:
            self.threads = count
            set_threads(1)

        monkeypatch.setattr(Learner, "steps", slow)
        monkeypatch.setattr(torch, "set_num_threads", noted)
        monkeypatch.setattr(threads_module, "free_threads", lambda: max(seconds))
        monkeypatch.setattr(threads_module, "usable_cores", lambda: max(seconds))
        monkeypatch.setattr(threads_module, "are_free", lambda *_: True)
        monkeypatch.setattr(threads_module, "LEAST_WORK", 0)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def two_are_faster(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine({1: 0.02, 2: 0.011}, monkeypatch)


@pytest.fixture
def automatic(experiment: Experiment) -> Experiment:
    return experiment.with_(**{"training.threads": 0, "training.epochs": 400})


def run_of(events: Iterator[TrainingEvent], steps: int) -> list[TrainingEvent]:
    """Let a run go until it has done so many steps."""
    told: list[TrainingEvent] = []
    for event in events:
        told.append(event)
        if isinstance(event, StepsDone) and event.last_step >= steps:
            break
    return told


def started_of(events: Sequence[TrainingEvent]) -> TrainingStarted:
    return next(event for event in events if isinstance(event, TrainingStarted))


@pytest.mark.parametrize("kind", KINDS)
def test_steps_that_are_thrown_away_leave_no_trace(
    experiment: Experiment, split: Split, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = experiment.with_(**KINDS[kind], **{"training.epochs": 2})
    once = list(train(changed, split, clock=lambda: 0.0))
    made, rehearse = Learner.__init__, Learner.thrown_away

    def rehearsed(learner: Learner, *args: Any, **options: Any) -> None:
        made(learner, *args, **options)
        with rehearse(learner):
            strengths = [0.3] * 3 if kind == "hardened" else []
            learner.steps(0, [changed.training.learning_rate] * 3, strengths)
            learner.steps(1, [changed.training.learning_rate], strengths[:1])

    monkeypatch.setattr(Learner, "__init__", rehearsed)
    again = list(train(changed, split, clock=lambda: 0.0))
    assert_same_weights(finish_of(once).last_state, finish_of(again).last_state)
    checkpoints = finish_of(once).checkpoint, finish_of(again).checkpoint
    assert all((checkpoints[0] is None) == (checkpoint is None) for checkpoint in checkpoints)
    if checkpoints[0] is not None and checkpoints[1] is not None:
        assert_same_weights(checkpoints[0].optimizer, checkpoints[1].optimizer)
        assert torch.equal(checkpoints[0].order_state, checkpoints[1].order_state)
        assert torch.equal(checkpoints[0].dropout_state, checkpoints[1].dropout_state)


def test_the_fastest_number_is_taken_and_told(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    events = run_of(train(automatic, split, measures=True, clock=two_are_faster), 10)
    assert started_of(events).threads == 2
    steps = [event for event in events if isinstance(event, StepsDone)]
    assert steps[-1].seconds == pytest.approx(0.011 * steps[-1].last_step), "what was tried does not count"
    assert two_are_faster.done > steps[-1].last_step, "some steps were thrown away"


@pytest.mark.parametrize("why", ["not asked", "settings", "preference", "one core", "little work"])
def test_nothing_is_measured_where(
    automatic: Experiment, split: Split, two_are_faster: Machine, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    asked = 2 if why in ("settings", "preference") else 1
    if why == "settings":
        automatic = automatic.with_(**{"training.threads": 2})
    elif why == "preference":
        prefer_threads(2)
    elif why == "one core":
        monkeypatch.setattr(threads_module, "free_threads", lambda: 1)
    elif why == "little work":
        monkeypatch.setattr(threads_module, "LEAST_WORK", 10**9)
    try:
        events = run_of(train(automatic, split, measures=why != "not asked", clock=two_are_faster), 1)
    finally:
        prefer_threads(0)
    assert started_of(events).threads == asked
    assert two_are_faster.done == next(event for event in events if isinstance(event, StepsDone)).last_step


def test_processes_that_share_a_step_have_one_thread_each(automatic: Experiment) -> None:
    threads = known_threads(automatic.training, None, ((1, 2),), 10**9, measures=True, is_shared=True)
    assert threads is not None
    assert (threads.number, threads.to_come) == (1, ())


def busy_later(automatic: Experiment, split: Split, machine: Machine, **options: Any) -> list[TrainingEvent]:
    """Have a run during whose third epoch the machine gets busy: two threads then wait for each other."""
    events: list[TrainingEvent] = []
    for event in train(automatic, split, measures=True, clock=machine, **options):
        events.append(event)
        if isinstance(event, StepsDone) and event.epoch == 3 and machine.seconds[2] < 0.1:
            machine.seconds = {1: 0.025, 2: 0.5}
        if isinstance(event, StepsDone) and event.epoch >= 9:
            break
    return events


def test_other_work_brings_it_down_to_one_thread_at_the_next_epoch(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    events = busy_later(automatic, split, two_are_faster)
    (change,) = [event for event in events if isinstance(event, ThreadsChanged)]
    assert (change.old, change.new) == (2, 1)
    assert change.step % 7 == 1, "the first step of an epoch"
    assert 15 < change.step < 7 * 8, "soon after"
    assert history_of(events).thread_course == ((1, 2), (change.step, 1))
    assert "one thread" in str(threads_sentence(change))


def test_a_run_that_is_done_again_follows_its_record(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    course = history_of(busy_later(automatic, split, two_are_faster)).thread_course
    two_are_faster.seconds = {1: 0.02, 2: 0.011}
    done = two_are_faster.done
    events = run_of(train(automatic, split, measures=True, manner=Manner(course), clock=two_are_faster), 60)
    assert history_of(events).thread_course == course
    assert two_are_faster.done - done == 60 or two_are_faster.done - done == history_of(events).steps[-1]


def test_who_has_no_patience_for_measuring_need_not_have(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    control = TrainingControl()
    control.stop()
    events = list(train(automatic, split, control, measures=True, clock=two_are_faster))
    assert (started_of(events).threads, two_are_faster.done) == (1, 0)


def test_a_run_of_a_larger_machine_is_measured_anew(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    events = run_of(
        train(automatic, split, measures=True, manner=Manner(((1, 64),)), clock=two_are_faster), 1
    )
    assert started_of(events).threads == 2


def test_a_resumed_run_goes_on_with_threads_limit_and_record(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    control = TrainingControl()
    events: list[TrainingEvent] = []
    course = ((1, 2), (200, 1))
    for event in train(automatic, split, control, measures=True, manner=Manner(course), clock=two_are_faster):
        events.append(event)
        if isinstance(event, StepsDone) and event.last_step >= 10:
            control.request_checkpoint()
        if isinstance(event, CheckpointTaken):
            break
    (taken,) = [event.checkpoint for event in events if isinstance(event, CheckpointTaken)]
    assert (taken.threads, taken.step_limit, taken.threads_to_come) == (2, 0.0, ((200, 1),))
    again = run_of(train(automatic, split, resume=taken, measures=True, clock=two_are_faster), 210)
    assert started_of(again).threads == 2
    assert history_of(again).thread_course == ((taken.step + 1, 2), (200, 1))


def test_a_resumed_run_comes_down_as_it_would_have(
    automatic: Experiment, split: Split, two_are_faster: Machine
) -> None:
    control = TrainingControl()
    control.request_checkpoint()
    events = train(automatic, split, control, measures=True, clock=two_are_faster)
    taken = next(event.checkpoint for event in events if isinstance(event, CheckpointTaken))
    assert taken.step_limit == pytest.approx(0.033)
    two_are_faster.seconds = {1: 0.025, 2: 0.5}
    again = run_of(train(automatic, split, resume=taken, measures=True, clock=two_are_faster), 60)
    assert [event.new for event in again if isinstance(event, ThreadsChanged)] == [1]


@pytest.mark.parametrize(
    ("fast", "slow", "steps", "comes_down"),
    [(0, 31, 20, True), (16, 15, 20, False), (0, 4, 20, False), (0, 19, 1, False), (0, 20, 1, True)],
)
def test_the_median_of_enough_steps_decides(fast: int, slow: int, steps: int, comes_down: bool) -> None:
    threads = StepThreads(4, limit=0.01)
    for _ in range(fast):
        threads.note(0.005 * steps, steps)
    for _ in range(slow):
        threads.note(0.02 * steps, steps)
    change = threads.eased(8)
    assert (change is not None) == comes_down
    assert threads.number == (1 if comes_down else 4)
    assert change is None or change == ThreadsChanged(8, 4, 1)


def test_only_what_was_measured_comes_down() -> None:
    threads = StepThreads(4)
    for _ in range(100):
        threads.note(1.0, 1)
    assert threads.eased(8) is None


def test_a_course_grows_and_is_taken_back() -> None:
    course = going_on(going_on((), 1, 4), 100, 1)
    assert course == ((1, 4), (100, 1))
    assert going_on(course, 150, 1) == course
    assert going_on(course, 51, 4) == ((1, 4),), "gone on with from before the change"
    assert going_on(course, 1, 2) == ((1, 2),)
    assert going_on(course, 120, 0) == course
    assert [threads_at(course, step) for step in (1, 99, 100, 10**6)] == [4, 4, 1, 1]
    assert threads_at((), 1) == 0
    assert [str(in_words(told)) for told in ((), ((1, 4),), course)] == ["", "4", "4; 1 from step 100 on"]


def test_a_change_is_no_mark_of_the_learning_rate(make_split: Callable[..., Split]) -> None:
    history = history_of([ThreadsChanged(5, 2, 1), LearningRateChanged(6, 0.1, 0.2)])
    assert (history.thread_course, [mark.new for mark in history.marks]) == (((5, 1),), [0.2])
