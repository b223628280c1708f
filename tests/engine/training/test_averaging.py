"""The mean of the weights over the last epochs: what it is, that it answers, and that steps take no notice of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch

from engine.config import Experiment
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.training import averaging, train
from engine.training.events import EpochDone, ModelSnapshot, StepsDone, TrainingFinished
from engine.training.history import History
from engine.training.learner import Learner
from engine.training.schedules import averaged_epochs
from tests.engine.training.test_resume import assert_goes_on_to_the_bit, run

if TYPE_CHECKING:
    from engine.data.dataset import Split

CPU = torch.device("cpu")
LAST = {"training.averaging": 0.34}  # one epoch of three
LAST_TWO = {"training.averaging": 0.6}
CONV = {
    "network.hidden": ({"kind": "conv", "channels": 4, "kernel": 3}, {"size": 8, "dropout": 0.2}),
    "network.batch_norm": True,
}
KINDS: list[dict[str, Any]] = [
    {"network.hidden": ({"size": 8, "dropout": 0.3},)},
    CONV,
    {"training.adversary": "fgsm"},
    {"training.privacy_noise": 1.0, "data.validation_share": 0.0},
]


def assert_same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> None:
    assert all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize(
    ("share", "epochs", "wanted"), [(0, 10, 0), (0.2, 10, 2), (0.01, 10, 1), (1, 7, 7), (0.3, 1, 1)]
)
def test_it_counts_in_whole_epochs(share: float, epochs: int, wanted: int) -> None:
    config = Experiment().with_(**{"training.averaging": share, "training.epochs": epochs}).training
    assert averaged_epochs(config) == wanted


@pytest.mark.parametrize("changes", [{}, CONV], ids=str)
def test_it_is_the_mean_of_weights_and_statistics_after_each_step(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    learner = Learner(experiment.with_(**changes, **LAST_TWO), split, CPU)
    moments = []
    for epoch in range(3):
        learner.begin_epoch(epoch)
        for place in range(learner.steps_per_epoch):
            learner.steps(place, [0.05])
            moments.append(learner.flat.copy())
        learner.end_epoch()
        if epoch == 0:
            assert learner.average_state() is None
    found = learner.average_state()

    assert found is not None
    for name, tensor in found.items():
        if tensor.is_floating_point():
            mean = torch.stack([moment[name] for moment in moments[learner.steps_per_epoch :]]).mean(0)
            torch.testing.assert_close(tensor, mean, rtol=1e-5, atol=1e-6)
    assert_same(learner.flat.copy(), moments[-1])


@pytest.mark.parametrize("at_once", [1, 5, 64])
def test_of_many_steps_some_are_taken_however_they_are_cut(
    experiment: Experiment, split: Split, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(averaging, "TAKES", 5)

    def averaged(at_once: int) -> tuple[int, dict[str, torch.Tensor]]:
        learner = Learner(experiment.with_(**{"training.batch_size": 1}, **LAST), split, CPU)
        learner.begin_epoch(2)
        for first in range(0, 64, at_once):
            learner.steps(first, [0.05] * min(at_once, 64 - first))
        return learner.averaged, learner.answering_state()

    (count, state), (whole_count, whole) = averaged(at_once), averaged(64)
    assert count == whole_count == 5  # after every twelfth
    assert_same(state, whole)


@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_steps_take_no_notice_of_it(experiment: Experiment, split: Split, changes: dict[str, Any]) -> None:
    ends = []
    for averages in ({}, LAST_TWO):
        *_, end = train(experiment.with_(**changes, **averages), split)
        assert isinstance(end, TrainingFinished)
        assert end.checkpoint is not None
        ends.append(end)
    plain, averaged = ends
    assert plain.checkpoint.average is None
    assert_same(plain.checkpoint.model, averaged.checkpoint.model)
    assert_same(plain.checkpoint.optimizer, averaged.checkpoint.optimizer)
    assert_same(averaged.checkpoint.average, averaged.state)
    assert not all(torch.equal(plain.state[name], averaged.state[name]) for name in plain.state)


@pytest.mark.parametrize("changes", [{}, CONV], ids=str)
def test_what_is_validated_is_what_is_kept(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    experiment = experiment.with_(**changes, **LAST_TWO)
    events = list(train(experiment, split))
    epochs = [event for event in events if isinstance(event, EpochDone)]
    snapshots = {event.step: event for event in events if isinstance(event, ModelSnapshot)}
    end = events[-1]
    assert isinstance(end, TrainingFinished)

    for epoch in epochs:
        model = build(experiment.network, image_shape=split.train.image_shape, classes=4)
        model.load_state_dict(snapshots[epoch.step].state)
        report = evaluate(model, split.validation)
        assert report.accuracy == pytest.approx(epoch.validation_accuracy)
        assert report.loss == pytest.approx(epoch.validation_loss, rel=1e-4)
    assert_same(end.state, snapshots[epochs[-1].step].state)


@pytest.mark.parametrize(
    "stop_after", [3, 7, 10, 14, 16]
)  # before the mean begins, within it, at epochs' ends
@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_it_goes_on_to_the_bit(
    experiment: Experiment, split: Split, changes: dict[str, Any], stop_after: int
) -> None:
    assert_goes_on_to_the_bit(experiment.with_(**changes, **LAST_TWO), split, stop_after)


def test_a_run_that_is_stopped_keeps_the_mean_so_far(experiment: Experiment, split: Split) -> None:
    stopped = run(experiment.with_(**LAST), split, History(), stop_after=17)
    assert stopped.checkpoint is not None
    assert stopped.checkpoint.averaged == 3
    assert stopped.checkpoint.average is not None
    assert_same(stopped.state, stopped.checkpoint.average)


def test_early_stopping_keeps_the_mean_of_the_best_epoch(experiment: Experiment, turning: Split) -> None:
    experiment = experiment.with_(
        **{"training.epochs": 40, "training.early_stopping": 2, "training.averaging": 1.0}
    )
    events = list(train(experiment, turning))
    end = events[-1]
    assert isinstance(end, TrainingFinished)
    assert 0 < end.kept_epoch < end.epoch
    of_best = next(
        event for event in events if isinstance(event, ModelSnapshot) and event.step == end.kept_step
    )
    assert_same(end.state, of_best.state)


def test_given_more_epochs_the_mean_begins_anew(experiment: Experiment, split: Split) -> None:
    short = run(experiment.with_(**LAST), split, History())
    assert short.checkpoint is not None
    longer = run(experiment.with_(**LAST, **{"training.epochs": 6}), split, History(), short.checkpoint)
    whole = run(experiment.with_(**LAST, **{"training.epochs": 6}), split, History())
    assert longer.checkpoint is not None
    assert longer.checkpoint.averaged == 2 * 7
    assert_same(longer.state, whole.state)


def test_given_one_more_epoch_it_holds_nothing_of_those_before_the_last(
    experiment: Experiment, split: Split
) -> None:
    experiment, four = experiment.with_(**LAST), {"training.epochs": 4}  # the last of three, and of four
    short = run(experiment, split, History())
    longer, whole = (
        run(experiment.with_(**four), split, History(), start) for start in (short.checkpoint, None)
    )
    assert longer.checkpoint is not None
    assert longer.checkpoint.averaged == 7
    assert_same(longer.state, whole.state)


@pytest.mark.parametrize(("stop_after", "averaged"), [(10, 7 + 7), (14, 7 + 7), (17, 4 + 7), (21, 7)])
def test_with_weights_from_too_early_in_it_it_begins_anew(
    experiment: Experiment, split: Split, stop_after: int, averaged: int
) -> None:
    # The second and the third epoch of three; given one more, the third and the fourth of four.
    stopped = run(experiment.with_(**LAST_TWO), split, History(), stop_after=stop_after)
    four = experiment.with_(**{"training.averaging": 0.5, "training.epochs": 4})
    longer = run(four, split, History(), stopped.checkpoint)
    assert longer.checkpoint is not None
    assert longer.checkpoint.averaged == averaged


def test_what_leaves_no_trace_leaves_none_in_the_mean(experiment: Experiment, split: Split) -> None:
    learner = Learner(experiment.with_(**{"training.averaging": 1.0}), split, CPU)
    with learner.thrown_away():
        learner.steps(0, [0.05] * 3)
    assert learner.averaged == 0


def test_all_steps_are_told_as_ever(experiment: Experiment, split: Split) -> None:
    def losses(**changes: Any) -> list[float]:
        events = train(experiment.with_(**changes), split)
        return [loss for event in events if isinstance(event, StepsDone) for loss in event.losses.tolist()]

    assert losses() == losses(**LAST_TWO)
