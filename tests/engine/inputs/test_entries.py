"""What is entered for features: numbers, and one choice for each category."""

from __future__ import annotations

import numpy as np

from engine.inputs.entries import Entry, entries_of, row_of_words, usual_row
from engine.inputs.feature import Feature

FEATURES = (
    Feature("width", 0, 4, 1.5),
    Feature("colour = red", 0, 1, 0, True, "colour"),
    Feature("colour = green", 0, 1, 1, True, "colour"),
    Feature("colour = ?", 0, 1, 0, True, "colour"),
    Feature("height", 2, 3, 2.5),
    Feature("wide = yes", 0, 1, 0, True, "wide"),
    Feature("wide = no", 0, 1, 0, True, "wide"),
)


def test_features_of_a_category_are_one_choice() -> None:
    assert entries_of(FEATURES) == (
        Entry("width", (0,)),
        Entry("colour", (1, 2, 3), ("red", "green", "?")),
        Entry("height", (4,)),
        Entry("wide", (5, 6), ("yes", "no")),
    )
    assert entries_of(FEATURES)[1].chosen(np.array([9, 0, 0, 1, 9, 0, 0], np.float32)) == 2


def test_the_usual_row_has_one_of_each_category() -> None:
    assert usual_row(FEATURES).tolist() == [1.5, 0, 1, 0, 2.5, 1, 0]


def test_a_row_is_made_of_words() -> None:
    features = (
        Feature("weight", 40, 99, 70),
        Feature("sport = run", 0, 1, 1, column="sport"),
        Feature("sport = swim", 0, 1, 0, column="sport"),
    )
    row = row_of_words(features, ["70,5", " swim"])
    assert row is not None
    assert row.tolist() == [70.5, 0, 1]
    for wrong in (["70"], ["70", "fly"], ["x", "run"], ["70", "run", "run"], ["1e39", "run"]):
        assert row_of_words(features, wrong) is None
