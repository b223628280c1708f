"""The arithmetic of a step: gradients against finite differences, and the hand-written pass against autograd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.config import Activation, Experiment
from engine.data.dataset import Split
from engine.models.build import build
from engine.training.fast.dense_step import DenseStep
from engine.training.learner import Learner

CPU = torch.device("cpu")
FORMS = [
    {"network.hidden": ()},
    *({"network.hidden": ({"size": 7, "activation": name}, {"size": 5, "activation": name})} for name in Activation),
    {"network.hidden": ({"size": 7, "dropout": 0.4, "activation": "tanh"}, {"size": 6, "dropout": 0.2})},
    {"training.label_smoothing": 0.3},
    {"training.held": "weights"},
    {"data.augmentation.enabled": True},
]  # fmt: skip


def gradients_of(learner: Learner) -> torch.Tensor:
    """Gradients of the first step, and its result; a rate of 0 leaves the weights alone."""
    learner.begin_epoch()
    learner.steps(0, [0.0])
    return learner.flat.gradients.clone()


@pytest.mark.parametrize("shape", [(6, 6), (6, 5, 3)])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_gradients_by_hand_are_autograds(
    experiment: Experiment, make_split: Callable[..., Split], changes: dict[str, Any], shape: tuple[int, ...]
) -> None:
    experiment, split = experiment.with_(**changes), make_split(shape=shape)
    hand, auto = (Learner(experiment, split, CPU, by_hand=by_hand) for by_hand in (True, False))
    torch.testing.assert_close(gradients_of(hand), gradients_of(auto), rtol=1e-4, atol=1e-6)
    (loss, correct), (auto_loss, auto_correct) = hand.results(0, 1), auto.results(0, 1)
    np.testing.assert_allclose(loss, auto_loss, rtol=1e-5)
    assert correct == auto_correct


@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_whole_epochs_by_hand_are_autograds(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    experiment = experiment.with_(**changes, **{"training.optimizer": "momentum"})
    states = []
    for by_hand in (True, False):
        learner = Learner(experiment, split, CPU, by_hand=by_hand)
        for _ in range(2):  # the last batch of each is smaller
            learner.begin_epoch()
            learner.steps(0, [0.05] * learner.steps_per_epoch)
            learner.end_epoch()
        states.append(learner.flat.weights.clone())
    torch.testing.assert_close(*states, rtol=1e-3, atol=1e-5)


def test_it_is_by_hand_where_it_can_be(experiment: Experiment, split: Split) -> None:
    def applies(**changes: Any) -> bool:
        learner = Learner(experiment.with_(**changes), split, CPU)
        return DenseStep.applies_to(learner.flat.model, CPU)

    assert applies()
    assert applies(**{"network.hidden": ()})
    assert not applies(**{"network.batch_norm": True})
    assert not DenseStep.applies_to(torch.nn.Linear(2, 2), CPU)
    assert not DenseStep.applies_to(Learner(experiment, split, CPU).flat.model, torch.device("cuda"))


@pytest.mark.parametrize("by_hand", [True, False])
def test_gradients_are_finite_differences(experiment: Experiment, split: Split, by_hand: bool) -> None:
    experiment = experiment.with_(**{"network.hidden": ({"size": 5, "activation": "tanh"},)})
    learner = Learner(experiment, split, CPU, by_hand=by_hand)
    gradients = gradients_of(learner)
    images = torch.from_numpy(split.train.images).double()[:, None] / 255
    labels = torch.from_numpy(split.train.labels)
    batch = learner._indices_of_step[0]
    model = learner.flat.model.double()
    for name, parameter in model.named_parameters():
        own = learner.flat.gradient_of(name).flatten()
        values = parameter.data.view(-1)
        for place in range(0, len(values), 11):
            losses = []
            for shift in (1e-5, -2e-5):
                values[place] += shift
                with torch.no_grad():
                    losses.append(functional.cross_entropy(model(images[batch]), labels[batch]).item())
            values[place] += 1e-5
            assert own[place].item() == pytest.approx((losses[0] - losses[1]) / 2e-5, rel=1e-3, abs=1e-6)
    assert gradients.any()


def test_images_come_in_another_order_every_epoch_and_each_once(experiment: Experiment, split: Split) -> None:
    learner = Learner(experiment, split, CPU)
    orders = []
    for _ in range(2):
        learner.begin_epoch()
        orders.append(torch.cat(learner._indices_of_step).tolist())
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(64))


@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
def test_only_training_images_are_varied_and_anew_each_time(
    experiment: Experiment, split: Split, hidden: str
) -> None:
    plain = experiment.with_(**{"network.hidden": hidden, "training.batch_size": 64})  # all in one
    varied = plain.with_(**{"data.augmentation.enabled": True})
    learners = [Learner(each, split, CPU) for each in (plain, varied)]
    assert learners[0].validate() == learners[1].validate()
    losses = []
    for learner in learners:
        for _ in range(2):
            learner.begin_epoch()
            learner.steps(0, [0.0])
            losses.append(learner.results(0, 1)[0].item())
            learner.end_epoch()
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)
    assert len({round(loss, 4) for loss in losses}) == 3


PATHS = [("8", True), ("8", False), ("conv3,8", True)]  # by hand, by autograd, and where autograd alone can


@pytest.mark.parametrize("limit", [0.1, 1.3, 1e6])
@pytest.mark.parametrize(("hidden", "by_hand"), PATHS)
def test_a_long_gradient_is_shortened_to_the_limit_and_nothing_else_is(
    experiment: Experiment, split: Split, hidden: str, by_hand: bool, limit: float
) -> None:
    changes = {"network.hidden": hidden, "training.optimizer": "sgd"}

    def after_a_step(clipping: float, rate: float) -> Learner:
        of_step = experiment.with_(**changes, **{"training.gradient_clipping": clipping})
        learner = Learner(of_step, split, CPU, by_hand=by_hand)
        wild = {
            name: 4 * tensor if "weight" in name else tensor for name, tensor in learner.flat.copy().items()
        }
        learner.begin_with(wild)
        learner.begin_epoch()
        learner.steps(0, [rate])
        return learner

    plain = after_a_step(0.0, 0.0)
    weights, gradients = plain.flat.weights, plain.flat.gradients
    length = gradients.norm().item()
    assert 1.3 < length < 1e6
    expected = weights - 0.05 * gradients * min(1.0, limit / length)
    torch.testing.assert_close(after_a_step(limit, 0.05).flat.weights, expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("count", [16, 507])  # the last batch of the second holds seven images
@pytest.mark.parametrize(("hidden", "by_hand"), PATHS)
def test_validation_is_the_plain_mean_over_all_its_images_with_nothing_dropped(
    experiment: Experiment, make_split: Callable[..., Split], hidden: str, by_hand: bool, count: int
) -> None:
    split = make_split(validation=count)
    network = experiment.with_(**{"network.hidden": hidden}).network
    layers = tuple(layer.model_copy(update={"dropout": 0.5}) for layer in network.hidden)
    experiment = experiment.with_(**{"network.hidden": layers, "training.label_smoothing": 0.2})
    learner = Learner(experiment, split, CPU, by_hand=by_hand)
    learner.begin_epoch()
    learner.steps(0, [0.01] * learner.steps_per_epoch)
    model = build(experiment.network, image_shape=(1, 6, 6), classes=4)
    model.load_state_dict(learner.flat.copy())
    labels = torch.from_numpy(split.validation.labels)
    with torch.no_grad():
        logits = model.eval()(torch.from_numpy(split.validation.images).float()[:, None] / 255)

    loss, accuracy = learner.validate() or (0.0, 0.0)

    assert loss == pytest.approx(functional.cross_entropy(logits, labels).item(), rel=1e-5)
    assert accuracy == int((logits.argmax(1) == labels).sum()) / count
    assert all(part.training for part in learner.flat.model.modules())  # it goes on with dropout


@pytest.mark.parametrize(("hidden", "by_hand"), PATHS)
def test_the_loss_that_is_told_leaves_label_smoothing_out_as_validation_does(
    experiment: Experiment, split: Split, hidden: str, by_hand: bool
) -> None:
    losses = []
    for smoothing in (0.0, 0.4):
        changes = {"network.hidden": hidden, "training.label_smoothing": smoothing}
        learner = Learner(experiment.with_(**changes), split, CPU, by_hand=by_hand)
        learner.begin_epoch()
        learner.steps(0, [0.0] * learner.steps_per_epoch)
        losses.append(learner.results(0, learner.steps_per_epoch)[0])
    np.testing.assert_allclose(*losses, rtol=1e-5)
    # On the same images and weights, training and validation tell the same loss.
    same = Learner(
        experiment.with_(**changes), Split(split.train, split.train, split.test), CPU, by_hand=by_hand
    )
    told = same.validate()
    assert told is not None
    assert np.average(losses[1], weights=same.sizes) == pytest.approx(told[0], rel=1e-5)
