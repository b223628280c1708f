"""The base of the tables: columns described once, an order that stays, and a selection that keeps to its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from gui.widgets.tables.model import Role, TableColumn, TableModel, natural

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FALLING = Qt.SortOrder.DescendingOrder


@dataclass
class Fruit:
    name: str
    weight: float


class Fruits(TableModel[Fruit]):
    def __init__(self) -> None:
        super().__init__()
        self.columns = (
            TableColumn("Name", lambda row: row.name, "Its name", is_bold=lambda row: row.weight > 100),
            TableColumn("Weight", lambda row: f"{row.weight} g", key=lambda row: row.weight, is_number=True),
        )

    def identity(self, row: Fruit) -> str:
        return row.name


@pytest.fixture
def fruits(qapp: object) -> Fruits:
    model = Fruits()
    model.show_rows([Fruit("pear-10", 170), Fruit("plum", 60), Fruit("pear-9", 170)])
    return model


def names(model: Fruits) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_column_is_described_once(fruits: Fruits) -> None:
    heading = fruits.headerData
    across = Qt.Orientation.Horizontal
    assert [heading(column, across) for column in (0, 1)] == ["Name", "Weight"]
    assert heading(0, across, Role.ToolTipRole) == "Its name"
    assert fruits.index(1, 1).data() == "60 g"
    for place in (
        heading(1, across, Role.TextAlignmentRole),
        fruits.index(0, 1).data(Role.TextAlignmentRole),
    ):
        assert place == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert fruits.index(0, 0).data(Role.FontRole).bold()
    assert fruits.index(1, 0).data(Role.FontRole) is None
    assert fruits.index(0, 0).data(Role.ToolTipRole) is None
    assert fruits.headerData(0, Qt.Orientation.Vertical) is None


def test_numbers_in_words_count(fruits: Fruits) -> None:
    fruits.sort(0)
    assert names(fruits) == ["pear-9", "pear-10", "plum"]
    fruits.sort(1, FALLING)
    assert names(fruits) == ["pear-9", "pear-10", "plum"], "equals stay as they stood"
    assert natural("Run-9") < natural("run-10") < natural("run-10b")


def test_what_points_at_a_row_keeps_to_it(fruits: Fruits, qtbot: QtBot) -> None:
    plum = QPersistentModelIndex(fruits.index(1, 0))
    with qtbot.assertNotEmitted(fruits.modelReset), qtbot.waitSignal(fruits.layoutChanged):
        fruits.sort(1)
    assert plum.data() == "plum"
    assert plum.row() == 0
    rows = list(fruits.rows)
    with qtbot.waitSignal(fruits.dataChanged) as changed:
        fruits.show_rows([rows[0], Fruit(rows[1].name, 200), rows[2]])
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert fruits.index(1, 1).data() == "200 g"
    with qtbot.waitSignal(fruits.modelReset):
        fruits.show_rows(rows[:2])
    assert not plum.isValid()


class Growing(Fruits):
    tells_of_each = True


def test_rows_that_come_among_others_leave_those_alone(qapp: object, qtbot: QtBot) -> None:
    model = Growing()
    rows = [Fruit("apple", 150), Fruit("fig", 50), Fruit("plum", 60)]
    model.show_rows(rows)
    fig = QPersistentModelIndex(model.index(1, 0))
    told: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    heavier = Fruit("apple", 160)
    new = [heavier, Fruit("banana", 120), Fruit("cherry", 8), rows[1], rows[2], Fruit("quince", 300)]
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(new)
    assert told == [(1, 2), (5, 5)]
    assert changed == [(0, 0)]
    assert names(model) == [fruit.name for fruit in new]
    assert (fig.row(), fig.data()) == (3, "fig")
    with qtbot.waitSignal(model.modelReset):
        model.show_rows([new[1], new[0]])  # others are gone


def test_only_rows_that_show_something_else_are_told_of(qapp: object) -> None:
    model = Fruits()
    rows = [Fruit(name, 100) for name in "abcdef"]
    model.show_rows(rows)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.show_rows([Fruit("a", 1), rows[1], rows[2], Fruit("d", 1), Fruit("e", 1), rows[5]])
    assert changed == [(0, 0), (3, 4)]
