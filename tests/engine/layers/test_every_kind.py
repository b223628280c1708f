"""Every kind in the registry, and two that are there for these tests alone, has an answer to all it may be asked."""

from __future__ import annotations

import math
import re
from typing import Literal

import numpy as np
import pytest
import torch

from engine.choices import Activation
from engine.config import Experiment, NetworkConfig
from engine.inference.diagram_values import kept, weights_between
from engine.insight.activations import activations, layer_names
from engine.insight.connections import strongest_connections
from engine.insight.histograms import gradient_histograms, weight_histograms
from engine.insight.model import own_model
from engine.insight.neuron import NoSumError, neuron_sum
from engine.insight.weights import NoPicturesError, first_layer_weights
from engine.layers import LAYER_KINDS, Form, LstmLayer, Picture, form_of, units_of
from engine.layers.layer import Layer
from engine.layers.order import misplaced, place_for
from engine.models.build import build
from engine.models.parts import hidden_name, layer_of, weights_of
from engine.models.placed_layers import placed_layers
from engine.models.size import memory_needed, parameter_count, work_per_image
from engine.words import Phrase
from tests.engine.layers.networks import OF_IMAGES, first_of, network_of
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register

SHAPE = (1, 12, 12)
CLASSES = 4
IMAGE = np.random.default_rng(3).integers(0, 256, SHAPE[1:], np.uint8)
OF_THE_PROGRAM = dict(LAYER_KINDS)
KINDS = [*OF_IMAGES, TwinLayer, FoldLayer]
WORDED = [*LAYER_KINDS.values(), TwinLayer, FoldLayer]


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
    return network_of(kind)


@pytest.fixture
def first(kind: type[Layer], network: NetworkConfig) -> str:
    return first_of(kind, network)


@pytest.fixture
def model(network: NetworkConfig) -> torch.nn.Sequential:
    experiment = Experiment().model_copy(update={"network": network})
    state = build(network, image_shape=SHAPE, classes=CLASSES, seed=1).state_dict()
    return own_model(experiment, state, classes=CLASSES, image_shape=SHAPE)


@pytest.mark.parametrize("kind", WORDED, ids=lambda kind: kind.kind_name(), indirect=True)
def test_it_has_words(kind: type[Layer]) -> None:
    assert LAYER_KINDS[kind.kind_name()] is kind
    reasons = (kind.no_sum, kind.no_weights, kind.no_units)
    for text in (kind.title, kind.plural, kind.add_name, kind.add_help, *reasons):
        assert text
    assert kind().kind == kind.kind_name()
    fields = {name: info for name, info in kind.model_fields.items() if name != "kind"}
    assert all(info.label and info.help for info in fields.values())
    cells = [cell for line in kind.card() for cell in line]
    assert sorted(cell.name for cell in cells) == sorted(fields)
    assert cells[0].name == kind.counted


def test_words_and_files_lead_there_and_back(kind: type[Layer], network: NetworkConfig) -> None:
    word = kind().summary
    assert sum(each.described(word) is not None for each in LAYER_KINDS.values()) == 1
    needed = () if kind.takes & {Form.IMAGE, Form.VECTOR, Form.CHARACTERS} else ("lstm5",)
    assert NetworkConfig(hidden=(*needed, word)).hidden[-1] == kind()
    assert NetworkConfig(hidden=network.summary) == network
    assert NetworkConfig.model_validate_json(network.model_dump_json()) == network
    assert Experiment().with_(**{"network.hidden": network.hidden}).network.hidden == network.hidden


@pytest.mark.parametrize("kind", WORDED, ids=lambda kind: kind.kind_name(), indirect=True)
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
            assert item.layer.gives is form_of(values.shape[1:])
            assert item.layer.activation_count(item.input_shape, network) > 0
    assert parameter_count(network, SHAPE, CLASSES) == sum(p.numel() for p in model.parameters())
    assert work_per_image(network, SHAPE, CLASSES) >= 0
    assert memory_needed(network, SHAPE, CLASSES, Experiment().training) > 0


@pytest.mark.parametrize("kind", WORDED, ids=lambda kind: kind.kind_name(), indirect=True)
def test_its_place_is_checked(kind: type[Layer]) -> None:
    if Form.VECTOR not in kind.takes:
        with pytest.raises(ValueError, match=re.escape(kind.misplaced_behind(Form.VECTOR))):
            NetworkConfig(hidden=(5, kind()))
        assert place_for(kind(), NetworkConfig(hidden=(5,)).hidden) == 0
    else:
        assert NetworkConfig(hidden=(5, kind())).hidden[1] == kind()
        assert place_for(kind(), NetworkConfig(hidden=(5,)).hidden) == 1
    behind = [LstmLayer(units=5, returns="sequence"), kind()]
    taken = kind.takes & {Form.SEQUENCE, Form.VECTOR}
    assert [place for place, _ in misplaced(behind)] == ([] if taken else [1])


def test_it_is_drawn(
    kind: type[Layer], network: NetworkConfig, model: torch.nn.Sequential, first: str
) -> None:
    for item in placed_layers(network, SHAPE):
        assert item.layer.caption(item.input_shape) or item.layer.function is None
        lines = item.layer.arithmetic(item.input_shape, network)
        assert lines
        assert all(isinstance(line, Phrase) for line in lines)
    sides = [kept(item.layer.picture, units_of(item.output_shape)) for item in placed_layers(network, SHAPE)]
    drawn = weights_between(network, SHAPE, model.state_dict())
    assert len(drawn) == len(sides) + 1
    for array, side in zip(drawn, [*sides, kept(Picture.CIRCLES, CLASSES)], strict=True):
        assert array is None or (array.shape[0] == side and np.isfinite(array).all())
    place = int(first.rpartition("_")[2]) - 1
    assert (drawn[place] is None) == (not weights_of(model.get_submodule(first)))
    assert kind().window >= 0


def test_it_is_looked_into(
    kind: type[Layer], network: NetworkConfig, model: torch.nn.Sequential, first: str
) -> None:
    names = layer_names(model)
    assert names == (*(hidden_name(number) for number, _ in enumerate(network.hidden, start=1)), "output")
    made = activations(model, IMAGE)
    assert [item.layer for item in made] == list(names)
    links = {item.layer: item for item in strongest_connections(model, IMAGE, 10**6)}
    for item in made:
        if item.sums is None:
            assert item.layer not in links
            layer = layer_of(model.get_submodule(item.layer))
            assert layer is not None
            with pytest.raises(NoSumError, match=re.escape(layer.no_sum)):
                neuron_sum(model, IMAGE, item.layer, 0)
            continue
        found = neuron_sum(model, IMAGE, item.layer, 0)
        where = (0, *(found.position or ()))
        assert found.total == pytest.approx(float(item.sums[where]), abs=1e-4)
        mine = links[item.layer].targets == 0
        added = float(links[item.layer].contributions[mine].sum()) + found.bias
        assert added == pytest.approx(float(item.sums[0].mean()), abs=1e-3)
    if first != "hidden_1":
        return
    if kind().weight_pictures(model.get_submodule(first), SHAPE) is None:
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
    assert LAYER_KINDS == OF_THE_PROGRAM
