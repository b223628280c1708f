"""How far a click is from a curve."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.stations.runs.run_plot import distance

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
