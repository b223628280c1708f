"""Numbers rounded to few bits: what they become, how far off, how many bytes, and that it is done once for all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from engine.compress.rounding import FITTED_BELOW, GROUP, Codes, Grouping, rounded
from engine.deploy.weights import Weights, stored

BITS = range(2, 9)
FINITE = arrays(
    np.float32,
    array_shapes(min_dims=1, max_dims=4, max_side=40),
    elements=st.floats(width=32, allow_nan=False, allow_infinity=False),
    fill=st.just(0.5),
)
SMALL = np.array([[12637, 9000]]).astype(np.float32) * np.float32(
    2.0**-149
)  # multiples of the smallest number


def normal(*shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(3).normal(size=shape).astype(np.float32)


def test_known_codes() -> None:
    values = np.array([[7.0, -3.4, 0.6, 0.0], [0.7, 0.4, -0.7, 0.06]], np.float32)
    each = rounded(values, 4, Grouping.CHANNEL)
    assert each.values.tolist() == [[7, -3, 1, 0], [7, 4, -7, 1]]
    np.testing.assert_allclose(each.scales, [1.0, 0.1])
    assert each.size == 4 + 2 * 4

    whole = rounded(values, 4, Grouping.TENSOR)
    assert whole.values.tolist() == [[7, -3, 1, 0], [1, 0, -1, 0]]
    assert whole.scales.tolist() == [1.0]


@pytest.mark.parametrize("bits", [2, 3])
def test_few_codes_cut_the_largest_where_all_are_met_better_so(bits: int) -> None:
    values = normal(8, 200)
    values[:, 0] = 9.0
    codes = rounded(values, bits, Grouping.CHANNEL)
    most = 2 ** (bits - 1) - 1
    assert (codes.values[:, 0] == most).all()
    assert (codes.scales * most < 7).all()
    full = np.float32(9 / most)
    plain = np.clip(np.rint(values / full), -most, most) * full
    assert np.square(codes.unpacked() - values).sum() < 0.85 * np.square(plain - values).sum()

    even = np.array([[1.0, -1.0, 0.02]], np.float32)
    assert rounded(even, 2, Grouping.CHANNEL).unpacked().tolist() == [[1, -1, 0]], "nothing to gain"


def test_groups_lie_side_by_side_in_a_row_and_the_last_may_be_shorter() -> None:
    values = normal(3, 2, 5, 7)  # 70 numbers a row: 32, 32, 6
    values[1].flat[64] = 1000
    codes = rounded(values, 4, Grouping.GROUP)
    assert codes.scales.shape == (3, 3)
    largest = np.abs(values.reshape(3, 70)[:, GROUP : 2 * GROUP]).max(axis=1)
    np.testing.assert_allclose(codes.scales[:, 1], largest / 7, rtol=1e-6)
    assert codes.scales[1, 2] == pytest.approx(1000 / 7)
    assert np.abs(codes.unpacked() - values)[1].ravel()[:64].max() < 0.3, (
        "the large one spoils its group alone"
    )
    assert codes.size == 210 // 2 + 9 * 4


@pytest.mark.parametrize("per", Grouping)
@pytest.mark.parametrize("bits", BITS)
def test_no_number_is_off_by_more_than_half_a_step(bits: int, per: Grouping) -> None:
    values = normal(6, 3, 5, 5)
    codes = rounded(values, bits, per)
    found = codes.unpacked()
    assert found.shape == values.shape
    assert found.dtype == codes.scales.dtype == np.float32
    assert codes.values.dtype == np.int8
    if bits >= FITTED_BELOW:
        step = np.abs(values).max() / (2 ** (bits - 1) - 1)
        assert 0 < np.abs(found - values).max() <= step / 2 * (1 + 1e-5)
    assert (
        codes.size
        == -(-values.size * bits // 8) + codes.scales.nbytes
        == len(codes.packed()) + codes.scales.nbytes
    )


@given(FINITE, st.sampled_from(BITS), st.sampled_from(Grouping))
@example(SMALL, 8, Grouping.TENSOR)
@example(np.full((2, 2), np.finfo(np.float32).max, np.float32), 3, Grouping.GROUP)
def test_what_is_rounded_stays(values: NDArray[np.float32], bits: int, per: Grouping) -> None:
    codes = rounded(values, bits, per)
    found = codes.unpacked()
    assert np.isfinite(found).all()
    assert not found[values == 0].any()
    assert np.abs(codes.values.astype(int)).max(initial=0) <= 2 ** (bits - 1) - 1

    again = rounded(found, bits, per)
    np.testing.assert_array_equal(again.values, codes.values)
    np.testing.assert_array_equal(again.unpacked(), found)


def test_thousands_of_rows_stay() -> None:
    """So many that scales of every kind of last place are among them."""
    values = normal(20_000, 2)
    for bits in BITS:
        once = rounded(values, bits, Grouping.CHANNEL)
        again = rounded(once.unpacked(), bits, Grouping.CHANNEL)
        np.testing.assert_array_equal(again.scales, once.scales)


@pytest.mark.parametrize("bits", BITS)
def test_packed_codes_hold_all(bits: int) -> None:
    codes = rounded(normal(5, 9), bits, Grouping.CHANNEL)
    stream = np.unpackbits(np.frombuffer(codes.packed(), np.uint8))[: 45 * bits].reshape(45, bits)
    worth = 2 ** np.arange(bits - 1, -1, -1)
    worth[0] *= -1  # two's complement
    np.testing.assert_array_equal(stream @ worth, codes.values.ravel())


def formerly(values: NDArray[np.float32]) -> Codes:
    """Eight bits by row, as exports rounded them before there were fewer."""
    rows = values.reshape(len(values), -1).astype(np.float64)
    scales = (np.abs(rows).max(axis=1, initial=0.0) / 127).astype(np.float32)
    steps = np.clip(np.rint(rows / scales.astype(np.float64)[:, None]), -127, 127)
    return Codes(steps.astype(np.int8).reshape(values.shape), scales, 8)


def test_exports_hold_the_numbers_they_held() -> None:
    values = (
        normal(20_000, 2, 3)
        * np.float32(10.0) ** np.linspace(-30, 30, 20_000, dtype=np.float32)[:, None, None]
    )
    before, now = formerly(values), stored(values, Weights.INT8)
    assert now.scales is not None
    np.testing.assert_array_equal(now.values, before.values)
    np.testing.assert_array_equal(now.scales, before.scales)
    np.testing.assert_array_equal(now.unpacked(), before.values * before.scales[:, None, None])


def test_an_array_of_one_axis_is_one_row() -> None:
    values = normal(70)
    for per in Grouping:
        found, row = rounded(values, 5, per), rounded(values[None], 5, per)
        np.testing.assert_array_equal(found.unpacked(), row.unpacked()[0])
        np.testing.assert_array_equal(found.scales, row.scales)


@pytest.mark.parametrize("bits", [1, 9])
def test_what_cannot_be(bits: int) -> None:
    with pytest.raises(ValueError, match="not possible"):
        rounded(np.ones((2, 2), np.float32), bits, Grouping.CHANNEL)
