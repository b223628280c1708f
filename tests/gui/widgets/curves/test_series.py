"""The arithmetic of curves: thinning keeps peaks, limits hold what is shown and stand still."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.curves.series import finite_range, heights, nearest, right_end, rounded_up, thin, y_limits


@given(st.integers(1, 5000), st.integers(1, 300), st.integers(0, 2**31))
def test_thinning_keeps_peaks_and_order(count, width, seed):
    y = np.random.default_rng(seed).normal(size=count)
    x = np.arange(count, dtype=float)
    thin_x, thin_y = thin(x, y, -math.inf, math.inf, width)
    assert len(thin_x) <= 4 * width + 2 * max(1, count // width)
    assert (np.diff(thin_x) >= 0).all()
    assert thin_y.min() == y.min()
    assert thin_y.max() == y.max()
    assert (y[thin_x.astype(int)] == thin_y).all()


def test_thinning_keeps_a_neighbour_on_either_side():
    x = np.arange(100, dtype=float)
    thin_x, _ = thin(x, x, 40.5, 50.5, 1000)
    assert thin_x[0] == 40
    assert thin_x[-1] == 51


def test_thinning_lives_with_what_is_not_finite():
    y = np.full(10_000, np.nan)
    y[5000] = 7
    _, thin_y = thin(np.arange(10_000.0), y, -math.inf, math.inf, 100)
    assert np.nanmax(thin_y) == 7


def test_nearest():
    x, y = np.array([1.0, 2.0, 4.0]), np.array([10.0, 20.0, 40.0])
    assert [nearest(x, y, at) for at in (0, 1.4, 1.6, 3.5, 99)] == [10, 10, 20, 40, 40]
    assert math.isnan(nearest(np.zeros(0), np.zeros(0), 1))


@given(st.floats(1e-6, 1e9))
def test_rounded_up_is_little_more(value):
    assert value * (1 - 1e-9) <= rounded_up(value) <= value * 4 / 3 * (1 + 1e-9)


def test_finite_range():
    assert finite_range([np.array([np.nan, 3.0]), np.array([-1.0, np.inf])]) == (-1, 3)
    assert finite_range([np.array([np.nan]), np.zeros(0)]) is None


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.booleans())
def test_limits_hold_what_is_shown(low, span, log):
    bottom, top = y_limits(low, low + span, None, percent=False, log=log)
    assert bottom <= low
    assert low + span <= top
    assert bottom < top
    assert y_limits(low, low + span, (bottom, top), percent=False, log=log) == (bottom, top)


def test_limits_stand_still_while_they_fit():
    before = y_limits(0.5, 2.3, None, percent=False, log=False)
    assert y_limits(0.2, 2.3, before, percent=False, log=False) == before
    assert y_limits(0.2, 9.0, before, percent=False, log=False) != before


def test_shares_end_at_one():
    assert y_limits(0.93, 0.98, None, percent=True, log=False) == pytest.approx((0.9 - 0.004, 1.004))
    assert y_limits(0.1, 0.98, None, percent=True, log=False) == pytest.approx((-0.04, 1.04))
    assert y_limits(1.0, 1.0, None, percent=True, log=False) == pytest.approx((0.9 - 0.004, 1.004))


@given(expected=st.integers(1, 10**7), share=st.floats(1e-6, 1))
def test_an_axis_that_knows_its_end_comes_there_in_few_leaps(expected: int, share: float) -> None:
    last = max(1.0, expected * share)
    end = right_end(last, expected)
    assert last <= end * (1 + 1e-9)
    assert end <= 2 * last * (1 + 1e-9)
    assert end <= expected


def test_an_axis_that_does_not_know_its_end_takes_a_round_one() -> None:
    assert right_end(0.0, 100) == rounded_up(0.0)
    assert right_end(130.0, 100) == rounded_up(130.0)
    assert right_end(100.0, 100) == 100


def test_heights_on_both_axes():
    y = np.array([100.0, 0.0, -1.0, np.inf])
    np.testing.assert_array_equal(heights(y, log=False), [100, 0, -1, np.nan])
    np.testing.assert_array_equal(heights(y, log=True), [2, np.nan, np.nan, np.nan])
