"""A network as plain operations answers as the network does: every kind of layer, every preset."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import NetworkConfig, load_preset
from engine.deploy.operations import plain_network
from engine.deploy.reference import computed, probabilities
from engine.errors import DataError, ExportError
from engine.models.size import parameter_count
from tests.engine.deploy.networks import (
    HIDDEN,
    KINDS,
    PRESETS,
    SHAPE,
    answers_of,
    network_named,
    plain_named,
    shaken,
)
from tests.engine.layers.networks import OF_IMAGES
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register


def test_every_kind_is_tried() -> None:
    assert {kind.kind_name() for kind in OF_IMAGES} == KINDS


@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind(name: str, digits: NDArray[np.uint8]) -> None:
    model, plain = plain_named(name)

    found = probabilities(plain, digits)

    assert found.dtype == np.float32
    np.testing.assert_allclose(found, answers_of(model, digits), rtol=0, atol=1e-5)
    for operation, taken, given in plain.placed():  # what a shape is said to be is what it is
        assert all(size > 0 for size in (*taken, *given)), operation
    assert plain.classes == 10


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset(name: str, digits: NDArray[np.uint8]) -> None:
    network = load_preset(name).network
    model = shaken(network)
    plain = plain_network(model, SHAPE)

    np.testing.assert_allclose(
        probabilities(plain, digits[:12]), answers_of(model, digits[:12]), rtol=0, atol=1e-5
    )
    numbers = sum(array.size for array in plain.arrays())
    assert parameter_count(network) < numbers < 1.02 * parameter_count(network) + 20


def test_shapes_are_those_of_the_values() -> None:
    for name in HIDDEN:
        _, plain = plain_named(name)
        assert [given for _, _, given in plain.placed()][-1] == (10,)
        pixels = np.zeros((1, *SHAPE), np.float32)
        for count, (_, _, given) in enumerate(plain.placed(), start=1):
            part = type(plain)(plain.operations[:count], SHAPE)
            assert computed(part, pixels).shape == (1, *given), (name, count)


def test_colours(digits: NDArray[np.uint8]) -> None:
    shape = (3, 28, 28)
    model = shaken(NetworkConfig(hidden=[{"kind": "conv", "channels": 4}, 6]), shape=shape, classes=3)  # type: ignore[list-item]
    images = np.stack([digits, 255 - digits, digits // 2], axis=3)

    found = probabilities(plain_network(model, shape), images)

    np.testing.assert_allclose(found, answers_of(model, images), rtol=0, atol=1e-5)
    with pytest.raises(DataError, match=re.escape("uint8 of shape (N, 28, 28, 3)")):
        probabilities(plain_network(model, shape), digits)


def test_of_nothing_comes_nothing() -> None:
    _, plain = plain_named("dense")
    assert probabilities(plain, np.zeros((0, 28, 28), np.uint8)).shape == (0, 10)


def test_images_in_portions_answer_alike(digits: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain = plain_named("conv")
    whole = probabilities(plain, digits)
    monkeypatch.setattr("engine.deploy.reference.AT_ONCE", 1)
    monkeypatch.setattr("engine.deploy.arithmetic.AT_ONCE", 1)  # and each row of a convolution by itself
    np.testing.assert_allclose(probabilities(plain, digits[:5]), whole[:5], rtol=0, atol=1e-6)


def test_kind_of_pytorchs_own_modules_needs_to_say_nothing(
    digits: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch)
    model = shaken(NetworkConfig(hidden=(TwinLayer(), 6)))

    found = probabilities(plain_network(model, SHAPE), digits)

    np.testing.assert_allclose(found, answers_of(model, digits), rtol=0, atol=1e-5)


def test_kind_that_does_not_say_it_is_refused_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch)
    model = shaken(NetworkConfig(hidden=(FoldLayer(), 6)))

    with pytest.raises(
        ExportError, match=r"“hidden_1” \(Fold\) cannot leave.*not yet told outside of PyTorch"
    ):
        plain_network(model, SHAPE)


def test_weights_are_copies() -> None:
    model = shaken(network_named("dense"))
    plain = plain_network(model, SHAPE)
    before = [array.copy() for array in plain.arrays()]
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.zero_()
    for one, other in zip(before, plain.arrays(), strict=True):
        np.testing.assert_array_equal(one, other)
