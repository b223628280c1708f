"""What columns are taken for."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from engine.data.importing.table import Table, read_table
from engine.data.tables.column import MOST_FOUND, Use, columns_in, names_of, with_uses
from tests.engine.data.tables.own_tables import FRUIT, written


def uses(path: Path) -> dict[str, Use]:
    return {each.name: each.use for each in columns_in(read_table(path, None, None))}


def test_numbers_stay_words_become_categories_and_dates_and_ids_go(tmp_path: Path) -> None:
    columns = columns_in(read_table(written(tmp_path / "t.csv", FRUIT), None, None))
    assert {each.name: each.use for each in columns} == {
        "id": Use.LEFT_OUT,
        "picked": Use.LEFT_OUT,
        "colour": Use.CATEGORY,
        "weight (g)": Use.NUMBER,
        "sweet": Use.NUMBER,  # one of twelve cells is a word: a slip
        "fruit": Use.CATEGORY,
    }
    why = {each.name: str(each.why) for each in columns if each.why is not None}
    assert why == {"id": "It has a value of its own in each row.", "picked": "It holds days or times."}


@pytest.mark.parametrize(
    ("name", "values", "use", "why"),
    [
        ("row", list(range(10, 30)), Use.LEFT_OUT, "numbers the rows"),
        ("patient_id", [7 * n % 97 for n in range(20)], Use.LEFT_OUT, "of its own"),
        ("PassengerId", [7 * n % 97 for n in range(20)], Use.LEFT_OUT, "of its own"),
        ("width", [7 * n % 97 for n in range(20)], Use.NUMBER, ""),
        ("acid", [7 * n % 97 for n in range(20)], Use.NUMBER, ""),
        ("flat", [3] * 20, Use.LEFT_OUT, "same in every row"),
        ("empty", [""] * 20, Use.LEFT_OUT, "Nothing stands"),
        ("note", [f"word {n % 15}" for n in range(20)], Use.LEFT_OUT, "15 different words"),
        ("kind", [f"word {n % 4}" for n in range(20)], Use.CATEGORY, ""),
        ("size", [*range(19), 40.5], Use.NUMBER, ""),
    ],
)
def test_a_column_by_what_stands_in_it(
    tmp_path: Path, name: str, values: list[object], use: Use, why: str
) -> None:
    rows = [f"{value},{n % 2},{n * n / 7}" for n, value in enumerate(values)]
    path = written(tmp_path / "t.csv", "\n".join([f"{name},class,other", *rows]))
    column = columns_in(read_table(path, None, None))[0]
    assert column.use is use
    assert why in str(column.why or "")


def test_too_many_words_are_no_categories_unless_somebody_wants_them(tmp_path: Path) -> None:
    rows = [f"w{n % (MOST_FOUND + 1)},{n}" for n in range(10 * MOST_FOUND)]
    path = written(tmp_path / "t.csv", "\n".join(["town,value", *rows]))
    columns = columns_in(read_table(path, None, None))
    assert columns[0].use is Use.LEFT_OUT
    assert with_uses(columns, {"town": Use.CATEGORY})[0].use is Use.CATEGORY
    assert with_uses(columns, {"town": Use.NUMBER})[0].use is Use.LEFT_OUT


def test_a_slip_among_numbers_makes_no_words_of_them(tmp_path: Path) -> None:
    rows = [f"{'heavy' if n == 7 else n * 1.5},{n % 2}" for n in range(40)]
    assert uses(written(tmp_path / "t.csv", "\n".join(["weight,class", *rows])))["weight"] is Use.NUMBER


def test_every_column_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,a,,x3\n1,2,3,4\n5,6,7,8\n")
    assert names_of(read_table(path, None, None)) == ["a", "a.2", "x3.2", "x3"]
    path = written(tmp_path / "u.csv", "1,2,3\n5,6,7\n")
    assert names_of(read_table(path, None, None)) == ["x1", "x2", "x3"]


def test_large_numbers_are_no_categories_as_several_would_be_one(tmp_path: Path) -> None:
    rows = [f"{16777217 + n % 3},{n}" for n in range(60)]
    path = written(tmp_path / "t.csv", "\n".join(["town,value", *rows]))
    town = columns_in(read_table(path, None, None))[0]
    assert town.use is Use.NUMBER
    assert Use.CATEGORY not in town.can_be
    assert town.cells.first(1) == ["1.67772e+07"]  # not eight digits of which the last is wrong


def test_thousands_of_columns_of_one_name_are_named_at_once() -> None:
    # One by one, each held against all before it, they would take hours.
    table = Table(["a", "a.2"] * 20_000, np.zeros((1, 40_000), np.float32), {}, [1], [])
    names = names_of(table)
    assert len(set(names)) == 40_000
    assert names[:4] == ["a", "a.2", "a.3", "a.2.2"]


def test_a_name_holds_nothing_that_acts(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv", "a\x1b[2J,class\n" + "".join(f"{n * n / 7},{n % 2}\n" for n in range(20))
    )
    assert columns_in(read_table(path, None, None))[0].name == r"a\x1b[2J"


def test_a_number_too_large_beside_a_word_is_infinite_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,class\n" + "1e300,yes\n2,no\n" * 20)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        column = columns_in(read_table(path, None, None))[0]
    assert column.cells.missing == 20
