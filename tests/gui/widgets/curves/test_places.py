"""Where curves lie, and how far a point is from one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.curves.places import distance, heights, same_points

X, Y = np.array([0.0, 10.0, 20.0]), np.array([0.0, 0.0, 10.0])


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((5, 3), 3),  # above the first piece
        ((-3, 4), 5),  # before the beginning
        ((10, 0), 0),  # on a corner
        ((23, 14), 5),  # behind the end
        ((15, 5), 0),  # on the slope
    ],
)
def test_the_nearest_piece_counts(at: tuple[float, float], expected: float) -> None:
    assert distance(X, Y, at) == pytest.approx(expected, abs=1e-9)


def test_gaps_and_single_points() -> None:
    assert distance(X, np.array([0.0, np.nan, 10.0]), (5, 3)) == math.inf
    assert distance(np.array([3.0]), np.array([4.0]), (0, 0)) == 5
    assert distance(np.zeros(0), np.zeros(0), (0, 0)) == math.inf
    assert distance(np.array([1.0, 1.0]), np.array([1.0, 1.0]), (1, 3)) == 2


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=2, max_size=12))
def test_no_point_of_the_curve_is_nearer(points: list[tuple[float, float]]) -> None:
    x, y = np.array(points).T
    nearest = np.hypot(x - 7, y + 3).min()
    assert distance(x, y, (7, -3)) <= nearest + 1e-6


def test_heights_on_both_axes() -> None:
    y = np.array([100.0, 0.0, -1.0, np.inf])
    np.testing.assert_array_equal(heights(y, log=False), [100, 0, -1, np.nan])
    np.testing.assert_array_equal(heights(y, log=True), [2, np.nan, np.nan, np.nan])


def test_the_same_points_are_known_again() -> None:
    gap = np.array([0.0, np.nan, 10.0])
    assert same_points((X, gap), X.copy(), gap.copy())
    assert not same_points((X, Y), X, gap)
    assert not same_points((None, None), X, Y)
