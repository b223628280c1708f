"""Features are measured on the rows that one learns from."""

from __future__ import annotations

import numpy as np

from engine.inputs.feature import Feature, features_of


def test_features_are_measured() -> None:
    rows = np.array([[1.5, 0, 4], [2.5, 1, 4], [9.5, 1, 4]], np.float32)
    assert features_of(rows, ("length", "colour = red", "legs"), ("", "colour", "")) == (
        Feature("length", 1.5, 9.5, 2.5),
        Feature("colour = red", 0, 1, 1, whole=True, column="colour"),
        Feature("legs", 4, 4, 4, whole=True),
    )
