"""Rows of a table as features and labels: filled, coded, divided, and told of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.tables import reading
from engine.data.tables.column import Use
from engine.data.tables.reading import open_table
from engine.errors import DataError
from tests.engine.data.tables.own_tables import FRUIT, two_clouds, written


def test_a_table_of_everything(tmp_path: Path) -> None:
    made = open_table(written(tmp_path / "fruit.csv", FRUIT)).made(uses={"sweet": Use.LEFT_OUT})
    assert made.classes == ("apple", "cherry", "pear")
    assert [each.name for each in made.features] == [
        "colour = dark red",
        "colour = green",
        "colour = red",
        "colour = yellow",
        "colour = ?",
        "weight (g)",
    ]
    assert len(made.rows) == 11  # one has no label
    assert [str(each.why) for each in made.rejected] == ["It has no label."]
    assert [str(each.name) for each in made.rejected] == ["row 12"]
    colours = made.rows[:, :5]
    assert (colours.sum(axis=1) == 1).all()
    assert colours[7, 4] == 1  # nothing stood there
    assert made.filled == 2
    told = "\n".join(map(str, made.notes))
    for words in (
        "The label is the column “fruit”",
        "Left out: “id”",
        "It holds days",
        "category of their own",
    ):
        assert words in told


def test_what_is_missing_becomes_the_median_of_what_is_learnt_from(tmp_path: Path) -> None:
    rows = [f"{'' if n in (0, 1) else n},{n % 2}" for n in range(60)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["x,label", *rows]))).made()
    learnt = np.array([n for n in range(60) if n > 1 and not made.test[n]])
    (feature,) = made.features
    assert feature.usual == float(np.median(learnt))
    assert (feature.low, feature.high) == (float(learnt.min()), float(learnt.max()))
    assert (made.rows[:2, 0] == feature.usual).all()
    assert "2 with" in "\n".join(map(str, made.notes))


def test_what_cannot_be_read_is_listed_and_filled(tmp_path: Path) -> None:
    rows = [f"{'heavy' if n == 7 else n * 1.5},{n % 2}" for n in range(40)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["weight,label", *rows, "1,2,3"]))).made()
    names = [str(each.name) for each in made.rejected]
    assert names == ["row 42", "row 9"]
    assert "“heavy” in the column “weight” is no number" in str(made.rejected[1].why)
    assert made.filled == 1
    assert len(made.rows) == 40


def test_infinite_and_far_too_large_numbers_are_told_as_such(tmp_path: Path) -> None:
    cells = {3: "inf", 5: "1e308", 8: ""}
    rows = [f"{cells.get(n, n * 1.5)},{n % 2}" for n in range(40)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["weight,label", *rows]))).made()
    assert [str(each.name) for each in made.rejected] == ["row 5", "row 7"]
    assert all("“weight” is infinite, or beyond" in str(each.why) for each in made.rejected)
    assert made.filled == 3
    assert np.isfinite(made.rows).all()


def test_labels_of_digits_add_no_classes_that_are_not_there(tmp_path: Path) -> None:
    rows = [f"{n * 1.5},{1 + n % 3}" for n in range(40)]
    assert open_table(written(tmp_path / "t.csv", "\n".join(["x,label", *rows]))).made().classes == (
        "1",
        "2",
        "3",
    )


def test_the_test_rows_are_even_by_class_and_follow_from_the_seed(tmp_path: Path) -> None:
    opened = open_table(two_clouds(tmp_path / "t.csv"))
    made = opened.made(share=0.25)
    assert np.bincount(made.labels[made.test]).tolist() == [15, 15]
    assert (made.test == opened.made(share=0.25).test).all()
    assert (made.test != opened.made(share=0.25, seed=1).test).any()


def test_a_column_may_say_what_is_tested_with(tmp_path: Path) -> None:
    rows = [f"{n * 1.5},{'test' if n % 4 == 0 else 'train'},{'ab'[n % 2]}" for n in range(40)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["x,split,label", *rows]))).made()
    assert made.is_divided
    assert np.flatnonzero(made.test).tolist() == list(range(0, 40, 4))
    assert [each.name for each in made.features] == ["x"]


def test_rows_of_which_the_part_says_nothing_are_learnt_from(tmp_path: Path) -> None:
    parts = {1: "test", 2: "test", 3: "", 4: "?"}
    rows = [f"{n * 1.5},{n % 2},{parts.get(n, 'train')}" for n in range(40)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["x,label,split", *rows]))).made()
    assert [each.name for each in made.features] == ["x"], "the part is no feature"
    assert np.flatnonzero(made.test).tolist() == [1, 2]
    assert "“split” says nothing are learnt from: 2." in "\n".join(map(str, made.notes))


def test_the_same_row_is_on_one_side(tmp_path: Path) -> None:
    rows = [f"{n // 4},{n // 4 * 7 % 5 + 0.5},{'ab'[n // 4 % 2]}" for n in range(80)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["x,y,label", *rows]))).made()
    sides = {}
    for group, test in zip(made.same.tolist(), made.test.tolist(), strict=True):
        assert sides.setdefault(group, test) == test
    assert 0 < made.test.sum() < 40
    assert "same as another one in every feature: 60" in "\n".join(map(str, made.notes))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x,label\n1,a\n2,a\n3,a\n", "same in every row"),
        ("label,id\na,1\nb,2\na,3\nb,4\n", "no column is left that could be a feature"),
        ("x,label\n", "There is no column “label”"),
        ("", "There is nothing in it"),
    ],
)
def test_what_is_no_set_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(DataError, match=why):
        open_table(written(tmp_path / "t.csv", text)).made("label")


def test_as_many_numbers_as_the_file_makes_believable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = two_clouds(tmp_path / "t.csv")
    monkeypatch.setattr(reading, "most_unpacked", lambda _size: 2 * 120 * 4)
    assert len(open_table(path).made().rows) == 120
    monkeypatch.setattr(reading, "most_unpacked", lambda _size: 2 * 120 * 4 - 1)
    with pytest.raises(DataError, match="does not fit"):
        open_table(path).made()
