"""How runs end: diverged, stopped early, at the target or by a person; and which weights are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.training import (
    EpochDone,
    FinishReason,
    ModelSnapshot,
    StepsDone,
    TrainingControl,
    TrainingFinished,
    TrainingStarted,
    train,
)
from tests.engine.training.told import Ticks, assert_same_weights, finish_of, history_of

HIDDEN = ["8,8", "conv3,8"]  # the steps by hand, and those of autograd


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize("tick", [1e-5, 1.0])
def test_divergence_ends_the_run_with_finite_weights(
    experiment: Experiment, split: Split, optimizer: str, tick: float
) -> None:
    # SGD blows up by itself; Adam's steps are bounded, so its rate must be beyond what a float holds after a few.
    rate = 1000.0
    changes = {
        "training.optimizer": optimizer, "training.learning_rate": rate, "training.epochs": 200,
        "network.hidden": (8,) * 12, "training.threads": 1, "training.weight_decay": 0.0 if optimizer == "sgd" else 0.9,
    }  # fmt: skip
    events = list(train(experiment.with_(**changes), split, clock=Ticks(tick)))
    finished = finish_of(events)
    assert finished.reason is FinishReason.DIVERGED
    assert all(torch.isfinite(tensor).all() for tensor in finished.state.values())
    assert np.isfinite(history_of(events).losses).all()
    assert "learning rate" in finished.message
    assert finished.checkpoint is None
    assert all(
        torch.isfinite(t).all() for e in events if isinstance(e, ModelSnapshot) for t in e.state.values()
    )


def test_early_stopping_ends_after_epochs_without_gain(experiment: Experiment, split: Split) -> None:
    changes = {"training.epochs": 500, "training.early_stopping": 3, "training.learning_rate": 0.05}
    events = list(train(experiment.with_(**changes), split))
    finished, history = finish_of(events), history_of(events)
    assert finished.reason is FinishReason.EARLY_STOPPED
    assert finished.epoch == finished.best_epoch + 3
    assert finished.best_epoch == history.best_epoch == int(np.argmin(history.validation_losses)) + 1
    assert str(finished.best_epoch) in finished.message


@pytest.mark.parametrize("hidden", HIDDEN)
def test_early_stopping_keeps_the_best_weights(experiment: Experiment, turning: Split, hidden: str) -> None:
    changes = {"training.epochs": 500, "training.early_stopping": 3, "training.learning_rate": 0.05}
    experiment = experiment.with_(**changes, **{"network.hidden": hidden})
    events = list(train(experiment, turning))
    finished = finish_of(events)
    by_step = {event.step: event.state for event in events if isinstance(event, ModelSnapshot)}
    best, last = by_step[7 * finished.best_epoch], by_step[finished.step]
    assert finished.reason is FinishReason.EARLY_STOPPED
    assert (finished.kept_epoch, finished.kept_step) == (finished.best_epoch, 7 * finished.best_epoch)
    assert finished.step_of_state == finished.kept_step
    assert_same_weights(finished.state, best)
    assert finished.best_state is not None
    assert_same_weights(finished.best_state, best)
    assert finished.checkpoint is not None
    assert_same_weights(finished.checkpoint.model, last)  # it goes on from where it was

    finished = finish_of(list(train(experiment.with_(**{"training.keep_best": False}), turning)))
    assert (finished.kept_epoch, finished.kept_step) == (0, 0)
    assert_same_weights(finished.state, last)


def test_a_run_with_early_stopping_that_comes_to_its_end_keeps_its_best_too(
    experiment: Experiment, turning: Split
) -> None:
    changes = {"training.epochs": 500, "training.early_stopping": 9, "training.learning_rate": 0.05}
    best = finish_of(list(train(experiment.with_(**changes), turning))).best_epoch
    changes["training.epochs"] = best + 4
    finished = finish_of(list(train(experiment.with_(**changes), turning)))
    assert (finished.reason, finished.epoch) == (FinishReason.COMPLETED, best + 4)
    assert finished.kept_epoch == best


def test_without_early_stopping_the_last_weights_are_kept(experiment: Experiment, split: Split) -> None:
    changes = {"training.epochs": 40, "training.learning_rate": 0.05}
    events = list(train(experiment.with_(**changes), split))
    finished = finish_of(events)
    by_step = {event.step: event.state for event in events if isinstance(event, ModelSnapshot)}
    assert finished.best_epoch < 40
    assert_same_weights(finished.state, by_step[7 * 40])
    assert finished.best_state is not None
    assert_same_weights(finished.best_state, by_step[7 * finished.best_epoch])
    assert not finished.kept_epoch


def test_what_reached_the_target_and_what_a_person_stopped_at_is_kept(
    experiment: Experiment, turning: Split
) -> None:
    changes = {"training.epochs": 500, "training.early_stopping": 400, "training.learning_rate": 0.05}
    control = TrainingControl()
    events = []
    for event in train(experiment.with_(**changes), turning, control):
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch > 5 and not event.best:
            control.stop()
    finished = finish_of(events)
    assert finished.reason is FinishReason.STOPPED
    assert finished.best_epoch < finished.epoch
    assert finished.kept_epoch == 0
    changes |= {"training.target_accuracy": 0.75, "training.learning_rate": 0.01}
    finished = finish_of(list(train(experiment.with_(**changes), turning)))
    assert finished.reason is FinishReason.TARGET_REACHED
    assert finished.best_epoch < finished.epoch  # the loss turns before the accuracy has come to its height
    assert finished.kept_epoch == 0


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_target_is_the_validation_accuracy_alone(
    experiment: Experiment, split: Split, hidden: str
) -> None:
    labels = (split.validation.labels + 1) % 4  # the better it learns, the more of them are wrong
    wrong = Split(split.train, replace(split.validation, labels=labels), split.test)
    changes = {"training.epochs": 12, "training.target_accuracy": 0.8, "network.hidden": hidden}
    events = list(train(experiment.with_(**changes), wrong))
    history = history_of(events)
    assert finish_of(events).reason is FinishReason.COMPLETED
    assert history.train_accuracies[-1] > 0.8 > history.validation_accuracies.max()


def test_target_accuracy_ends_the_run(experiment: Experiment, split: Split) -> None:
    changes = {"training.epochs": 500, "training.target_accuracy": 0.9}
    events = list(train(experiment.with_(**changes), split))
    history = history_of(events)
    assert finish_of(events).reason is FinishReason.TARGET_REACHED
    assert history.validation_accuracies[-1] >= 0.9
    assert (history.validation_accuracies[:-1] < 0.9).all()


def test_without_validation_the_training_images_decide(
    experiment: Experiment, make_split: Callable[..., Split]
) -> None:
    changes = {"training.epochs": 500, "training.target_accuracy": 0.9}
    events = list(train(experiment.with_(**changes), make_split(validation=0)))
    history = history_of(events)
    assert finish_of(events).reason is FinishReason.TARGET_REACHED
    assert history.train_accuracies[-1] >= 0.9
    assert np.isnan(history.validation_losses).all()


def test_stop_keeps_the_newest_weights(experiment: Experiment, split: Split) -> None:
    control = TrainingControl()
    events = []
    for event in train(experiment, split, control, clock=Ticks(1.0)):
        events.append(event)
        if isinstance(event, StepsDone) and event.last_step == 9:
            control.stop()
    finished = finish_of(events)
    assert (finished.reason, finished.step, finished.epoch) == (FinishReason.STOPPED, 9, 1)
    assert len(history_of(events)) == 9


def test_stopped_before_the_first_step_it_ends_untrained(experiment: Experiment, split: Split) -> None:
    control = TrainingControl()
    control.stop()
    events = list(train(experiment, split, control))
    assert [type(event) for event in events] == [TrainingStarted, ModelSnapshot, TrainingFinished]
    assert finish_of(events).step == 0
