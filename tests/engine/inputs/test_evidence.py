"""Which features speak for an answer, on networks whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.inputs.evidence import feature_evidence, log_odds
from engine.inputs.feature import Feature

FEATURES = (
    Feature("a", -2, 2, 0.5),
    Feature("b", -2, 2, 0.0),
    Feature("idle", -2, 2, 0.0),
    Feature("kind = x", 0, 1, 1, True, "kind"),
    Feature("kind = y", 0, 1, 0, True, "kind"),
)
WEIGHTS = np.array([2.0, -3.0, 0.0, 0.0, 1.5])


def linear(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Two classes whose log-odds are a sum of the features."""
    odds = rows.astype(np.float64) @ WEIGHTS
    second = 1 / (1 + np.exp(-odds))
    return np.column_stack([1 - second, second]).astype(np.float32)


def test_of_a_sum_each_feature_has_its_own_term() -> None:
    row = np.array([1.5, -1, 2, 0, 1], np.float32)
    found = feature_evidence(linear, row, FEATURES)
    assert found.answer == 1
    assert found.speaks == pytest.approx([2.0 * (1.5 - 0.5), -3.0 * -1, 0, 1.5], abs=1e-4)
    row[1] = 2  # now it speaks for the other class
    found = feature_evidence(linear, row, FEATURES)
    assert found.answer == 0
    assert found.speaks == pytest.approx([-2.0, 6, 0, -1.5], abs=1e-4)


def test_without_is_what_moving_the_slider_back_would_give() -> None:
    row = np.array([1.5, -1, 2, 0, 1], np.float32)
    found = feature_evidence(linear, row, FEATURES)
    for place, (feature, usual) in enumerate([(0, 0.5), (1, 0.0), (2, 0.0)]):
        moved = row.copy()
        moved[feature] = usual
        assert found.without[place] == pytest.approx(linear(moved[None])[0, 1])


def test_a_usual_row_has_nothing_that_speaks() -> None:
    found = feature_evidence(linear, np.array([0.5, 0, 0, 1, 0], np.float32), FEATURES)
    assert (found.speaks == 0).all()


def test_an_answer_that_is_nearly_certain_still_has_its_evidence() -> None:
    weak = np.array([[1.0, 1e-20], [1.0, 1e-10]], np.float32)
    assert log_odds(weak, 0) == pytest.approx([20 * np.log(10), 10 * np.log(10)])
    assert log_odds(weak, 1) == pytest.approx([-20 * np.log(10), -10 * np.log(10)])


def test_a_network_that_is_certain_gives_no_infinite_evidence() -> None:
    assert np.isfinite(log_odds(np.array([[1.0, 0.0]], np.float32), 0)).all()
