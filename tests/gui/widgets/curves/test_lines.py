"""What is drawn of a curve: nothing anew where nothing is new."""

from __future__ import annotations

import numpy as np

from gui.widgets.curves.lines import same_points

X, Y = np.array([0.0, 10.0, 20.0]), np.array([0.0, 0.0, 10.0])


def test_the_same_points_are_known_again() -> None:
    gap = np.array([0.0, np.nan, 10.0])
    assert same_points((X, gap), X.copy(), gap.copy())
    assert not same_points((X, Y), X, gap)
    assert not same_points((None, None), X, Y)
