"""Sizes known before a network is built agree with the network that is built."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from engine.config import NetworkConfig, TrainingConfig, load_preset
from engine.errors import ModelError
from engine.models.build import build
from engine.models.size import (
    IMAGE_SHAPE,
    check_fits,
    in_words,
    layer_problems,
    memory_needed,
    numbers_per_image,
    parameter_count,
    work_per_image,
)

NETWORKS = [
    NetworkConfig(hidden=()),
    NetworkConfig(hidden="64,64"),
    NetworkConfig(hidden=(32, 16, 8), batch_norm=True),
    NetworkConfig(hidden=({"size": 12, "dropout": 0.5},)),
    NetworkConfig(hidden="conv4,conv6,8", batch_norm=True),
]


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("image_shape", [(1, 28, 28), (3, 9, 7)])
def test_count_agrees_with_the_module(network: NetworkConfig, image_shape: tuple[int, int, int]) -> None:
    module = build(network, image_shape=image_shape, classes=5)
    assert parameter_count(network, image_shape, 5) == sum(p.numel() for p in module.parameters())


def test_the_article_has_55_050_parameters() -> None:
    assert parameter_count(load_preset("article").network) == 55_050


def test_work_is_the_weights_without_biases() -> None:
    assert work_per_image(load_preset("article").network) == 784 * 64 + 64 * 64 + 64 * 10


def test_training_takes_more_memory_than_use_and_large_batches_take_more() -> None:
    network = NetworkConfig(hidden="64,64")
    use = memory_needed(network)
    small = memory_needed(network, training=TrainingConfig(batch_size=1))
    large = memory_needed(network, training=TrainingConfig(batch_size=1024))
    sgd = memory_needed(network, training=TrainingConfig(batch_size=1, optimizer="sgd"))
    assert use == 4 * (55_050 + numbers_per_image(network))  # its weights, and what it makes of one image
    assert use < sgd < small < large


def test_no_batch_is_larger_than_the_images_there_are() -> None:
    network, vast = NetworkConfig(hidden="64,64"), TrainingConfig(batch_size=2**31 - 1)
    assert memory_needed(network, training=vast, images=300) == memory_needed(
        network, training=TrainingConfig(batch_size=300)
    )


def test_what_does_not_fit_is_refused_before_it_is_built() -> None:
    vast = NetworkConfig(hidden=(10**7, 10**7))
    with pytest.raises(ModelError, match="does not fit in memory") as caught:
        build(vast)
    assert "TB" in str(caught.value)
    assert caught.value.remedy


def test_the_limit_is_the_memory_needed() -> None:
    network = NetworkConfig(hidden="64,64")
    needed = memory_needed(network)
    check_fits(network, available=needed)
    with pytest.raises(ModelError):
        check_fits(network, available=needed - 1)


@pytest.mark.parametrize(
    ("count", "words"), [(5, "5 bytes"), (1400, "1.4 kB"), (2.5e9, "2.5 GB"), (4e15, "4,000.0 TB")]
)
def test_bytes_in_words(count: int, words: str) -> None:
    assert in_words(count) == words


def test_sizes_need_no_torch() -> None:
    code = "import sys, engine.models.size; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ([2**31 - 1, 2**31 - 1], "too large"), ([2**31 - 1], "too large"), ([10**8] * 30, "too large"),
        ([{"kind": "conv", "channels": 10**6, "kernel": 1}], "numbers of one image"),
        ([{"kind": "conv", "channels": 2**31 - 1, "kernel": 2**31 - 1}], "too large"),
        ([64] * 299 + [2**31 - 1], "too large"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_no_computer_can_hold_is_a_problem_of_its_layer(hidden: list[Any], words: str) -> None:
    network = NetworkConfig.model_validate({"hidden": hidden})
    (problem,) = layer_problems(network, IMAGE_SHAPE)
    assert words in problem.message
    for ask in (parameter_count, memory_needed, build):
        with pytest.raises(ModelError, match="cannot be built") as caught:
            ask(network)
        assert words in str(caught.value)
