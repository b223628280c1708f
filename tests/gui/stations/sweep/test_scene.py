"""What counts of a sweep, and which trial is the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.sweep.library import SweepLibrary
from engine.sweep.plan import Goal
from tests.gui.stations.sweep.conftest import plan_of, scene_of

if TYPE_CHECKING:
    from engine.sweep.sweep import Sweep


def test_the_first_in_rank_is_the_best_of_the_engine(sweep: Sweep) -> None:
    scene = scene_of(sweep)
    assert [trial.number for trial in scene.ranked] == [1, 2, 4, 0]
    assert scene.ranked[0] is scene.best
    least = scene_of(SweepLibrary().create(plan_of(Goal.LOSS)))
    assert [trial.number for trial in least.ranked] == [0, 4, 2, 1]
    assert least.ranked[0] is least.best


def test_the_better_a_goal_the_larger_its_share(sweep: Sweep) -> None:
    assert scene_of(sweep).share(0.97, 0.9, 0.97) == 1
    least = scene_of(SweepLibrary().create(plan_of(Goal.LOSS)))
    assert least.share(0.9, 0.9, 0.97) == 1
    assert least.share(0.97, 0.9, 0.97) == 0
