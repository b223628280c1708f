"""Rounded activations: the steps that training examples decide, and what a network computes then."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.deploy.activations import IMAGES, some_of, with_levels
from engine.deploy.arithmetic import levels
from engine.deploy.operations import PlainNetwork
from engine.deploy.reference import computed, portion_of, probabilities
from engine.deploy.weights import Activations, Weights, activations_named, rounded
from engine.errors import Cancelled, DataError, ExportError
from engine.layers.operations import Activate, Affine, Dense, Flatten, Levels, Softmax
from tests.engine.deploy.networks import HIDDEN, plain_named

ONE = np.ones(1, np.float32)


def floats(*rows: list[float]) -> NDArray[np.float32]:
    return np.array(rows, np.float32)


def small(weight: NDArray[np.float32], centre: float = 0.0) -> PlainNetwork:
    """Return a network of four pixels: pixels minus a centre, a product, ReLU, and a product by 1."""
    zeros = np.zeros(2, np.float32)
    operations = (
        Affine(ONE * np.float32(centre), ONE, 0 * ONE),
        Flatten(),
        Dense(weight, zeros),
        Activate("relu"),
        Dense(np.eye(2, dtype=np.float32), zeros),
        Softmax(),
    )
    return PlainNetwork(operations, (1, 2, 2))


def test_the_range_of_training_images_is_256_steps_and_zero_is_one() -> None:
    images = np.array([[[0, 255], [0, 51]], [[0, 102], [0, 0]]], np.uint8)
    network = small(floats([1.0, 2.0, 0.0, 0.0], [0.0, -1.0, 0.0, 0.0]), centre=0.2)

    found = with_levels(network, images)

    assert [type(each).__name__ for each in found.operations] == [
        "Affine", "Flatten", "Levels", "Dense", "Activate", "Levels", "Dense", "Softmax",
    ]  # fmt: skip
    first, second = (each for each in found.operations if isinstance(each, Levels))
    assert (first.scale, first.zero) == (pytest.approx(1 / 255), 51)  # from −0.2 to 0.8
    assert (second.scale, second.zero) == (pytest.approx(1.4 / 255), 0)  # behind ReLU: −0.2 + 2 · 0.8


def test_numbers_go_to_the_nearest_step_and_beyond_the_last_to_the_last() -> None:
    x = floats([-1.0, -0.21, 0.0, 0.24, 0.26, 199.0])
    found = levels(x, 0.5, 1)
    assert found.tolist() == [[-0.5, 0.0, 0.0, 0.0, 0.5, 127.0]]
    assert found.dtype == np.float64


def test_what_is_zero_throughout_stays_so() -> None:
    found = with_levels(small(np.zeros((2, 4), np.float32)), np.zeros((3, 2, 2), np.uint8))
    np.testing.assert_array_equal(probabilities(found, np.zeros((1, 2, 2), np.uint8)), [[0.5, 0.5]])


@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind_changes_little(name: str, digits: NDArray[np.uint8]) -> None:
    _, plain = plain_named(name)
    found = with_levels(plain, digits)

    assert sum(isinstance(each, Levels) for each in found.operations) == sum(
        isinstance(each, Dense) for each in plain.operations
    )
    shares = probabilities(found, digits)
    assert shares.dtype == np.float32
    assert 0 < np.abs(shares - probabilities(plain, digits)).max() < 0.1
    assert portion_of(found) == portion_of(plain)


def test_answers_do_not_hang_on_how_many_images_go_together(
    digits: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sum taken in another order would come to another step now and then: here it does not."""
    network = rounded(with_levels(plain_named("dense")[1], digits), Weights.INT8)
    whole = probabilities(network, digits)
    monkeypatch.setattr("engine.deploy.reference.AT_ONCE", 1)
    np.testing.assert_array_equal(probabilities(network, digits), whole)


def test_some_images_are_the_same_each_time() -> None:
    images = np.arange(3 * IMAGES, dtype=np.uint16).reshape(-1, 1, 1)
    some = some_of(images)
    assert len(some) == len(set(some.ravel().tolist())) == IMAGES
    np.testing.assert_array_equal(some, some_of(images))
    assert some.max() > 2 * IMAGES  # from all of them, not the first
    assert len(some_of(images[:5])) == 5


def test_what_cannot_be_is_said(digits: NDArray[np.uint8]) -> None:
    _, plain = plain_named("dense")
    with pytest.raises(ExportError, match="no training examples"):
        with_levels(plain, digits[:0])
    with pytest.raises(DataError, match="uint8 of shape"):
        with_levels(plain, digits[:, :20])
    huge = small(np.full((2, 4), 3e38, np.float32))
    with pytest.raises(ExportError, match="not finite"):
        with_levels(huge, np.full((1, 2, 2), 255, np.uint8))
    with pytest.raises(Cancelled):
        with_levels(plain, digits, lambda: True)
    with pytest.raises(ExportError, match=r"“int4”. They can be: float32, int8\."):
        activations_named("int4")
    assert [activations_named(each.value) for each in Activations] == list(Activations)


def test_what_comes_into_each_operation_is_shown(digits: NDArray[np.uint8]) -> None:
    _, plain = plain_named("attention")
    seen = []
    computed(plain, digits[:2, None].astype(np.float32), lambda place, x: seen.append((place, x.shape[1:])))
    assert seen == [(place, taken) for place, (_, taken, _) in enumerate(plain.placed())]
