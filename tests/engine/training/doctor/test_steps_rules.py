"""Gradients that vanish over the steps of a recurrent layer are found, and doing what is advised helps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.evaluation.evaluate import model_input
from engine.models.build import build
from engine.training import EpochDone, TrainingFinished, train
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding, FindingKind, StepsProbe
from engine.training.doctor.probe import Probe
from tests.engine.training.conftest import make_dataset
from tests.engine.training.doctor.test_doctor import STARTED, steps

OVER_STEPS = FindingKind.VANISHING_OVER_STEPS
ROWS = 40


def told_at_first(count: int, seed: int) -> Dataset:
    """Images whose class shows in their first three rows, by a bright column amid noise; the others are noise alone."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 4, count)
    images = random.integers(0, 90, (count, ROWS, 4)).astype(np.uint8)
    images[np.arange(count)[:, None], np.arange(3), labels[:, None]] += 160
    return Dataset("told at first", images, labels, tuple("abcd"))


def examined(experiment: Experiment, split: Split) -> tuple[list[Finding], float]:
    """Train under the doctor's eyes; return what is found in the end, and the share of validation images read right."""
    doctor, probe, right = Doctor(experiment, split), Probe(experiment, split.train), 0.0
    for event in train(experiment, split):
        doctor.hear(event)
        if isinstance(event, EpochDone):
            right = event.validation_accuracy or 0.0
        elif isinstance(event, TrainingFinished):
            doctor.add_probe(probe.measure(event.last_state, event.step))
    return list(doctor.findings), right


@pytest.mark.slow
def test_what_is_read_at_first_is_not_learnt_until_the_advice_is_taken() -> None:
    split = Split(told_at_first(400, 1), told_at_first(60, 2), told_at_first(4, 3))
    experiment = Experiment().with_(
        **{
            "network.hidden": "gru8",
            "training.epochs": 5,
            "training.batch_size": 16,
            "training.learning_rate": 0.02,
            "training.threads": 1,
        }
    )
    (finding,), before = examined(experiment, split)
    assert finding.kind is OVER_STEPS
    assert finding.act == "Take the mean over all steps"
    found, after = examined(experiment.with_(**finding.changes), split)
    assert found == []
    assert before < 0.5
    assert after > 0.9


def test_the_reach_is_that_of_autograd() -> None:
    data = make_dataset(40, shape=(16, 5))
    experiment = Experiment().with_(**{"network.hidden": "conv3,lstm6,gru5"})
    model = build(experiment.network, image_shape=(1, 16, 5), classes=4, seed=3)
    layers = Probe(experiment, data).measure(model.state_dict()).layers
    assert [layer.over_steps is not None for layer in layers] == [False, True, True, False]
    read = model[:2](model_input(data.images)).detach().requires_grad_()
    functional.cross_entropy(model[2:](read), torch.from_numpy(data.labels)).backward()
    assert read.grad is not None
    sizes = read.grad.square().mean(dim=(0, 1, 3)).sqrt()
    seen = layers[1].over_steps
    assert seen is not None
    assert seen.steps == 8
    assert seen.reach == pytest.approx(float(sizes[:2].mean() / sizes[-2:].mean()), rel=1e-3)


def found_in(hidden: object, reach: float, *, warm_up: float = 0.0, step: int = 150) -> list[Finding]:
    experiment = Experiment().with_(
        **{"network.hidden": hidden, "training.warm_up": warm_up, "training.schedule": "cosine"}
    )
    doctor = Doctor(experiment)
    doctor.add(STARTED)
    doctor.add(steps(np.linspace(2.3, 2.0, step)))
    probes = Probe(experiment, make_dataset(20, shape=(8, 8))).measure(
        build(experiment.network, image_shape=(1, 8, 8), classes=4, seed=3).state_dict(), step
    )
    layers = tuple(
        layer if layer.over_steps is None else replace(layer, over_steps=StepsProbe(8, reach))
        for layer in probes.layers
    )
    doctor.add_probe(replace(probes, layers=layers))
    return [finding for finding in doctor.findings if finding.kind is OVER_STEPS]


@pytest.mark.parametrize(
    ("hidden", "layer", "mended"),
    [
        ("lstm4", "hidden_1", "lstm4,pool"),
        ("gru4,lstm4,8", "hidden_2", "gru4,lstm4,pool,8"),
        ("patches2,bigru4", "hidden_2", "patches2,bigru4,pool"),
        ("lstm4,attention2,poollast", "hidden_1", None),
        ("gru4,poollast", "hidden_1", "gru4,pool"),
        ([{"kind": "gru", "units": 4, "returns": "last_state"}, 8], "hidden_1", "gru4,pool,8"),
        ([{"kind": "gru", "units": 4, "returns": "sequence"}, 8], "hidden_1", None),
    ],
)
def test_the_advice_is_a_mean_over_all_steps_where_none_is_taken(
    hidden: object, layer: str, mended: str | None
) -> None:
    (finding,) = found_in(hidden, 1e-4)
    assert finding.layer == layer
    assert "8 steps" in finding.evidence
    assert "0.0001" in finding.evidence
    if mended is None:
        assert finding.changes == {}
        assert finding.act == ""
    else:
        changed = Experiment().with_(**finding.changes).network
        assert changed == Experiment().with_(**{"network.hidden": mended}).network


def test_it_is_not_told_before_a_layer_could_learn_to_keep_or_where_the_gradient_comes_through() -> None:
    assert found_in("lstm4", 0.02) == []
    assert found_in("lstm4", 1e-4, step=60) == []
    assert found_in("lstm4", 1e-4, warm_up=0.2) == []
    assert found_in("lstm4", 1e-4, warm_up=0.12) != []
