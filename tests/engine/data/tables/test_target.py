"""A table whose label is a number: found by a rule, chosen by a person, kept and read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.choices import LabelTask
from engine.config import Experiment
from engine.data.datasets import load_split
from engine.data.import_set import import_set
from engine.data.imported_sets import load_parts
from engine.data.tables.column import Use
from engine.data.tables.reading import open_table
from engine.errors import DataError

AREAS = np.linspace(30, 200, 60)


def table(folder: Path, prices: list[str], head: str = "target") -> Path:
    path = folder / "houses.csv"
    rows = (
        f"{area:.1f},{'Ulm' if row % 2 else 'Bonn'},{price}"
        for row, (area, price) in enumerate(zip(AREAS, prices, strict=True))
    )
    path.write_text("\n".join([f"area,town,{head}", *rows]) + "\n")
    return path


FRACTIONS = [f"{2500 * area + 0.5:.2f}" for area in AREAS]
WHOLE = [f"{2500 * area:.0f}" for area in AREAS]
FEW = [str(row % 4) for row in range(60)]


@pytest.mark.parametrize(("prices", "use"), [(FRACTIONS, Use.TARGET), (WHOLE, Use.TARGET), (FEW, Use.LABEL)])
def test_what_a_label_is_follows_from_what_it_holds(prices: list[str], use: Use, tmp_path: Path) -> None:
    columns = open_table(table(tmp_path, prices)).decided()
    assert [each.use for each in columns] == [Use.NUMBER, Use.CATEGORY, use]


def test_numbers_are_learnt_from_under_the_name_of_their_column(tmp_path: Path) -> None:
    prices = [*FRACTIONS[:-1], "?"]
    made = open_table(table(tmp_path, prices)).made()
    train, test = made.parts("houses")
    assert (train.goal, train.classes) == ("number", ("target",))
    assert len(train) + len(test) == 59
    assert len(test) == 10  # a sixth
    assert [str(each.why) for each in made.rejected] == ["It has no number to be found."]
    assert any("target" in str(note) for note in made.notes)


def test_a_person_says_it_otherwise(tmp_path: Path) -> None:
    opened = open_table(table(tmp_path, FEW))
    assert opened.made(task=LabelTask.NUMBER).labels.dtype == np.float32
    assert opened.made().labels.dtype == np.int64
    with pytest.raises(DataError, match="fractions"):
        open_table(table(tmp_path, FRACTIONS)).made("target", task=LabelTask.CLASSES)
    with pytest.raises(DataError, match="words"):
        opened.made("town", task=LabelTask.NUMBER)


def test_without_a_name_it_is_asked_for_until_a_number_is_wanted(tmp_path: Path) -> None:
    opened = open_table(table(tmp_path, FRACTIONS, head="price"))
    assert [each.use for each in opened.decided(task=LabelTask.NUMBER)][-1] is Use.TARGET
    assert [each.use for each in opened.decided("price")][-1] is Use.TARGET


def test_the_settings_say_it_of_a_table_at_a_path(tmp_path: Path) -> None:
    path = table(tmp_path, FEW)
    changes = {"data.dataset": str(path), "data.label_task": "number"}
    split = load_split(Experiment().with_(**changes).data)
    assert split.goal == "number"
    assert load_split(Experiment().with_(**{"data.dataset": str(path)}).data).goal == "classes"


def test_it_is_kept_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETSKETCH_HOME", str(tmp_path / "home"))
    report = import_set(table(tmp_path, FRACTIONS), name="houses")
    train, _ = load_parts(report.name)
    assert (train.goal, train.classes) == ("number", ("target",))


def test_rows_whose_target_is_too_large_are_left_out_and_told(tmp_path: Path) -> None:
    made = open_table(table(tmp_path, [*FRACTIONS[:-4], "1e13", "-1e308", "inf", "?"])).made()
    assert len(made.labels) == 56
    assert [(str(each.name), str(each.why)) for each in made.rejected] == [
        *((f"row {row}", "The number to be found is infinite, or beyond 10¹².") for row in (58, 59, 60)),
        ("row 61", "It has no number to be found."),
    ]


@pytest.mark.parametrize(
    ("prices", "words"),
    [
        (["1e308"] * 60, "all infinite, or beyond 10¹²"),
        ([f"{price}e10" for price in WHOLE], "all infinite, or beyond 10¹²"),
        ([f"{price}e-47" for price in WHOLE], "scale the column"),
        (["0.5"] * 60, "the same in every row"),
    ],
)
def test_where_no_row_is_left_the_cause_is_told(prices: list[str], words: str, tmp_path: Path) -> None:
    for task in (LabelTask.AUTOMATIC, LabelTask.NUMBER):
        with pytest.raises(DataError) as caught:
            open_table(table(tmp_path, prices)).made("target", task=task)
        assert words in str(caught.value.cause)
