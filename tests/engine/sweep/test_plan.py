from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from engine.cli.sweep_commands import ENDING_NAMES, GOAL_NAMES, WAY_NAMES
from engine.errors import ConfigError
from engine.sweep.plan import Ending, Goal, SweepPlan, Way, check_parameters

GRID = {"training.batch_size": "16,32,64", "network.hidden": "8|16,16"}


def test_a_grid_has_every_combination_once(plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of(GRID, way=Way.GRID, trials=0)
    plan.check()
    found = [tuple(plan.grid_point(number).values()) for number in range(plan.budget)]
    assert found == list(product((16, 32, 64), ("8", "16,16")))


@pytest.mark.parametrize(
    ("ranges", "changes", "word"),
    [
        ({}, {}, "needs a setting"),
        (None, {"way": Way.GRID}, "A grid needs a list"),
        (None, {"trials": 0}, "would never end"),
        (None, {"trials": 10_001}, "1 to 10,000"),
        (None, {"minutes": -1.0}, "minutes"),
        (None, {"goal": Goal.ACCURACY_IN_SECONDS}, "needs a limit"),
        (None, {"limit": 3.0}, "has no limit"),
        (None, {"ending": Ending.MEDIAN}, "one epoch"),
        (None, {"seed": -1}, "seed"),
        (None, {"settings": {"data.validation_share": 0}}, "Without validation"),
    ],
)
def test_what_cannot_be_done_is_said_beforehand(
    plan_of: Callable[..., SweepPlan], ranges: dict[str, str] | None, changes: dict[str, Any], word: str
) -> None:
    plan = plan_of(ranges, **changes)
    with pytest.raises(ConfigError, match=word):
        plan.check()


def test_a_limit_that_no_network_meets_is_said_beforehand(plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of({"network.units": "8,16"}, goal=Goal.ACCURACY_IN_PARAMETERS, limit=6369.0)
    with pytest.raises(ConfigError, match="The smallest has 6,370"):  # (784 + 1) * 8 + (8 + 1) * 10
        check_parameters(plan, (1, 28, 28), 10)
    check_parameters(plan_of({"network.units": "8,16"}, goal=plan.goal, limit=6370.0), (1, 28, 28), 10)


def test_it_survives_as_json(plan_of: Callable[..., SweepPlan]) -> None:
    plan = plan_of(GRID, goal=Goal.LOSS, minutes=1.5, preset="article", settings={"training.epochs": 3})
    assert SweepPlan.from_json(plan.to_json()) == plan
    assert "asks" not in json.loads(plan.to_json()), "sweeps of classes are as they always were"
    of_numbers = plan_of(asks="number")
    assert SweepPlan.from_json(of_numbers.to_json()) == of_numbers


@pytest.mark.parametrize(
    ("asks", "dataset", "told"),
    [
        ("classes", "generated", "validation accuracy"),
        ("number", "hills", "R² of validation"),
        ("characters", "adding", "share of exact validation answers"),
        ("characters", "grammar-en", "share of validation characters that are right"),
    ],
)
def test_what_is_looked_for_is_called_by_what_networks_give(
    plan_of: Callable[..., SweepPlan], asks: str, dataset: str, told: str
) -> None:
    plan = plan_of(settings={"data.dataset": dataset}, asks=asks)
    assert plan.goal_label == told
    loss = plan_of(settings={"data.dataset": dataset}, asks=asks, goal=Goal.LOSS)
    assert loss.goal_label == "validation loss"


@pytest.mark.parametrize(
    "change",
    [
        {"ranges": [1]},
        {"ranges": {"training.batch_size": "0,1"}},
        {"ranges": {"training.batch_size": "1" * 5000}},
        {"trials": 10**9},
        {"trials": True},
        {"minutes": "1"},
        {"way": "__import__('os')"},
        {"experiment": {"data": {"nothing": 1}}},
        {"limit": None},
        {"asks": "nonsense"},
        {"asks": [1]},
    ],
)
def test_json_of_others_is_not_believed(plan_of: Callable[..., SweepPlan], change: dict[str, Any]) -> None:
    told = json.loads(plan_of().to_json()) | change
    with pytest.raises(ConfigError):
        SweepPlan.from_json(json.dumps(told))


def test_the_flags_name_what_there_is() -> None:
    assert (GOAL_NAMES, WAY_NAMES, ENDING_NAMES) == (tuple(Goal), tuple(Way), tuple(Ending))
