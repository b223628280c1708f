"""Convolutions: the shapes and sizes worked out are those of the modules that are built."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from engine.config import Experiment, NetworkConfig, Padding, Pooling
from engine.errors import ConfigError, ModelError
from engine.models.build import build
from engine.models.size import (
    check_fits,
    layer_problems,
    layer_shapes,
    memory_needed,
    parameter_count,
    work_per_image,
)
from engine.runtime import generator

LAYERS = st.fixed_dictionaries(
    {
        "kind": st.just("conv"),
        "channels": st.integers(1, 3),
        "kernel": st.integers(1, 6),
        "stride": st.integers(1, 3),
        "padding": st.sampled_from(Padding),
        "pooling": st.sampled_from(Pooling),
        "batch_norm": st.booleans(),
    }
)


def conv(**changes: Any) -> dict[str, Any]:
    return {"kind": "conv"} | changes


@settings(max_examples=60, deadline=None)
@given(st.lists(LAYERS, min_size=1, max_size=3), st.tuples(*[st.integers(1, 12)] * 2), st.booleans())
def test_shapes_and_counts_are_those_of_the_modules(
    layers: list[dict[str, Any]], sides: tuple[int, int], batch_norm: bool
) -> None:
    network = NetworkConfig(hidden=(*layers, 4), batch_norm=batch_norm)
    shape = (2, *sides)
    if layer_problems(network, shape):
        with pytest.raises(ModelError, match="cannot be built"):
            build(network, image_shape=shape)
        return
    model = build(network, image_shape=shape).eval()
    images = torch.rand(2, *shape)
    shapes = []
    for name, part in model.named_children():
        images = part(images)
        if name.startswith("hidden"):
            shapes.append(tuple(images.shape[1:]))
    assert layer_shapes(network, shape) == shapes
    assert parameter_count(network, shape) == sum(p.numel() for p in model.parameters())


def test_it_is_the_sum_over_the_square_that_a_filter_looks_at() -> None:
    layer = conv(channels=2, kernel=3, padding="valid", pooling="max", activation="tanh")
    model = build(NetworkConfig(hidden=(layer,)), image_shape=(1, 6, 6), mean=0.0, deviation=1.0)
    images = torch.rand(1, 1, 6, 6, generator=generator(0, "images"))
    weights = model.state_dict()["hidden_1.convolution.weight"]
    sums = torch.zeros(2, 4, 4)
    for channel in range(2):
        for y in range(4):
            for x in range(4):
                sums[channel, y, x] = (weights[channel, 0] * images[0, 0, y : y + 3, x : x + 3]).sum()
    pooled = sums.tanh().view(2, 2, 2, 2, 2).amax((2, 4))
    torch.testing.assert_close(model.hidden_1(images)[0], pooled)


def test_an_even_kernel_keeps_the_size_too() -> None:
    network = NetworkConfig(hidden=(conv(channels=3, kernel=4, pooling="none"),))
    model = build(network, mean=0.0, deviation=1.0)
    images = torch.rand(1, 1, 28, 28)
    weights = model.state_dict()["hidden_1.convolution.weight"]
    expected = functional.conv2d(functional.pad(images, (1, 2, 1, 2)), weights).relu()
    torch.testing.assert_close(model.hidden_1(images), expected)


def test_average_pooling_is_the_mean() -> None:
    layer = conv(channels=1, kernel=1, pooling="average", activation="identity")
    block = build(NetworkConfig(hidden=(layer,)), image_shape=(1, 2, 2)).hidden_1
    images = torch.tensor([[[[1.0, 2.0], [3.0, 6.0]]]])
    weight = block.convolution.weight.item()
    assert block(images).item() == pytest.approx(3 * weight)


def test_one_convolution_alone_may_be_normalised() -> None:
    network = NetworkConfig(hidden=(conv(batch_norm=True), conv(), 5))
    blocks = [part for name, part in build(network).named_children() if name.startswith("hidden")]
    assert ["norm" in dict(block.named_children()) for block in blocks] == [True, False, False]
    assert [network.normalizes(layer) for layer in network.hidden] == [True, False, False]
    whole = NetworkConfig(hidden=network.hidden, batch_norm=True)
    assert [whole.normalizes(layer) for layer in whole.hidden] == [True, True, True]


def test_parts_have_lasting_names() -> None:
    network = NetworkConfig(hidden=(conv(dropout=0.2), conv(kernel=2), 5), batch_norm=True)
    model = build(network)
    assert [name for name, _ in model.named_children()] == [
        "normalize", "hidden_1", "hidden_2", "flatten", "hidden_3", "output",
    ]  # fmt: skip
    first = [name for name, _ in model.hidden_1.named_children()]
    assert first == ["convolution", "pool", "norm", "activation", "dropout"]
    assert next(name for name, _ in model.hidden_2.named_children()) == "pad"


@pytest.mark.parametrize(("initialisation", "deviation"), [("kaiming", math.sqrt(2 / 72)), ("normal", 0.01)])
def test_first_weights_spread_as_described(initialisation: str, deviation: float) -> None:
    network = NetworkConfig(hidden=(conv(channels=8), conv(channels=400)), initialisation=initialisation)
    weights = build(network).state_dict()["hidden_2.convolution.weight"]
    assert weights.std().item() == pytest.approx(deviation, rel=0.02)
    assert not build(network).state_dict()["hidden_2.convolution.bias"].any()


def test_work_counts_every_place_of_a_filter() -> None:
    network = NetworkConfig(hidden=(conv(channels=4, kernel=5), 6))
    assert work_per_image(network) == 28 * 28 * 25 * 4 + 14 * 14 * 4 * 6 + 6 * 10


def test_feature_maps_count_in_the_memory_of_training() -> None:
    network, training = NetworkConfig(hidden="conv32,conv32,10"), Experiment().training
    assert memory_needed(network, training=training) > 128 * 2 * 4 * (28 * 28 * 32 + 14 * 14 * 32)
    with pytest.raises(ModelError, match="does not fit"):
        check_fits(network, training=training, available=10_000_000)


@pytest.mark.parametrize(
    ("hidden", "path", "words"),
    [
        (
            [conv(), conv(kernel=15, padding="valid")],
            "network.hidden.1.kernel",
            "at most 14: the image is 14 × 14",
        ),
        ([conv()] * 5, "network.hidden.4.pooling", "only 1 × 1 are left"),
        ([conv(stride=28)], "network.hidden.0.pooling", "only 1 × 1 are left"),
    ],
)
def test_a_layer_that_cannot_be_is_named(hidden: list[dict[str, Any]], path: str, words: str) -> None:
    network = NetworkConfig(hidden=hidden)
    (problem,) = layer_problems(network, (1, 28, 28))
    assert problem.path == path
    assert words in problem.message
    with pytest.raises(ModelError, match=f"layer {len(hidden)} cannot be built") as caught:
        parameter_count(network)
    assert words in str(caught.value)
    assert caught.value.remedy


def test_no_convolution_behind_a_dense_layer() -> None:
    with pytest.raises(ConfigError, match="back to a convolution") as caught:
        Experiment().with_(**{"network.hidden": "conv8,64,conv8,32,conv4"})
    assert [problem.path for problem in caught.value.problems] == ["network.hidden.2", "network.hidden.4"]


def test_words_for_layers_lead_there_and_back() -> None:
    network = NetworkConfig(hidden="conv16, Conv32, 64")
    assert network.summary == "conv16-conv32-64"
    assert [getattr(layer, layer.counted) for layer in network.hidden] == [16, 32, 64]
    assert NetworkConfig(hidden=network.summary) == network
    assert NetworkConfig.model_validate_json(network.model_dump_json()) == network
