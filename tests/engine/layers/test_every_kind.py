"""Every kind in the registry, and two that are there for these tests alone, has an answer to all it may be asked."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import pytest
import torch

from engine.choices import Activation
from engine.config import Experiment, NetworkConfig
from engine.inference.diagram_values import kept, weights_between
from engine.insight import (
    NoPicturesError,
    NoSumError,
    activations,
    first_layer_weights,
    gradient_histograms,
    layer_names,
    neuron_sum,
    own_model,
    strongest_connections,
    weight_histograms,
)
from engine.layers import LAYER_KINDS, Form, Picture
from engine.layers.layer import Layer
from engine.models.build import build
from engine.models.parts import layer_of, weights_of
from engine.models.placed_layers import placed_layers
from engine.models.size import memory_needed, parameter_count, work_per_image
from engine.words import Phrase
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register

SHAPE = (1, 12, 12)
CLASSES = 4
IMAGE = np.random.default_rng(3).integers(0, 256, SHAPE[1:], np.uint8)
KINDS = [*LAYER_KINDS.values(), TwinLayer, FoldLayer]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.kind_name())
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type[Layer]:
    register(monkeypatch)
    found: type[Layer] = request.param
    return found


def test_kind_that_leaves_a_question_open_cannot_be_made() -> None:
    class SilentLayer(Layer):
        """A kind that says nothing of itself."""

        kind: Literal["silent"] = "silent"

    with pytest.raises(TypeError, match=r"abstract.*output_shape.*parameter_count.*work"):
        SilentLayer()  # type: ignore[abstract]


@pytest.fixture
def network(kind: type[Layer]) -> NetworkConfig:
    """Two layers of the kind, and a plain one."""
    return NetworkConfig(hidden=(kind(), kind(), 6))


@pytest.fixture
def model(network: NetworkConfig) -> torch.nn.Sequential:
    experiment = Experiment().model_copy(update={"network": network})
    first = build(network, image_shape=SHAPE, classes=CLASSES, seed=1)
    return own_model(experiment, first.state_dict(), classes=CLASSES, image_shape=SHAPE)


def test_it_has_words(kind: type[Layer]) -> None:
    assert LAYER_KINDS[kind.kind_name()] is kind
    for text in (kind.title, kind.plural, kind.add_name, kind.add_help, kind.no_sum, kind.no_weights):
        assert text
    assert kind().kind == kind.kind_name()
    assert kind().caption((3, 4, 5)) or kind().function is None
    fields = {name: info for name, info in kind.model_fields.items() if name != "kind"}
    assert all(info.title and info.description for info in fields.values())
    cells = [cell for line in kind.card() for cell in line]
    assert sorted(cell.name for cell in cells) == sorted(fields)
    assert cells[0].name == kind.counted


def test_words_and_files_lead_there_and_back(kind: type[Layer], network: NetworkConfig) -> None:
    word = kind().summary
    assert sum(each.described(word) is not None for each in LAYER_KINDS.values()) == 1
    assert NetworkConfig(hidden=(word,)).hidden == (kind(),)
    assert NetworkConfig(hidden=network.summary) == network
    assert NetworkConfig.model_validate_json(network.model_dump_json()) == network
    assert Experiment().with_(**{"network.hidden": network.hidden}).network.hidden == network.hidden


def test_changed_copies_are_of_the_kind(kind: type[Layer]) -> None:
    assert type(kind().doubled()) is kind
    assert kind().with_activation(Activation.SILU).function in (Activation.SILU, kind().function)


def test_sizes_are_those_of_the_module(network: NetworkConfig, model: torch.nn.Sequential) -> None:
    values = torch.rand(2, *SHAPE)
    placed = iter(placed_layers(network, SHAPE))
    for name, part in model.named_children():
        values = part(values)
        if name.startswith("hidden"):
            item = next(placed)
            assert tuple(values.shape[1:]) == item.output_shape
            assert layer_of(part) == item.layer
            assert (item.layer.gives is Form.IMAGE) == (values.ndim == 4)
            assert item.layer.activation_count(item.input_shape, network) > 0
    assert parameter_count(network, SHAPE, CLASSES) == sum(p.numel() for p in model.parameters())
    assert work_per_image(network, SHAPE, CLASSES) >= 0
    assert memory_needed(network, SHAPE, CLASSES, Experiment().training) > 0


def test_its_place_is_checked(kind: type[Layer]) -> None:
    if kind.takes == frozenset({Form.IMAGE}):
        with pytest.raises(ValueError, match=kind.misplaced):
            NetworkConfig(hidden=(5, kind()))
    else:
        assert NetworkConfig(hidden=(5, kind())).hidden[1] == kind()


def test_it_is_drawn(kind: type[Layer], network: NetworkConfig, model: torch.nn.Sequential) -> None:
    for item in placed_layers(network, SHAPE):
        lines = item.layer.arithmetic(item.input_shape, network)
        assert lines
        assert all(isinstance(line, Phrase) for line in lines)
    sides = [kept(item.layer.picture, item.output_shape[0]) for item in placed_layers(network, SHAPE)]
    drawn = weights_between(network, SHAPE, model.state_dict())
    assert len(drawn) == len(sides) + 1
    for array, side in zip(drawn, [*sides, kept(Picture.CIRCLES, CLASSES)], strict=True):
        assert array is None or (array.shape[0] == side and np.isfinite(array).all())
    assert (drawn[0] is None) == (not weights_of(model.get_submodule("hidden_1")))
    assert kind().window >= 0


def test_it_is_looked_into(kind: type[Layer], model: torch.nn.Sequential) -> None:
    names = layer_names(model)
    assert names == ("hidden_1", "hidden_2", "hidden_3", "output")
    made = activations(model, IMAGE)
    assert [item.layer for item in made] == list(names)
    links = {item.layer: item for item in strongest_connections(model, IMAGE, 10**6)}
    for item in made:
        if item.sums is None:
            assert item.layer not in links
            with pytest.raises(NoSumError, match=kind.no_sum):
                neuron_sum(model, IMAGE, item.layer, 0)
            continue
        found = neuron_sum(model, IMAGE, item.layer, 0)
        where = (0, *(found.position or ()))
        assert found.total == pytest.approx(float(item.sums[where]), abs=1e-4)
        mine = links[item.layer].targets == 0
        added = float(links[item.layer].contributions[mine].sum()) + found.bias
        assert added == pytest.approx(float(item.sums[0].mean()), abs=1e-3)
    if kind().weight_pictures(model.get_submodule("hidden_1"), SHAPE) is None:
        with pytest.raises(NoPicturesError, match=kind.no_weights):
            first_layer_weights(model, SHAPE)
    else:
        assert len(first_layer_weights(model, SHAPE).tiles) == made[0].values.shape[0]


def test_its_weights_are_counted_once(model: torch.nn.Sequential) -> None:
    counts = {
        name: sum(weight.numel() for weight in weights_of(part))
        for name, part in model.named_children()
        if weights_of(part)
    }
    images, labels = np.stack([IMAGE, IMAGE.T]), np.array([0, 1])
    for found in (weight_histograms(model.state_dict()), gradient_histograms(model, images, labels)):
        assert {item.layer: math.floor(item.counts.sum()) for item in found} == counts


def test_the_registry_is_as_before() -> None:
    assert list(LAYER_KINDS) == ["dense", "conv"]
