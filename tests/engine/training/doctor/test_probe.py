from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch.nn import functional

from engine.config import Experiment
from engine.data.dataset import Split
from engine.evaluation.evaluate import model_input
from engine.models.build import build
from engine.training.doctor.probe import Probe


@pytest.fixture
def data(make_split: Callable[..., Split]) -> Split:
    return make_split(100)


def model_of(experiment: Experiment, data: Split) -> torch.nn.Sequential:
    return build(experiment.network, image_shape=data.train.image_shape, classes=len(data.classes), seed=3)


def with_hidden(*hidden: object, **settings: object) -> Experiment:
    return Experiment().with_(**{"network.hidden": hidden, **settings})


def test_gradients_are_those_of_autograd(data: Split) -> None:
    experiment = with_hidden(8, {"size": 6, "activation": "tanh"})
    model = model_of(experiment, data)
    found = Probe(experiment, data.train).measure(model.state_dict(), 7)

    loss = functional.cross_entropy(
        model(model_input(data.train.images)), torch.from_numpy(data.train.labels)
    )
    loss.backward()
    wanted = {name.partition(".")[0]: p for name, p in model.named_parameters() if name.endswith("weight")}
    assert found.step == 7
    assert found.loss == pytest.approx(loss.item(), rel=1e-5)
    assert [layer.name for layer in found.layers] == list(wanted)
    for layer in found.layers:
        gradient = wanted[layer.name].grad
        assert gradient is not None
        assert layer.gradient_norm == pytest.approx(gradient.norm().item(), rel=1e-4)
        assert layer.gradients is not None
        assert layer.gradients.layer == layer.name
        assert layer.gradients.counts.sum() == gradient.numel()
        assert layer.gradients.edges[-1] == pytest.approx(gradient.abs().max().item(), rel=1e-4)
        assert layer.weight_norm == pytest.approx(wanted[layer.name].norm().item(), rel=1e-5)
    assert found.answers.sum() == pytest.approx(1)
    assert found.labels.sum() == pytest.approx(1)


@pytest.mark.parametrize("layer", [8, {"kind": "conv", "channels": 8}])
def test_dead_units_are_counted(data: Split, layer: object) -> None:
    experiment = with_hidden(layer)
    model = model_of(experiment, data)
    bias = next(p for name, p in model.named_parameters() if name.endswith("bias"))
    with torch.no_grad():
        bias[:6] = -1000

    (hidden, output) = Probe(experiment, data.train).measure(model.state_dict()).layers

    assert hidden.dead == 0.75
    assert hidden.units == 8
    assert output.dead == 0


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_saturated_units_are_counted(data: Split, activation: str) -> None:
    experiment = with_hidden({"size": 8, "activation": activation})
    model = model_of(experiment, data)
    probe = Probe(experiment, data.train)
    before = probe.measure(model.state_dict()).layers[0].saturated
    with torch.no_grad():
        model.hidden_1.linear.weight.mul_(1000)

    assert before < 0.5
    assert probe.measure(model.state_dict()).layers[0].saturated > 0.95


def test_deep_sigmoids_let_gradients_vanish(data: Split) -> None:
    experiment = with_hidden(*[{"size": 16, "activation": "sigmoid"}] * 8)
    layers = Probe(experiment, data.train).measure(model_of(experiment, data).state_dict()).layers

    assert layers[0].gradient_size < 1e-3 * layers[-1].gradient_size


def test_the_global_generator_and_the_state_are_left_alone(data: Split) -> None:
    experiment = with_hidden({"size": 8, "dropout": 0.5}, **{"network.batch_norm": True})
    state = model_of(experiment, data).state_dict()
    copies = {name: tensor.clone() for name, tensor in state.items()}
    before = torch.get_rng_state()

    Probe(experiment, data.train).measure(state)

    assert torch.equal(torch.get_rng_state(), before)
    assert all(torch.equal(state[name], copy) for name, copy in copies.items())
