"""Features of a header are believed where each is one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.inputs.feature import Feature
from engine.storage.foreign_features import read_features, written_features

WHOLE = {"name": "age", "low": 1, "high": 90, "usual": 40.5}


def test_features_are_read_as_they_were_written() -> None:
    features = (Feature("age", 1, 90, 40.5, whole=True), Feature("sex = f", 0, 1, 1, column="sex"))
    assert read_features(json.loads(json.dumps(written_features(features))), (2,)) == features
    assert read_features([], (1, 28, 28)) == ()


def test_what_acts_in_a_name_is_written_out() -> None:
    (feature,) = read_features([WHOLE | {"name": "a\x1b[2J\n"}], (1,))
    assert feature.name == r"a\x1b[2J\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"low": 91},
        {"low": float("nan")},
        {"high": float("inf")},
        {"high": 1e39},  # a row cannot hold it
        {"high": 10**400},
        {"usual": True},
        {"usual": "1"},
        {"name": 5},
        {"name": "x" * 1001},
        {"name": "\ud800"},
        {"column": None},
    ],
    ids=str,
)
def test_a_feature_that_is_none_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"feature|bounds"):
        read_features([WHOLE | changes], (1,))


@pytest.mark.parametrize(
    ("value", "shape"),
    [([WHOLE], (2,)), ([WHOLE], (1, 28, 28)), ([], (10**9,)), ({"0": WHOLE}, (1,)), ([[WHOLE]], (1,))],
    ids=str,
)
def test_there_is_one_for_each_number(value: object, shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="feature"):
        read_features(value, shape)
