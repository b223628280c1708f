"""A run resumed from a checkpoint goes on to the bit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import Experiment, OptimizerName
from engine.data.dataset import Split
from engine.errors import TrainingError
from engine.storage import checkpoint as checkpoint_file
from engine.training import (
    Checkpoint,
    CheckpointTaken,
    StepsDone,
    TrainingControl,
    TrainingFinished,
    TrainingStarted,
    train,
)
from engine.training.history import History

SERIES = ("loss", "accuracy", "learning_rate", "train_loss", "train_accuracy", "validation_loss")


def run(
    experiment: Experiment,
    split: Split,
    history: History,
    resume: Checkpoint | None = None,
    stop_after: int = 0,
    teacher: NDArray[np.float32] | None = None,
    start: dict[str, torch.Tensor] | None = None,
) -> TrainingFinished:
    control = TrainingControl()
    now = [0.0]

    def clock() -> float:  # every step is told
        now[0] += 1
        return now[0]

    for event in train(experiment, split, control, resume, teacher=teacher, start=start, clock=clock):
        history.add(event)
        if isinstance(event, StepsDone) and event.last_step == stop_after:
            control.stop()
        if isinstance(event, TrainingFinished):
            return event
    raise AssertionError("the run did not end")


@pytest.mark.parametrize("stop_after", [7, 10, 14, 1])
@pytest.mark.parametrize("optimizer", OptimizerName)
def test_interrupted_and_resumed_is_the_same_as_never_interrupted(
    experiment: Experiment, split: Split, optimizer: OptimizerName, stop_after: int
) -> None:
    experiment = experiment.with_(
        **{
            "training.optimizer": optimizer,
            "training.schedule": "cosine",
            "training.early_stopping": 2,
            "network.hidden": ({"size": 8, "dropout": 0.3},),
            "network.batch_norm": True,
        }
    )
    assert_goes_on_to_the_bit(experiment, split, stop_after)


@pytest.mark.parametrize("stop_after", [7, 8])
@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
def test_augmentation_goes_on_to_the_bit(
    experiment: Experiment, split: Split, hidden: str, stop_after: int
) -> None:
    changes = {"data.augmentation": {"enabled": True, "noise": 0.1, "erasing": 0.2}, "network.hidden": hidden}
    assert_goes_on_to_the_bit(experiment.with_(**changes), split, stop_after)


def assert_goes_on_to_the_bit(
    experiment: Experiment,
    split: Split,
    stop_after: int,
    teacher: NDArray[np.float32] | None = None,
    start: dict[str, torch.Tensor] | None = None,
) -> None:
    whole, parts = History(), History()
    expected = run(experiment, split, whole, teacher=teacher, start=start)
    stopped = run(experiment, split, parts, stop_after=stop_after, teacher=teacher, start=start)
    assert stopped.step == stop_after
    resumed = run(experiment, split, parts, stopped.checkpoint, teacher=teacher)
    for name in SERIES:
        assert np.array_equal(whole.series(name), parts.series(name)), name
    assert all(torch.equal(expected.state[name], resumed.state[name]) for name in expected.state)
    assert (expected.best_epoch, expected.reason) == (resumed.best_epoch, resumed.reason)
    assert expected.best_state is not None
    assert resumed.best_state is not None
    assert all(torch.equal(expected.best_state[name], resumed.best_state[name]) for name in expected.state)


def test_a_finished_run_takes_more_epochs(experiment: Experiment, split: Split) -> None:
    whole, parts = History(), History()
    run(experiment, split, whole)
    finished = run(experiment.with_(**{"training.epochs": 1}), split, parts)
    run(experiment, split, parts, finished.checkpoint)
    assert np.array_equal(whole.losses, parts.losses)
    assert parts.epochs.tolist() == [1, 2, 3]


def test_a_finished_run_without_more_epochs_ends_at_once(experiment: Experiment, split: Split) -> None:
    finished = run(experiment, split, History())
    again = run(experiment, split, History(), finished.checkpoint)
    assert (again.step, again.epoch) == (21, 3)


def test_a_checkpoint_is_taken_while_training_runs(experiment: Experiment, split: Split) -> None:
    control = TrainingControl()
    control.request_checkpoint()
    checkpoints = [e.checkpoint for e in train(experiment, split, control) if isinstance(e, CheckpointTaken)]
    assert [checkpoint.step for checkpoint in checkpoints] == [0]
    started = next(train(experiment, split, resume=checkpoints[0]))
    assert isinstance(started, TrainingStarted)
    assert started.first_step == 0


def test_seconds_and_learning_rate_go_on(experiment: Experiment, split: Split) -> None:
    control = TrainingControl()
    control.set_learning_rate(0.25)
    *_, finished = train(experiment.with_(**{"training.epochs": 1}), split, control)
    history = History()
    again = run(experiment, split, history, finished.checkpoint)
    assert history.series("learning_rate")[-1] == np.float32(0.25)
    assert again.seconds > finished.seconds > 0


def test_of_a_larger_network_nothing_is_made_before_it_is_refused(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings that were changed by hand may name a billion units."""
    finished = run(experiment, split, History())
    monkeypatch.setattr("engine.training.loop.choose_device", lambda *_: pytest.fail("a device was chosen"))
    larger = experiment.with_(**{"network.hidden": (500,)})
    with pytest.raises(TrainingError, match="cannot be resumed"):
        next(train(larger, split, resume=finished.checkpoint))


@pytest.mark.parametrize(
    "changes",
    [{"network.hidden": (5,)}, {"training.optimizer": "rmsprop"}, {"training.batch_size": 3}],
    ids=str,
)
def test_a_checkpoint_of_other_settings_is_refused(
    experiment: Experiment, make_split: Callable[..., Split], changes: dict[str, object]
) -> None:
    split = make_split()
    stopped = run(experiment, split, History(), stop_after=10)
    with pytest.raises(TrainingError, match="cannot be resumed") as caught:
        next(train(experiment.with_(**changes), split, resume=stopped.checkpoint))
    assert caught.value.remedy


@pytest.mark.parametrize("hidden", ["8,8", "conv3,8"])
def test_the_best_epoch_and_its_weights_are_not_lost_on_the_way(
    experiment: Experiment, turning: Split, hidden: str, tmp_path: Path
) -> None:
    split = turning
    changes = {"training.epochs": 60, "training.learning_rate": 0.05, "training.early_stopping": 6}
    experiment = experiment.with_(**changes, **{"network.hidden": hidden})
    expected = run(experiment, split, History())
    assert expected.epoch == expected.best_epoch + 6
    stopped = run(experiment, split, History(), stop_after=7 * (expected.best_epoch + 2) + 3)
    assert stopped.checkpoint is not None
    checkpoint_file.save(tmp_path / "checkpoint", stopped.checkpoint, {})

    resumed = run(experiment, split, History(), checkpoint_file.load(tmp_path / "checkpoint").checkpoint)

    assert (resumed.best_epoch, resumed.epoch) == (expected.best_epoch, expected.epoch)
    assert (resumed.kept_epoch, resumed.kept_step) == (expected.best_epoch, 7 * expected.best_epoch)
    assert resumed.best_state is not None
    assert expected.best_state is not None
    for name, tensor in expected.best_state.items():
        assert torch.equal(resumed.best_state[name], tensor)
        assert torch.equal(resumed.state[name], tensor)
    assert resumed.checkpoint is not None
    assert expected.checkpoint is not None
    assert resumed.checkpoint.best_loss == expected.checkpoint.best_loss
