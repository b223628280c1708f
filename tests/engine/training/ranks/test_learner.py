from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import TrainingError
from engine.training.control import TrainingControl
from engine.training.events import EpochDone, FinishReason, StepsDone, TrainingFinished, TrainingStarted
from engine.training.loop import train
from engine.training.precision import multiplies_bfloat16
from engine.training.ranks.follow import follow
from engine.training.ranks.handing import Handed, hand_out
from engine.training.ranks.learner import SharedLearner
from engine.training.ranks.ranks import Ranks

Meet = Callable[[int], list[Ranks]]
AtOnce = Callable[[list[Callable[[], object]]], list[Any]]
Shared = Callable[..., list[object]]

CONV = {
    "network.hidden": ({"kind": "conv", "channels": 4, "kernel": 3}, {"size": 8, "dropout": 0.2}),
    "network.batch_norm": True,
}
DROPS = {"network.hidden": ({"size": 7, "dropout": 0.4}, {"size": 6})}


@pytest.fixture
def shared(meet: Meet, at_once: AtOnce) -> Shared:
    """Return a function that trains by several processes and returns the events of the first."""

    def run(experiment: Experiment, data: Split, world: int = 2, **options: Any) -> list[object]:
        first, *others = meet(world)

        def lead() -> list[object]:
            hand_out(first, Handed(experiment, data, options.get("teacher"), options.get("resume")))
            return list(train(experiment, data, ranks=first, **options))

        return at_once([lead, *[lambda ranks=ranks: follow(ranks) for ranks in others]])[0]

    return run


def finished(events: list[object]) -> TrainingFinished:
    return next(event for event in events if isinstance(event, TrainingFinished))


def told(events: list[object]) -> tuple[np.ndarray, np.ndarray, list[EpochDone]]:
    steps = [event for event in events if isinstance(event, StepsDone)]
    return (
        np.concatenate([event.losses for event in steps]),
        np.concatenate([event.accuracies for event in steps]),
        [event for event in events if isinstance(event, EpochDone)],
    )


def distance(one: TrainingFinished, other: TrainingFinished) -> float:
    return max(float((one.state[name] - other.state[name]).abs().max()) for name in one.state)


def assert_same(alone: list[object], shared: list[object], within: float = 1e-6) -> None:
    assert distance(finished(alone), finished(shared)) < within
    (losses, accuracies, epochs), (losses_2, accuracies_2, epochs_2) = told(alone), told(shared)
    assert losses == pytest.approx(losses_2, abs=1e-5)
    assert (accuracies == accuracies_2).all()
    for one, other in zip(epochs, epochs_2, strict=True):
        assert one.validation_loss == pytest.approx(other.validation_loss, abs=1e-5)
        assert one.validation_accuracy == other.validation_accuracy
        assert one.train_accuracy == other.train_accuracy


SGD = {"training.optimizer": "sgd", "training.learning_rate": 0.1, "training.epochs": 2}
VARIED = {
    "data.augmentation.enabled": True, "data.augmentation.elastic": 1.0, "data.augmentation.noise": 0.2,
    "data.augmentation.mirror": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "world"),
    [
        pytest.param({}, 2, id="dense"),
        pytest.param({"training.batch_size": 7, "training.label_smoothing": 0.1}, 3, id="odd batches"),
        pytest.param({"training.gradient_clipping": 0.05, **DROPS}, 3, id="clipping and dropout"),
        pytest.param(VARIED, 2, id="augmentation"),
        pytest.param({"training.batch_size": 9, **CONV}, 3, id="batch normalisation"),
        pytest.param({"training.averaging": 1.0}, 2, id="averaging"),
        pytest.param({"training.averaging": 0.5, **CONV}, 2, id="averaging with batch normalisation"),
        pytest.param({"training.plain_statistics": True, **CONV}, 2, id="statistics of plain examples"),
    ],
)
def test_several_train_as_one_does(
    experiment: Experiment, split: Split, shared: Shared, settings: dict[str, Any], world: int
) -> None:
    experiment = experiment.with_(**SGD | settings)
    events = shared(experiment, split, world)
    assert_same(list(train(experiment, split)), events)
    assert next(event for event in events if isinstance(event, TrainingStarted)).ranks == world


def test_a_hundred_steps_end_where_one_process_ends(
    experiment: Experiment, make_split: Callable[..., Split], shared: Shared
) -> None:
    data = make_split(train=200)
    experiment = experiment.with_(**SGD | {"training.epochs": 5})
    alone, both = finished(list(train(experiment, data))), finished(shared(experiment, data))
    assert both.step == 100
    assert distance(alone, both) < 3e-7


def test_others_learn_from_the_teacher_as_well(experiment: Experiment, split: Split, shared: Shared) -> None:
    experiment = experiment.with_(**SGD | {"training.teacher": "any.safetensors"})
    teacher = np.random.default_rng(0).normal(size=(len(split.train), 4)).astype(np.float32)
    assert_same(list(train(experiment, split, teacher=teacher)), shared(experiment, split, teacher=teacher))


@pytest.mark.skipif(not multiplies_bfloat16(), reason="this processor imitates bfloat16")
def test_all_round_where_the_first_does(experiment: Experiment, split: Split, shared: Shared) -> None:
    experiment = experiment.with_(**SGD | CONV | {"training.precision": "bfloat16"})
    events = shared(experiment, split)
    assert next(event for event in events if isinstance(event, TrainingStarted)).precision == "bfloat16"
    alone, both = told(list(train(experiment, split)))[0], told(events)[0]
    assert alone == pytest.approx(both, abs=0.05)
    assert not (
        told(list(train(experiment.with_(**{"training.precision": "float32"}), split)))[0] == both
    ).all()


