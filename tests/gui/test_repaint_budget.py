"""The repaint budget follows the cost of painting between two limits."""

from __future__ import annotations

import pytest

from gui.repaint_budget import LONGEST, SHORTEST, RepaintBudget


@pytest.mark.parametrize(
    ("cost", "pause"), [(0.0, SHORTEST), (0.001, SHORTEST), (0.01, 0.1), (0.02, 0.2), (1.0, LONGEST)]
)
def test_pause_is_ten_times_the_cost_between_limits(cost: float, pause: float) -> None:
    budget = RepaintBudget()
    assert budget.is_due(100.0)
    budget.spent(100.0, 100.0 + cost)
    assert not budget.is_due(100.0 + pause - 1e-6)
    assert budget.is_due(100.0 + pause + 1e-6)


def test_reset_allows_a_redraw_at_once() -> None:
    budget = RepaintBudget()
    budget.spent(5.0, 6.0)
    budget.reset()
    assert budget.is_due(5.0)
