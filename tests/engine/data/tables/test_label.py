"""Where the label of a table is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.tables.column import Use
from engine.data.tables.reading import open_table
from engine.errors import DataError
from tests.engine.data.tables.own_tables import written

FLOATS = np.random.default_rng(0).normal(0, 1, 60).round(3).tolist()
OTHER = np.random.default_rng(1).normal(0, 1, 60).round(3).tolist()
WORDS = [("yes", "no", "perhaps")[n % 3] for n in range(60)]
FEW = [n % 4 for n in range(60)]
PLACES = [("town", "land")[n % 2] for n in range(60)]


def table(tmp_path: Path, header: str, *columns: list[object]) -> Path:
    rows = [",".join(map(str, row)) for row in zip(*columns, strict=True)]
    return written(tmp_path / "t.csv", "\n".join([*([header] if header else []), *rows, ""]))


def label_of(path: Path, wanted: str = "") -> str:
    columns = open_table(path).decided(wanted)
    return next(each.name for each in columns if each.use is Use.LABEL)


@pytest.mark.parametrize(
    ("header", "columns", "label"),
    [
        ("species,a,b", (WORDS, FLOATS, FEW), "species"),  # its name counts for more than its place
        ("class,survived,a", (FEW, PLACES, FLOATS), "survived"),
        ("a,Diagnosis,b", (FLOATS, WORDS, OTHER), "Diagnosis"),
        ("a,b,kind", (FLOATS, OTHER, WORDS), "kind"),
        ("a,b,kind", (FLOATS, OTHER, FEW), "kind"),
        ("kind,a,b", (FEW, FLOATS, OTHER), "kind"),
        ("a,kind,b", (FLOATS, WORDS, OTHER), "kind"),  # the only words
        ("", (FLOATS, OTHER, WORDS), "x3"),
        ("", (WORDS, FLOATS, OTHER), "x1"),
        ("a,place,kind", (FLOATS, PLACES, WORDS), "kind"),
    ],
)
def test_the_label_is_found(
    tmp_path: Path, header: str, columns: tuple[list[object], ...], label: str
) -> None:
    assert label_of(table(tmp_path, header, *columns)) == label


@pytest.mark.parametrize(
    ("header", "columns", "why"),
    [
        ("a,b,c", (FLOATS, OTHER, FLOATS), "Neither its last column nor another one"),
        (
            "a,b,target",
            (FEW, OTHER, [1] * 60),
            "The column “target” is no label. It is the same in every row.",
        ),
    ],
)
def test_where_it_cannot_be_told_it_is_asked_for(
    tmp_path: Path, header: str, columns: tuple[list[object], ...], why: str
) -> None:
    path = table(tmp_path, header, *columns)
    with pytest.raises(DataError, match="cannot be told") as caught:
        label_of(path)
    assert why in str(caught.value)
    assert "--label-column" in str(caught.value.remedy)


@pytest.mark.parametrize("wanted", ["place", "PLACE", "2", " place "])
def test_a_person_may_say_it(tmp_path: Path, wanted: str) -> None:
    path = table(tmp_path, "a,place,kind", FLOATS, PLACES, WORDS)
    assert label_of(path, wanted) == "place"
    assert label_of(path, "last") == "kind"


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ("colour", "There is no column “colour” among its 3"),
        ("9" * 5000, "There is no column"),
        ("same", "no label. It is the same in every row"),
    ],
)
def test_what_is_no_label_is_refused(tmp_path: Path, wanted: str, why: str) -> None:
    path = table(tmp_path, "a,same,kind", FLOATS, [1] * 60, WORDS)
    with pytest.raises(DataError, match="cannot be read as a table") as caught:
        label_of(path, wanted)
    assert why in str(caught.value)


def test_who_says_another_label_gets_the_found_one_as_a_feature(tmp_path: Path) -> None:
    columns = open_table(table(tmp_path, "a,place,kind", FLOATS, PLACES, WORDS)).decided("place")
    assert {each.name: each.use for each in columns} == {
        "a": Use.NUMBER, "place": Use.LABEL, "kind": Use.CATEGORY,
    }  # fmt: skip


def test_large_numbers_are_no_classes_as_several_would_be_one(tmp_path: Path) -> None:
    days = [20240101 + n % 4 for n in range(60)]  # four of them; of four bytes each, three
    path = table(tmp_path, "a,target", FLOATS, days)
    with pytest.raises(DataError) as caught:
        label_of(path)
    assert "too large to be told apart" in str(caught.value.cause)
    with pytest.raises(DataError, match="cannot be read as a table"):
        label_of(path, "target")
