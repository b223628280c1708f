"""A network of every kind of layer is trained, resumed to the bit, kept, opened, taught, probed and measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.inference import Recognizer
from engine.insight.histograms import gradient_histograms, weight_histograms
from engine.insight.model import own_model
from engine.layers import Layer
from engine.models.parts import weights_of
from engine.storage import model_file
from engine.training import ModelSnapshot, train
from engine.training.doctor.probe import Probe
from engine.training.history import History
from tests.engine.layers.networks import OF_IMAGES, network_of
from tests.engine.training.conftest import make_dataset
from tests.engine.training.test_resume import assert_goes_on_to_the_bit, run

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Split


@pytest.fixture(params=OF_IMAGES, ids=lambda kind: kind.kind_name())
def trained(request: pytest.FixtureRequest, experiment: Experiment) -> Experiment:
    """The experiment with a network of the kind, augmentation and, where the kind has it, dropout."""
    kind: type[Layer] = request.param
    layers = [layer.model_dump() for layer in network_of(kind).hidden]
    layers = [layer | ({"dropout": 0.2} if "dropout" in layer else {}) for layer in layers]
    changes = {"data.augmentation": {"enabled": True, "noise": 0.1}, "network.hidden": layers}
    return experiment.with_(**changes, **{"training.early_stopping": 2})


def test_it_goes_on_to_the_bit(trained: Experiment, split: Split) -> None:
    assert_goes_on_to_the_bit(trained, split, 8)


def test_it_learns_and_its_weights_are_those_of_the_seed(trained: Experiment, split: Split) -> None:
    layers = [layer.model_copy(update={"dropout": 0.0}) for layer in trained.network.hidden]
    changes = {"training.epochs": 12, "training.early_stopping": 0, "data.augmentation.enabled": False}
    longer = trained.with_(**changes, **{"network.hidden": layers})
    history = History()
    finished = run(longer, split, history)
    assert history.losses[-5:].mean() < 0.9 * history.losses[:5].mean()
    again = run(longer, split, History())
    assert all(torch.equal(finished.state[name], again.state[name]) for name in finished.state)


def test_it_is_kept_and_answers_the_same(trained: Experiment, split: Split, tmp_path: Path) -> None:
    snapshots = [event for event in train(trained, split) if isinstance(event, ModelSnapshot)]
    state, classes, shape = snapshots[-1].state, split.classes, split.train.image_shape
    path = tmp_path / "model.safetensors"
    model_file.save(path, experiment=trained, classes=classes, state=state, image_shape=shape)
    assert model_file.load(path).experiment == trained
    here, there = Recognizer(trained, classes, state, image_shape=shape), Recognizer.load(path)
    images = split.test.images
    np.testing.assert_array_equal(here.probabilities(images), there.probabilities(images))
    one_by_one = np.concatenate([here.probabilities(image) for image in images])
    np.testing.assert_allclose(here.probabilities(images), one_by_one, atol=1e-5)
    # Opened, it is trained on from where it stood.
    *_, taught = train(trained.with_(**{"training.epochs": 1}), split, start=state)
    assert any(not torch.equal(taught.state[name], state[name]) for name in state)


def test_every_layer_with_weights_has_gradients_to_be_told_of(trained: Experiment) -> None:
    data = make_dataset(40)
    probe = Probe(trained, data)
    model = probe._model
    state = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    measured = {layer.name: layer for layer in probe.measure(state).layers}
    own = own_model(trained, state, classes=4, image_shape=data.image_shape)
    weighed = {name for name, part in own.named_children() if weights_of(part)}
    assert measured.keys() == weighed
    assert all(np.isfinite(layer.gradient_norm) and layer.gradient_norm > 0 for layer in measured.values())
    for found in (weight_histograms(state), gradient_histograms(own, data.images, data.labels)):
        assert {item.layer for item in found} == weighed
