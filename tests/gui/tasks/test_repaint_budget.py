"""The repaint budget follows the cost of painting between two limits."""

from __future__ import annotations

import pytest

from gui.tasks.repaint_budget import LONGEST, SHARE, SHORTEST, RepaintBudget


@pytest.mark.parametrize(
    ("cost", "pause"),
    [(0.0, SHORTEST), (0.0005, SHORTEST), (0.003, 0.003 / SHARE), (0.006, 0.006 / SHARE), (1.0, LONGEST)],
)
def test_pause_keeps_painting_to_its_share_between_limits(cost: float, pause: float) -> None:
    budget = RepaintBudget()
    assert budget.is_due(100.0)
    budget.spent(100.0, 100.0 + cost)
    assert not budget.is_due(100.0 + pause - 1e-6)
    assert budget.pause(100.0) == pytest.approx(pause)
    assert budget.pause(101.0 + pause) == 0
    assert budget.is_due(100.0 + pause + 1e-6)


def test_reset_allows_a_redraw_at_once() -> None:
    budget = RepaintBudget()
    budget.spent(5.0, 6.0)
    budget.reset()
    assert budget.is_due(5.0)
