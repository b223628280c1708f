"""Training against an adversary: by hand as by autograd, within its bounds, resumed to the bit, and of use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.config import Activation, Adversary, Experiment, TrainingConfig
from engine.data.dataset import Split
from engine.runtime import generator
from engine.storage import checkpoint as checkpoint_file
from engine.training import CheckpointTaken, EpochDone, TrainingControl, TrainingFinished, train
from engine.training.adversary import Opponent, as_it_answers, opponent_of
from engine.training.learner import Learner
from tests.engine.training.test_resume import assert_goes_on_to_the_bit

CPU = torch.device("cpu")
PGD = {"training.adversary": "pgd", "training.adversary_strength": 0.2, "training.adversary_steps": 3}
FGSM = {"training.adversary": "fgsm", "training.adversary_strength": 0.2}
NORMALISED = {"network.hidden": "conv3,8", "network.batch_norm": True}
FORMS = [
    {"network.hidden": ()},
    *({"network.hidden": ({"size": 7, "activation": name}, {"size": 5, "activation": name})} for name in Activation),
    {"network.hidden": ({"size": 7, "dropout": 0.4, "activation": "tanh"}, {"size": 6, "dropout": 0.2})},
    {"training.label_smoothing": 0.3},
    {"training.adversary_share": 0.5},
    {"data.augmentation.enabled": True},
]  # fmt: skip


def learnt(learner: Learner, strengths: list[float]) -> torch.Tensor:
    """The weights after two epochs; each has a smaller batch in the end."""
    for _ in range(2):
        learner.begin_epoch()
        learner.steps(0, [0.05] * learner.steps_per_epoch, strengths)
        learner.end_epoch()
    return learner.flat.weights


@pytest.mark.parametrize("shape", [(6, 6), (6, 5, 3)])
@pytest.mark.parametrize("method", [PGD, FGSM], ids=["pgd", "fgsm"])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_by_hand_it_does_what_it_does_by_autograd(
    experiment: Experiment,
    make_split: Callable[..., Split],
    changes: dict[str, Any],
    method: dict[str, Any],
    shape: tuple[int, ...],
) -> None:
    experiment = experiment.with_(**method, **changes, **{"training.optimizer": "momentum"})
    split = make_split(shape=shape)
    hand, auto = (Learner(experiment, split, CPU, by_hand=by_hand) for by_hand in (True, False))
    rising = [0.03 * number for number in range(hand.steps_per_epoch)]
    torch.testing.assert_close(learnt(hand, rising), learnt(auto, rising), rtol=1e-3, atol=1e-5)
    assert torch.equal(hand.states().chance.dropout, auto.states().chance.dropout)


def test_a_taught_network_is_attacked_by_hand_as_by_autograd(experiment: Experiment, split: Split) -> None:
    experiment = experiment.with_(**PGD, **{"training.teacher": "any.safetensors"})
    teacher = torch.randn(64, 4, generator=torch.Generator().manual_seed(0)).numpy()
    both = [Learner(experiment, split, CPU, by_hand=by_hand, teacher=teacher) for by_hand in (True, False)]
    rising = [0.03 * number for number in range(both[0].steps_per_epoch)]
    torch.testing.assert_close(*(learnt(learner, rising) for learner in both), rtol=1e-3, atol=1e-5)


def test_no_pixel_goes_further_than_it_may_and_the_rest_of_the_batch_stays() -> None:
    model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(36, 3))
    images = torch.rand(9, 1, 6, 6, generator=torch.Generator().manual_seed(1))
    labels = torch.arange(9) % 3
    for opponent in (
        opponent_of(TrainingConfig(adversary=Adversary.FGSM, adversary_share=0.5), generator(0, "adversary")),
        opponent_of(TrainingConfig(adversary=Adversary.PGD, adversary_share=0.5), generator(0, "adversary")),
    ):
        assert isinstance(opponent, Opponent)
        changed = images.clone()
        opponent.change(model, changed, labels, 0.2)
        away = (changed - images).abs().flatten(1).amax(1)
        assert changed.min() >= 0
        assert changed.max() <= 1
        assert (away[:4] <= 0.2 + 1e-6).all()
        assert (away[:4] > 0.19).all()
        assert not away[4:].any()
        assert model.training


@pytest.mark.parametrize("by_hand", [True, False])
def test_it_draws_nothing_of_dropout(experiment: Experiment, split: Split, by_hand: bool) -> None:
    states = []
    for changes in ({}, PGD):
        dropping = experiment.with_(**changes, **{"network.hidden": ({"size": 8, "dropout": 0.5},)})
        learner = Learner(dropping, split, CPU, by_hand=by_hand)
        learner.begin_epoch()
        learner.steps(0, [0.0], [0.2])
        states.append(learner.states().chance.dropout)
    assert torch.equal(*states)


def test_running_statistics_are_those_of_what_is_learnt_from(experiment: Experiment, split: Split) -> None:
    means = []
    for changes in ({}, PGD):
        learner = Learner(experiment.with_(**NORMALISED, **changes), split, CPU)
        learner.begin_epoch()
        learner.steps(0, [0.0], [0.2])
        buffers = dict(learner.flat.model.named_buffers())
        assert [int(count) for name, count in buffers.items() if name.endswith("tracked")] == [1, 1]
        means.append(buffers["hidden_1.norm.running_mean"])
    assert not torch.equal(*means)


def test_recurrent_modules_may_be_asked_for_gradients_and_answer_the_same(
    experiment: Experiment, split: Split
) -> None:
    model = Learner(experiment.with_(**{"network.hidden": "lstm4,8"}), split, CPU).flat.model
    images = torch.rand(3, 1, 6, 6, generator=torch.Generator().manual_seed(1))
    model.eval()
    expected = model(images)
    as_it_answers(model)
    assert torch.equal(model(images), expected)
    modes = {isinstance(module, torch.nn.RNNBase): module.training for module in model.modules()}
    assert modes == {True: True, False: False}


@pytest.mark.parametrize("stop_after", [7, 8])
@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
@pytest.mark.parametrize("varied", [False, True])
def test_it_goes_on_to_the_bit(
    experiment: Experiment, split: Split, hidden: str, stop_after: int, varied: bool
) -> None:
    changes = {"network.hidden": hidden, "data.augmentation.enabled": varied}
    assert_goes_on_to_the_bit(experiment.with_(**PGD, **changes), split, stop_after)


@pytest.mark.parametrize("adversary", ["off", "fgsm"])
def test_a_checkpoint_says_where_its_random_numbers_are_and_an_older_one_opens(
    experiment: Experiment, split: Split, adversary: str, tmp_path: Path
) -> None:
    control = TrainingControl()
    control.request_checkpoint()
    events = train(experiment.with_(**{"training.adversary": adversary}), split, control)
    taken = next(event.checkpoint for event in events if isinstance(event, CheckpointTaken))
    path = tmp_path / "checkpoint.safetensors"
    checkpoint_file.save(path, taken, {})
    state = checkpoint_file.load(path).checkpoint.adversary_state
    if adversary == "off":
        assert state is None  # as in a file of a program that knew of none
    else:
        assert state is not None
        assert torch.equal(state, generator(experiment.training.seed, "adversary").get_state())


def last_epoch(experiment: Experiment, split: Split) -> EpochDone:
    return [event for event in train(experiment, split) if isinstance(event, EpochDone)][-1]


def test_what_the_network_withstands_is_told_where_there_is_an_adversary(
    experiment: Experiment, make_split: Callable[..., Split]
) -> None:
    quick = experiment.with_(**{"training.epochs": 1})
    assert last_epoch(quick, make_split()).robust_accuracy is None
    assert last_epoch(quick.with_(**PGD), make_split(validation=0)).robust_accuracy is None
    told = last_epoch(quick.with_(**PGD), make_split())
    assert told.robust_accuracy is not None
    assert told.fgsm_accuracy is not None
    assert told.noise_accuracy is not None


def test_no_epoch_is_kept_that_met_the_adversary_while_it_was_weak(
    experiment: Experiment, turning: Split
) -> None:
    """The surer the network the higher the loss on ``turning``: else the first epochs would be the best."""
    changes = {"training.epochs": 9, "training.early_stopping": 1, "training.learning_rate": 0.05}
    changes |= {"training.target_accuracy": 0.2}
    *_, plain = train(experiment.with_(**changes), turning)
    *_, hardened = train(experiment.with_(**PGD, **changes), turning)
    assert isinstance(plain, TrainingFinished)
    assert isinstance(hardened, TrainingFinished)
    assert plain.epoch == 1
    assert hardened.epoch == 4  # the first that had all of it
    assert hardened.best_epoch == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "hidden",
    ["16", ({"kind": "conv", "channels": 4, "kernel": 4, "stride": 2, "pooling": "none"}, {"size": 12})],
    ids=["dense", "conv"],
)
def test_a_hardened_network_withstands_more(
    experiment: Experiment, make_split: Callable[..., Split], hidden: Any
) -> None:
    split = make_split(train=400, validation=100)
    changes = {"network.hidden": hidden, "training.epochs": 8}
    hardened = experiment.with_(**PGD, **changes)
    *_, finished = train(hardened.with_(**{"training.adversary": "off"}), split)
    assert isinstance(finished, TrainingFinished)
    plain = Learner(hardened, split, CPU)
    plain.begin_with(finished.state)
    found = plain.withstand()
    told = last_epoch(hardened, split)
    assert found is not None
    assert told.robust_accuracy is not None
    assert told.robust_accuracy > found.accuracy + 0.2
    assert (told.validation_accuracy or 0) > 0.9
