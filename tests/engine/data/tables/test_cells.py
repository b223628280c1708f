"""Cells: numbers, words, and what means that nothing is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.importing.table import read_table
from engine.data.tables.cells import cells_of, is_date, text_of
from tests.engine.data.tables.own_tables import written


def test_numbers_words_and_nothing_are_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,b,c\n1,x,0.5\nNA,?,2\n3,y,n/a\n,null,inf\n5,-,4\n6,z,nan\n")
    a, b, c = cells_of(read_table(path, None, None))
    assert (a.present, a.missing) == (4, 2)
    assert b.words == {0: "x", 2: "y", 5: "z"}
    assert b.missing == 3
    assert c.texts() == ["0.5", "2", None, None, "4", None]
    assert c.first(3) == ["0.5", "2"]


def test_long_texts_are_compared_whole_and_cut_where_they_are_shown(tmp_path: Path) -> None:
    start = "a text of more than sixty letters that several cells begin with,"
    texts = [f"{start} then one", f"{start} then two", "short", f"{start} then one", f"{start[:59]}…"]
    rows = "\n".join(["a,b", *(f'"{text}",1' for text in texts)])
    (a, _) = cells_of(read_table(written(tmp_path / "t.csv", rows), None, None))
    shown = a.texts()
    assert shown[0] == shown[3]
    assert len(set(shown)) == 4
    assert all(text is not None and len(text) <= 60 for text in shown)
    assert shown[2] == "short"
    assert shown[4] == texts[4], "what needs no cutting keeps its name"


def test_a_number_that_is_none_for_four_bytes_is_known(tmp_path: Path) -> None:
    (a, _) = cells_of(
        read_table(written(tmp_path / "t.csv", "a,b\n1,1\ninf,1\n1e308,1\n-1e39,x\n,2\n"), None, None)
    )
    assert a.beyond == [1, 2, 3]


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (-2.0, "-2"), (0.25, "0.25"), (1e20, "1e+20"), (1 / 3, "0.333333")]
)
def test_a_number_as_a_category_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("2024-05-01", True), ("1.5.2024", True), ("05/01/24", True), ("2024-05-01T10:00:00Z", True), ("12:30", True),
     ("May", False), ("1.5", False), ("", False)],
)  # fmt: skip
def test_days_and_times_are_known(word: str, is_one: bool) -> None:
    assert is_date(word) is is_one
