"""Rounded weights: what each array is stored as, and what the network is then."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.compress import rounding
from engine.deploy.operations import PlainNetwork
from engine.deploy.unpacking import read_array
from engine.deploy.weights import Stored, Weights, rounded, stored, stored_size, weights_named
from engine.errors import ExportError
from engine.layers.operations import Dense, Flatten, Recurrence, Softmax
from tests.engine.deploy.networks import HIDDEN, plain_named


def floats(*rows: list[float]) -> NDArray[np.float32]:
    return np.array(rows, np.float32)


def test_int8_by_rows() -> None:
    """The largest of each row is 127 steps, whichever sign it has."""
    kept = stored(floats([1.27, -0.5, 0.014], [0.0, 0.0, 0.0], [3.0, -254.0, 1.0]), Weights.INT8)

    assert kept.values.dtype == np.int8
    assert kept.values.tolist() == [[127, -50, 1], [0, 0, 0], [2, -127, 0]]
    assert kept.scales is not None
    np.testing.assert_allclose(kept.scales, [0.01, 0, 2])
    np.testing.assert_allclose(kept.unpacked(), [[1.27, -0.5, 0.01], [0, 0, 0], [4, -254, 0]], rtol=1e-6)
    assert kept.size == 9 + 3 * 4


def test_int4_by_groups() -> None:
    """The largest of each 32 numbers of a row is 7 steps; two codes are a byte, the lower half first."""
    row = [0.0] * 33
    row[0], row[1], row[2], row[32] = 7.0, -2.6, 1.4, -0.35
    kept = stored(floats(row, [2 * each for each in row]), Weights.INT4)

    assert kept.kind is Weights.INT4
    assert kept.scales is not None
    np.testing.assert_allclose(kept.scales, [[1, 0.05], [2, 0.1]])
    assert kept.values[:, [0, 1, 2, 32]].tolist() == [[7, -3, 1, -7]] * 2
    np.testing.assert_allclose(kept.unpacked()[0, [0, 1, 2, 32]], [7, -3, 1, -0.35])
    codes, scales = kept.parts
    assert codes.dtype == np.uint8
    assert codes[:2].tolist() == [7 | 13 << 4, 1]  # −3 is 13 in four bits
    assert codes[16] == 9 | 7 << 4  # the second row begins in the middle of a byte
    assert kept.size == 33 + scales.nbytes == 33 + 4 * 4


@pytest.mark.parametrize("weights", Weights)
@pytest.mark.parametrize("shape", [(3, 5), (2, 3, 7, 7), (1, 64), (5, 1), (7, 33), (4,)])
def test_bytes_give_back_what_was_stored(weights: Weights, shape: tuple[int, ...]) -> None:
    values = np.random.default_rng(2).normal(size=shape).astype(np.float32)
    kept = stored(values, weights)
    content = io.BytesIO(kept.content + b"more")

    np.testing.assert_array_equal(read_array(content, kept.kind, shape), kept.unpacked())

    assert content.read() == b"more"
    assert len(kept.content) == kept.size


@pytest.mark.parametrize(("weights", "bits", "per"), [("int8", 8, "channel"), ("int4", 4, "group")])
def test_a_model_that_was_rounded_so_is_stored_as_it_is(weights: str, bits: int, per: str) -> None:
    values = np.random.default_rng(3).normal(size=(40, 3, 5, 5)).astype(np.float32)
    quantised = rounding.rounded(values, bits, rounding.Grouping(per)).unpacked()
    assert (quantised != values).any()
    np.testing.assert_array_equal(stored(quantised, Weights(weights)).unpacked(), quantised)


def test_filters_are_rows_and_biases_stay() -> None:
    filters = np.random.default_rng(0).normal(size=(4, 3, 5, 5)).astype(np.float32)
    kept = stored(filters, Weights.INT8)
    assert kept.values.shape == filters.shape
    assert kept.scales is not None
    assert kept.scales.shape == (4,)
    off = np.abs(kept.unpacked() - filters) / kept.scales.reshape(4, 1, 1, 1)
    assert 0.4 < off.max() <= 0.5 + 1e-4  # at most half a step

    bias = filters[0, 0, 0]
    for weights in Weights:
        assert stored(bias, weights).values is bias
        assert stored(bias, weights).scales is None


@pytest.mark.parametrize("weights", [Weights.INT8, Weights.INT4, Weights.FLOAT16])
@pytest.mark.parametrize("largest", [1e-45, 1e-44, 1e-40, 1e-38, 6e4])
def test_very_small_ones_become_no_others(weights: Weights, largest: float) -> None:
    values = floats([largest, -largest, 0.0], [1.0, 0.5, -0.25])
    found = stored(values, weights).unpacked()
    assert np.abs(found[0]).max() <= largest * 1.01
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found[1], values[1], atol=0.5 / (7 if weights is Weights.INT4 else 127))


def test_the_largest_numbers() -> None:
    top = float(np.finfo(np.float32).max)
    found = stored(floats([top, -top, top / 2]), Weights.INT8).unpacked()
    np.testing.assert_allclose(found, floats([top, -top, top / 2]), rtol=0.01)
    with pytest.raises(ExportError, match=r"cannot be stored as “float16”.*They can be: float32, int8, int4"):
        stored(floats([7e4]), Weights.FLOAT16)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("weights", list(Weights)[1:])
def test_what_is_no_number_cannot_be_rounded(weights: Weights, wrong: float) -> None:
    with pytest.raises(ExportError, match="not finite"):
        stored(floats([1.0, wrong]), weights)


def test_a_network_is_rounded_where_it_has_matrices() -> None:
    weight, bias = floats([1.0, 0.3], [0.2, 0.1]), np.array([0.1234567, 0.3], np.float32)
    way = (weight, weight, bias, bias)
    network = PlainNetwork(
        (Flatten(), Dense(weight, bias), Recurrence("gru", (way, way), False), Softmax()), (1, 1, 2)
    )

    small = rounded(network, Weights.INT8)

    assert rounded(network, Weights.FLOAT32) is network
    assert small.image_shape == network.image_shape
    for ours, theirs in zip(small.arrays(), network.arrays(), strict=True):
        if ours.ndim == 1:
            np.testing.assert_array_equal(ours, theirs)
        else:
            np.testing.assert_array_equal(ours, stored(theirs, Weights.INT8).unpacked())
            assert (ours != theirs).any()
    assert stored_size(network, Weights.FLOAT32) == 4 * sum(each.size for each in network.arrays())
    assert stored_size(network, Weights.FLOAT16) == 5 * 4 * 2 + 5 * 2 * 4
    assert stored_size(network, Weights.INT4) == 5 * (2 + 2 * 4) + 5 * 2 * 4
    assert stored_size(network, Weights.INT8) == 5 * (4 + 2 * 4) + 5 * 2 * 4


@pytest.mark.parametrize("name", HIDDEN)
def test_rounding_changes_little(name: str, digits: NDArray[np.uint8]) -> None:
    from engine.deploy.reference import probabilities

    _, plain = plain_named(name)
    wanted = probabilities(plain, digits)
    assert np.abs(probabilities(rounded(plain, Weights.FLOAT16), digits) - wanted).max() < 5e-3
    assert np.abs(probabilities(rounded(plain, Weights.INT8), digits) - wanted).max() < 0.2
    assert np.abs(probabilities(rounded(plain, Weights.INT4), digits) - wanted).max() < 0.9


def test_names() -> None:
    assert [weights_named(each.value) for each in Weights] == list(Weights)
    with pytest.raises(ExportError, match=r"as “int3”. They can be: float32, float16, int8, int4"):
        weights_named("int3")


def test_stored_numbers_stand_for_themselves_without_scales() -> None:
    assert Stored(floats([1.0]).astype(np.float16)).unpacked().dtype == np.float32