def test_without_validation_images_there_is_nothing_to_share_of_it(
    experiment: Experiment, make_split: Callable[..., Split], shared: Shared
) -> None:
    data = make_split(validation=0)
    experiment = experiment.with_(**SGD)
    alone, both = finished(list(train(experiment, data))), finished(shared(experiment, data))
    assert distance(alone, both) < 1e-6


def test_each_of_several_has_an_adversary_of_its_own(
    experiment: Experiment, split: Split, shared: Shared
) -> None:
    experiment = experiment.with_(**SGD | {"training.adversary": "pgd", "training.adversary_strength": 0.1})
    events = shared(experiment, split)
    again = shared(experiment, split)
    assert distance(finished(events), finished(again)) == 0.0  # the same seed, the same numbers
    assert told(events)[2][-1].robust_accuracy is not None


@pytest.mark.parametrize("world", [1, 3])
def test_a_run_goes_on_with_another_number_of_processes(
    experiment: Experiment, split: Split, shared: Shared, world: int
) -> None:
    experiment = experiment.with_(**SGD | DROPS | VARIED | {"training.optimizer": "momentum"})
    whole = finished(list(train(experiment, split)))
    half = finished(shared(experiment.with_(**{"training.epochs": 1}), split)).checkpoint
    events = (
        list(train(experiment, split, resume=half))
        if world == 1
        else shared(experiment, split, world, resume=half)
    )
    assert distance(whole, finished(events)) < 1e-5


def test_a_run_goes_on_from_amid_an_epoch(experiment: Experiment, split: Split, shared: Shared) -> None:
    experiment = experiment.with_(**SGD | DROPS)
    control = TrainingControl()
    control.step_batch()
    half = None
    for event in train(experiment, split, control):
        if isinstance(event, StepsDone):
            control.stop()
        elif isinstance(event, TrainingFinished):
            half = event.checkpoint
    assert half is not None
    assert half.position == 1
    assert (
        distance(finished(list(train(experiment, split))), finished(shared(experiment, split, resume=half)))
        < 1e-6
    )


def test_a_loss_that_grows_beyond_all_numbers_ends_all(
    experiment: Experiment, split: Split, shared: Shared
) -> None:
    deep = {"network.hidden": (8,) * 12, "training.learning_rate": 1000.0, "training.epochs": 20}
    experiment = experiment.with_(**SGD | deep)
    assert finished(shared(experiment, split)).reason is FinishReason.DIVERGED


def test_early_stopping_is_the_decision_of_the_first(
    experiment: Experiment, turning: Split, shared: Shared
) -> None:
    experiment = experiment.with_(**{"training.epochs": 1000, "training.early_stopping": 2})
    assert finished(shared(experiment, turning)).reason is FinishReason.EARLY_STOPPED


def test_a_process_that_is_asked_to_stop_asks_the_first(
    experiment: Experiment, split: Split, meet: Meet, at_once: AtOnce
) -> None:
    experiment = experiment.with_(**{"training.epochs": 100_000})
    first, second = meet(2)
    control = TrainingControl()
    wishes: list[int] = []

    def heard(wish: int) -> None:
        wishes.append(wish)
        control.suspend()

    first.heard, second.asked = heard, lambda: 2

    def lead() -> list[object]:
        hand_out(first, Handed(experiment, split))
        return list(train(experiment, split, control, ranks=first))

    events = at_once([lead, lambda: follow(second)])[0]
    assert finished(events).reason is FinishReason.SUSPENDED
    assert wishes[0] == 2


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"training.privacy_epsilon": 8.0}, "private"),
        ({"training.batch_size": 1}, "images in a batch"),
    ],
)
def test_what_cannot_be_shared_is_refused(
    experiment: Experiment, split: Split, shared: Shared, settings: dict[str, Any], word: str
) -> None:
    with pytest.raises(TrainingError, match=word):
        shared(experiment.with_(**settings), split)


def test_one_process_alone_steps_as_ever(experiment: Experiment, split: Split, shared: Shared) -> None:
    alone = finished(list(train(experiment, split)))
    assert distance(alone, finished(shared(experiment, split, world=1))) == 0.0


def test_all_go_on_from_the_weights_and_buffers_of_the_first_and_from_its_mean(
    experiment: Experiment, split: Split, meet: Meet, at_once: AtOnce
) -> None:
    experiment = experiment.with_(**SGD | CONV | {"training.averaging": 1.0})

    def learn(ranks: Ranks) -> list[torch.Tensor]:
        learner = SharedLearner(experiment, split, torch.device("cpu"), ranks=ranks)
        assert learner._average is not None
        numbers = [*learner.flat.numbers, *learner._average.numbers]
        learner.begin_epoch(0)
        learner.steps(0, [0.1] * learner.steps_per_epoch)
        if not ranks.leads:  # as where they are rounded otherwise
            for each in numbers:
                each.add_(1)
        learner.end_epoch()
        return numbers

    first, second = at_once([lambda ranks=ranks: learn(ranks) for ranks in meet(2)])
    assert len(first) > 4  # of both, weights and what normalisation keeps
    assert all(map(torch.equal, first, second))
