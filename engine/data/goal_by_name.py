"""What data ask for, as far as it can be told of them by name, when their labels are not at hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from engine.goals.characters import Characters
from engine.goals.registry import GOALS

if TYPE_CHECKING:
    from engine.goals.goal import Goal


@cache
def _questions() -> frozenset[str]:
    """Return the names of the tasks with questions; nobody asks for them before there is a run or a model."""
    from engine.data.text.registry import TASKS

    return frozenset(task.name for task in TASKS if not task.is_prose)


def goal_by_name(name: str, dataset: str) -> Goal:
    """Return the goal of runs, sweeps and models on a data set: text is prose unless it is a task with questions.

    Args:
        name: Of the goal, as files keep it.
        dataset: Of the data set, as settings have it.
    """
    goal = GOALS[name]
    return Characters(is_prose=dataset not in _questions()) if isinstance(goal, Characters) else goal
