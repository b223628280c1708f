"""Features are measured on the rows that one learns from."""

from __future__ import annotations

import numpy as np

from engine.data.dataset import Dataset
from engine.inputs.feature import Feature, features_of, is_same_input


def test_features_are_measured() -> None:
    rows = np.array([[1.5, 0, 4], [2.5, 1, 4], [9.5, 1, 4]], np.float32)
    assert features_of(rows, ("length", "colour = red", "legs"), ("", "colour", "")) == (
        Feature("length", 1.5, 9.5, 2.5),
        Feature("colour = red", 0, 1, 1, whole=True, column="colour"),
        Feature("legs", 4, 4, 4, whole=True),
    )


def test_numbers_of_other_names_are_another_input() -> None:
    rows = np.array([[1, 2], [3, 5]], np.float32)
    labels = np.zeros(2, np.int64)
    mine, other, turned, wider = (
        Dataset("d", rows * scale, labels, ("a",), features=features_of(rows * scale, names))
        for scale, names in ((1, "xy"), (1, "xz"), (1, "yx"), (9, "xy"))
    )
    assert is_same_input(mine, wider)
    assert not is_same_input(mine, other)
    assert not is_same_input(mine, turned)
