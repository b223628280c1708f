"""As many images go through a network at once as its widest layers allow, and the answers are the same."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from torch import nn

from engine.config import Experiment, NetworkConfig
from engine.data.dataset import Dataset
from engine.errors import ModelError
from engine.evaluation.evaluate import evaluate
from engine.inference import Recognizer
from engine.insight.activations import layer_features
from engine.insight.histograms import gradient_histograms
from engine.insight.integrated_gradients import integrated_gradients
from engine.insight.model import own_model
from engine.insight.occlusion import occlusion
from engine.models import at_once
from engine.models.at_once import MOST_AT_ONCE, images_at_once, portions
from engine.models.build import build, build_with
from engine.models.size import numbers_per_image

CLASSES = ("a", "b", "c")


def test_a_wide_layer_takes_fewer_images_at_once() -> None:
    wide = NetworkConfig.model_validate({"hidden": [{"kind": "conv", "channels": 10_000, "kernel": 1}]})
    count = numbers_per_image(wide)
    assert images_at_once(build(wide), 500) == MOST_AT_ONCE // count < 10
    assert images_at_once(build(wide), 500, copies=2) == MOST_AT_ONCE // (2 * count)
    assert images_at_once(copy.deepcopy(build(wide)), 500) < 10  # a copy knows, too
    assert images_at_once(build(NetworkConfig(hidden="64,64")), 500) == 500
    assert images_at_once(nn.Sequential(), 500) == 500  # not ours: nothing is known


def test_one_image_always_goes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "MOST_AT_ONCE", 1)
    assert list(portions(build(NetworkConfig(hidden="4")), 3, 500)) == [slice(0, 1), slice(1, 2), slice(2, 3)]


def test_the_answers_are_those_of_all_images_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment.model_validate({"network": {"hidden": "conv4,8"}})
    state = build(experiment.network, image_shape=(1, 8, 8), classes=3).state_dict()
    rng = np.random.default_rng(0)
    data = Dataset("d", rng.integers(256, size=(9, 8, 8), dtype=np.uint8), np.arange(9) % 3, CLASSES)

    def answers() -> list[np.ndarray]:
        model = own_model(experiment, state, classes=3, image_shape=(1, 8, 8))
        return [
            evaluate(model, data, keep_probabilities=True).probabilities,
            Recognizer(experiment, CLASSES, state, image_shape=(1, 8, 8)).probabilities(data.images),
            layer_features(model, data.images, "hidden_2"),
            occlusion(model, data.images[0], 1),
            integrated_gradients(model, data.images[0], 1),
            np.concatenate([item.edges for item in gradient_histograms(model, data.images, data.labels)]),
        ]  # fmt: skip

    whole = answers()
    monkeypatch.setattr(at_once, "MOST_AT_ONCE", 1000)  # one or two images
    for one, other in zip(whole, answers(), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6)


def test_a_map_of_too_many_numbers_is_refused() -> None:
    wide = NetworkConfig.model_validate(
        {"hidden": [{"kind": "conv", "channels": 400, "kernel": 1, "pooling": "none"}]}
    )
    model = build(wide).eval()
    with pytest.raises(ModelError, match="too large for a map"):
        layer_features(model, np.zeros((500, 28, 28), np.uint8), "hidden_1")


def test_weights_that_are_not_there_take_no_memory() -> None:
    network = NetworkConfig(hidden=(20_000, 20_000))  # 1.6 GB
    state = {"output.weight": torch.zeros(10, 10)}
    with pytest.raises(ModelError, match="do not belong to this network"):
        build_with(network, state, image_shape=(1, 28, 28), classes=10)
