"""Numbers rounded to few bits: known cases, and what was rounded stays as it is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from engine.compress.rounding import GROUP, Grouping, rounded

BITS = (2, 3, 4, 8)
FINITE = arrays(
    np.float32,
    st.tuples(st.integers(1, 4), st.integers(1, 70)),
    elements=st.floats(width=32, allow_nan=False, allow_infinity=False),
)


def floats(*rows: list[float]) -> NDArray[np.float32]:
    return np.array(rows, np.float32)


def test_three_bits_by_what_shares_a_scale() -> None:
    values = floats([3.0, -1.4, 0.4], [0.0, -6.0, 5.1])

    tensor, channel = (rounded(values, 3, per) for per in (Grouping.TENSOR, Grouping.CHANNEL))

    assert (tensor.values.tolist(), tensor.scales.tolist()) == ([[2, -1, 0], [0, -3, 3]], [2])
    assert (channel.values.tolist(), channel.scales.tolist()) == ([[3, -1, 0], [0, -3, 3]], [1, 2])
    assert channel.unpacked().tolist() == [[3, -1, 0], [0, -6, 6]]
    assert (tensor.size, channel.size) == (3 + 4, 3 + 8)  # 18 bits are 3 bytes


def test_groups_do_not_reach_over_rows() -> None:
    values = np.ones((2, GROUP + 1), np.float32)
    values[0, GROUP] = 14
    values[1] = 0

    found = rounded(values, 4, Grouping.GROUP)

    assert found.scales.shape == (2, 2)
    np.testing.assert_allclose(found.scales, [[1 / 7, 2], [0, 0]], rtol=2**-16)
    np.testing.assert_allclose(found.unpacked(), values, rtol=2**-16)
    assert found.values.tolist() == [[7] * (GROUP + 1), [0] * (GROUP + 1)]
    assert found.size == 33 + 4 * 4


def test_an_array_of_more_axes_keeps_its_form() -> None:
    values = np.random.default_rng(0).normal(size=(5, 3, 3, 4)).astype(np.float32)
    for per, scales in ((Grouping.TENSOR, (1,)), (Grouping.CHANNEL, (5,)), (Grouping.GROUP, (5, 2))):
        found = rounded(values, 8, per)
        assert (found.values.shape, found.scales.shape) == (values.shape, scales)
        steps = np.abs(found.unpacked() - values).max() / found.scales.max()
        assert steps <= 0.5 + 1e-6
        same = rounded(values.reshape(5, -1), 8, per).unpacked().reshape(values.shape)
        np.testing.assert_array_equal(same, found.unpacked())


@pytest.mark.parametrize("per", Grouping)
@given(values=FINITE, bits=st.sampled_from(BITS))
def test_what_was_rounded_stays_as_it_is(per: Grouping, values: NDArray[np.float32], bits: int) -> None:
    """To the last bit, whatever the numbers, the smallest and the largest that there are included."""
    once = rounded(values, bits, per)
    again = rounded(once.unpacked(), bits, per)
    assert np.isfinite(once.unpacked()).all()
    np.testing.assert_array_equal(again.values, once.values)
    np.testing.assert_array_equal(again.scales, once.scales)
    assert np.abs(once.values).max() <= 2 ** (bits - 1) - 1


@pytest.mark.parametrize("per", Grouping)
def test_trained_numbers_stay_as_they_are(per: Grouping) -> None:
    values = np.random.default_rng(1).normal(size=(500, 200)).astype(np.float32)
    for bits in range(2, 9):
        once = rounded(values, bits, per)
        exact = once.values.astype(np.float64) * np.broadcast_to(_each(once.scales), values.shape)
        np.testing.assert_array_equal(once.unpacked(), exact)  # no step was rounded a second time
        np.testing.assert_array_equal(rounded(once.unpacked(), bits, per).unpacked(), once.unpacked())


def _each(scales: NDArray[np.float32]) -> NDArray[np.float64]:
    wide = np.repeat(scales, GROUP, axis=1)[:, :200] if scales.ndim > 1 else scales.reshape(-1, 1)
    return wide.astype(np.float64)
