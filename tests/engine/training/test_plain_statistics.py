"""What batch normalisation answers with, measured on training examples as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.nn.modules.batchnorm import _BatchNorm

from engine.config import Experiment
from engine.data import datasets
from engine.evaluation.evaluate import evaluate
from engine.models import at_once
from engine.models.build import build
from engine.training import plain_statistics, train
from engine.training.batches import ImageTensors
from engine.training.events import EpochDone, ModelSnapshot, TrainingFinished
from engine.training.learner import Learner
from engine.training.plain_statistics import measure_plain
from tests.engine.training.test_resume import assert_goes_on_to_the_bit

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.dataset import Split

CPU = torch.device("cpu")
PLAIN = {"training.plain_statistics": True}
VARIED = {"data.augmentation.enabled": True, "data.augmentation.noise": 0.5, "network.batch_norm": True}
KINDS: list[dict[str, Any]] = [
    VARIED,
    {**VARIED, "network.hidden": ({"kind": "conv", "channels": 4}, {"size": 8, "dropout": 0.3})},
    {**VARIED, "training.averaging": 0.6},
]


def norms(model: torch.nn.Module) -> list[_BatchNorm]:
    return [part for part in model.modules() if isinstance(part, _BatchNorm)]


def reaching(model: torch.nn.Module, split: Split) -> list[torch.Tensor]:
    """Return what reaches each normalisation, ``(N, C, …)``, when the model answers about all training examples."""
    data = ImageTensors(split.train, CPU)
    found: list[torch.Tensor] = []
    hooks = [
        norm.register_forward_pre_hook(lambda _norm, inputs: found.append(inputs[0])) for norm in norms(model)
    ]
    with torch.no_grad():
        model.eval()(data.inputs(torch.arange(len(data))))
    for hook in hooks:
        hook.remove()
    return found


def learnt(experiment: Experiment, split: Split, epochs: int = 3) -> Learner:
    learner = Learner(experiment, split, CPU)
    for epoch in range(epochs):
        learner.begin_epoch(epoch)
        learner.steps(0, [0.01] * learner.steps_per_epoch)
        learner.end_epoch()
    return learner


def end_of(experiment: Experiment, split: Split) -> TrainingFinished:
    *_, end = train(experiment, split)
    assert isinstance(end, TrainingFinished)
    return end


@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_they_are_those_of_all_examples_as_they_are(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    learner = learnt(experiment.with_(**changes, **PLAIN), split)
    model = learner.flat.model
    for state in (learner.flat.copy(), learner.answering_state()):
        model.load_state_dict(state)
        wanted = reaching(model, split)
        assert wanted
        for norm, numbers in zip(norms(model), wanted, strict=True):
            by_channel = numbers.transpose(0, 1).flatten(1)
            torch.testing.assert_close(norm.running_mean, by_channel.mean(1), rtol=1e-4, atol=1e-5)
            torch.testing.assert_close(norm.running_var, by_channel.var(1), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_weights_take_no_notice_of_it(experiment: Experiment, split: Split, changes: dict[str, Any]) -> None:
    varied, plain = (end_of(experiment.with_(**changes, **more), split) for more in ({}, PLAIN))
    differ = {name for name in plain.state if not torch.equal(plain.state[name], varied.state[name])}
    assert differ
    assert all(name.endswith(("running_mean", "running_var")) for name in differ)


def test_attacks_go_by_it_and_so_do_weights_that_learn_from_them(
    experiment: Experiment, split: Split
) -> None:
    attacked = experiment.with_(
        **VARIED, **{"training.adversary": "fgsm", "training.adversary_strength": 0.2}
    )
    varied, plain = (end_of(attacked.with_(**more), split) for more in ({}, PLAIN))
    assert any(
        not torch.equal(plain.state[name], varied.state[name])
        for name in plain.state
        if name.endswith("weight")
    )


@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_what_is_validated_is_what_is_kept(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    experiment = experiment.with_(**changes, **PLAIN)
    events = list(train(experiment, split))
    snapshots = {event.step: event for event in events if isinstance(event, ModelSnapshot)}
    for epoch in (event for event in events if isinstance(event, EpochDone)):
        model = build(experiment.network, image_shape=split.train.image_shape, classes=4)
        model.load_state_dict(snapshots[epoch.step].state)
        assert evaluate(model, split.validation).loss == pytest.approx(epoch.validation_loss, rel=1e-4)


@pytest.mark.parametrize("stop_after", [7, 14, 17])  # amid an epoch, at an end, after one
@pytest.mark.parametrize("changes", KINDS, ids=str)
def test_it_goes_on_to_the_bit(
    experiment: Experiment, split: Split, changes: dict[str, Any], stop_after: int
) -> None:
    assert_goes_on_to_the_bit(experiment.with_(**changes, **PLAIN), split, stop_after)


def test_without_normalisation_nothing_is_measured(experiment: Experiment, split: Split) -> None:
    plain, other = (end_of(experiment.with_(**more), split) for more in (PLAIN, {}))
    assert all(torch.equal(plain.state[name], other.state[name]) for name in plain.state)


def looked_at(model: torch.nn.Module, data: ImageTensors) -> list[torch.Tensor]:
    """Return what goes into a model while its statistics are measured, once for each time it is asked."""
    seen: list[torch.Tensor] = []
    watch = model.register_forward_pre_hook(lambda _model, inputs: seen.append(inputs[0]))
    measure_plain(model, data)
    watch.remove()
    return seen


def test_of_many_some_are_looked_at_always_the_same(
    experiment: Experiment, make_split: Callable[..., Split], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_statistics, "PLAIN_EXAMPLES", 100)
    data = ImageTensors(make_split(train=300).train, CPU)
    model = Learner(experiment.with_(**VARIED), make_split(train=300), CPU).flat.model
    before = torch.get_rng_state()
    (first,), (again,) = looked_at(model, data), looked_at(model, data)
    assert len(first) == 100
    assert torch.equal(first, again)
    assert torch.equal(torch.get_rng_state(), before)
    assert model.training


def test_both_classes_are_looked_at_where_they_come_in_turn() -> None:
    moons = Experiment().with_(
        **{"data.dataset": "moons", "data.plane.count": 4000, "data.validation_share": 0.0}, **VARIED
    )
    split = datasets.load_split(moons.data)
    data = ImageTensors(split.train, CPU)
    model = Learner(moons, split, CPU).flat.model
    (points,) = looked_at(model, data)
    all_points = data.inputs(torch.arange(len(data)))
    of_one = all_points[data.labels == 1]
    share = (points[:, None] == of_one).flatten(2).all(2).any(1).float().mean().item()
    assert share == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("fit", "looks"), [(99, 0), (100, 100)])
def test_a_network_too_large_for_a_hundred_keeps_the_numbers_of_its_steps(
    fit: int,
    looks: int,
    experiment: Experiment,
    make_split: Callable[..., Split],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    split = make_split(train=300)
    model = learnt(experiment.with_(**VARIED), split, epochs=1).flat.model
    before = {name: value.clone() for name, value in model.state_dict().items()}
    monkeypatch.setattr(at_once, "MOST_AT_ONCE", fit * model.numbers_per_image)  # type: ignore[operator]
    assert sum(map(len, looked_at(model, ImageTensors(split.train, CPU)))) == looks
    stays = all(torch.equal(value, before[name]) for name, value in model.state_dict().items())
    assert stays == (looks == 0)
