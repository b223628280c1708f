"""What data ask for, told by name alone."""

from __future__ import annotations

import pytest

from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES


@pytest.mark.parametrize(
    ("goal", "dataset", "measure"),
    [
        ("classes", "mnist", "Accuracy"),
        ("number", "hills", "R²"),
        ("characters", "adding", "Exact answers"),
        ("characters", "grammar-en", "Characters right"),
        ("characters", "a text of mine.txt", "Characters right"),
    ],
)
def test_a_goal_is_known_by_its_name_and_its_data(goal: str, dataset: str, measure: str) -> None:
    assert goal_by_name(goal, dataset).measure == measure


def test_classes_are_the_very_goal_that_others_ask_for() -> None:
    assert goal_by_name("classes", "adding") is CLASSES
