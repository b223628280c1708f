"""Steering a run from another thread, without a sleep: events themselves say when something is to be seen."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.training import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingControl,
    TrainingEvent,
    TrainingFinished,
    train,
)

PATIENCE = 30  # seconds until a test gives up


class Background:
    """A run on a thread of its own, its events in a mailbox."""

    def __init__(self, experiment: Experiment, split: Split, control: TrainingControl) -> None:
        self.control = control
        self.events: list[TrainingEvent] = []
        self._mailbox: queue.SimpleQueue[TrainingEvent] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, args=(experiment, split))
        self._thread.start()

    def _run(self, experiment: Experiment, split: Split) -> None:
        for event in train(experiment, split, self.control):
            self._mailbox.put(event)

    def until(self, wanted: Callable[[TrainingEvent], bool]) -> TrainingEvent:
        """Read events up to the first that is wanted."""
        while True:
            event = self._mailbox.get(timeout=PATIENCE)
            self.events.append(event)
            if wanted(event):
                return event

    def until_kind(self, kind: type[TrainingEvent]) -> TrainingEvent:
        return self.until(lambda event: isinstance(event, kind))

    def end(self) -> TrainingFinished:
        self.control.stop()
        finished = self.until_kind(TrainingFinished)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        assert isinstance(finished, TrainingFinished)
        return finished


@pytest.fixture
def begin(experiment: Experiment, split: Split) -> Iterator[Callable[..., Background]]:
    runs = []

    def start(control: TrainingControl | None = None, epochs: int = 10**6) -> Background:
        runs.append(
            Background(experiment.with_(**{"training.epochs": epochs}), split, control or TrainingControl())
        )
        return runs[-1]

    yield start
    for run in runs:
        run.control.stop()
        run._thread.join(PATIENCE)


def test_stop_ends_a_running_run(begin: Callable[..., Background]) -> None:
    run = begin()
    run.until_kind(StepsDone)
    finished = run.end()
    assert finished.reason is FinishReason.STOPPED
    assert finished.step == max(event.last_step for event in run.events if isinstance(event, StepsDone))


def test_pause_tells_all_and_the_newest_weights_then_holds(begin: Callable[..., Background]) -> None:
    run = begin()
    run.until_kind(EpochDone)
    run.control.pause()
    run.control.request_checkpoint()  # is heeded while the run is held: after it there is nothing more to come
    taken = run.until_kind(CheckpointTaken)
    assert isinstance(taken, CheckpointTaken)
    run.control.step_batch()
    run.until(lambda event: isinstance(event, ModelSnapshot) and event.step > taken.checkpoint.step)
    steps = [event for event in run.events if isinstance(event, StepsDone)]
    assert [len(steps[-1].losses), steps[-1].last_step] == [1, taken.checkpoint.step + 1]
    assert steps[-2].last_step == taken.checkpoint.step
    assert run.control.paused
    finished = run.end()
    assert finished.step == taken.checkpoint.step + 1
    newest = [event for event in run.events if isinstance(event, ModelSnapshot)][-1]
    assert all(torch.equal(newest.state[name], finished.state[name]) for name in newest.state)


def test_a_run_begun_with_a_step_holds_after_it(begin: Callable[..., Background]) -> None:
    control = TrainingControl()
    control.step_batch()
    run = begin(control)
    for step in (1, 2, 3):
        run.until(lambda event, step=step: isinstance(event, ModelSnapshot) and event.step == step)
        assert control.paused
        if step < 3:
            control.step_batch()
    assert run.end().step == 3


def test_step_epoch_holds_at_the_end_of_the_epoch(begin: Callable[..., Background]) -> None:
    control = TrainingControl()
    control.step_batch()
    run = begin(control)
    run.until(lambda event: isinstance(event, ModelSnapshot) and event.step == 1)
    for epoch in (1, 2):
        control.step_epoch()
        run.until(lambda event, epoch=epoch: isinstance(event, EpochDone) and event.epoch == epoch)
        run.until_kind(ModelSnapshot)
        assert control.paused
    finished = run.end()
    assert (finished.epoch, finished.step) == (2, 14)


def test_a_run_that_is_held_tells_where_it_can_be_gone_on_with(begin: Callable[..., Background]) -> None:
    control = TrainingControl()
    control.checkpoints_at_rest = True
    control.step_batch()
    run = begin(control)
    taken = run.until_kind(CheckpointTaken)
    assert isinstance(taken, CheckpointTaken)
    assert (taken.checkpoint.step, control.paused) == (1, True)
    control.step_batch()
    again = run.until_kind(CheckpointTaken)
    assert isinstance(again, CheckpointTaken)
    assert again.checkpoint.step == 2
    assert run.end().checkpoint.step == 2


def test_suspending_ends_a_run_for_now_and_stopping_for_good(begin: Callable[..., Background]) -> None:
    for end, reason in (
        (TrainingControl.suspend, FinishReason.SUSPENDED),
        (TrainingControl.stop, FinishReason.STOPPED),
    ):
        control = TrainingControl()
        control.step_batch()
        run = begin(control)
        run.until(lambda event: isinstance(event, ModelSnapshot) and event.step == 1)
        end(control)
        finished = run.until_kind(TrainingFinished)
        assert isinstance(finished, TrainingFinished)
        assert finished.reason is reason
    control.suspend()
    assert not control.suspended  # it was stopped before


def test_suspending_twice_is_suspending() -> None:
    control = TrainingControl()
    control.suspend()
    control.suspend()
    assert control.suspended


def test_resume_runs_to_the_end(begin: Callable[..., Background]) -> None:
    control = TrainingControl()
    control.pause()
    run = begin(control, epochs=2)
    run.until_kind(ModelSnapshot)
    control.resume()
    finished = run.until_kind(TrainingFinished)
    assert isinstance(finished, TrainingFinished)
    assert (finished.reason, finished.epoch) == (FinishReason.COMPLETED, 2)


def test_a_rate_set_while_held_is_told_at_once(begin: Callable[..., Background]) -> None:
    control = TrainingControl()
    control.pause()
    run = begin(control)
    run.until_kind(ModelSnapshot)
    control.set_learning_rate(0.5)
    change = run.until_kind(LearningRateChanged)
    assert change == LearningRateChanged(step=1, old=0.01, new=0.5)
    assert control.paused
    assert run.end().step == 0


def test_stop_comes_before_everything_else() -> None:
    control = TrainingControl()
    control.pause()
    control.stop()
    assert not control.paused
    control.pause()
    assert not control.paused
    control.wait()  # does not hold


def test_pauses_are_left_out_of_the_seconds(experiment: Experiment, split: Split) -> None:
    now = [0.0]

    class SlowControl(TrainingControl):
        def wait(self) -> None:
            now[0] += 1000
            self.resume()

    control = SlowControl()
    control.pause()
    *_, finished = train(experiment, split, control, clock=lambda: now[0])
    assert now[0] == 1000
    assert finished.seconds == 0


def test_time_in_which_nobody_asks_is_left_out_of_the_seconds(experiment: Experiment, split: Split) -> None:
    now = [0.0]
    seconds = -1.0
    for event in train(experiment, split, clock=lambda: now[0]):
        now[0] += 1000
        seconds = event.seconds if isinstance(event, TrainingFinished) else seconds
    assert seconds == 0
