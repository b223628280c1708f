"""Rows of numbers as a table: looked through, sorted, chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.inputs.feature import Feature
from gui.widgets.examples.registry import view_for
from gui.widgets.examples.rows import ExampleRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

FEATURES = (
    Feature("width", 0, 4, 1.5),
    Feature("colour = red", 0, 1, 0, True, "colour"),
    Feature("colour = green", 0, 1, 1, True, "colour"),
)
ROWS = np.array([[2, 1, 0], [0.125, 0, 1], [3.5, 0, 1], [1, 1, 0]], np.float32)
LABELS = np.array([1, 0, 1, 0])


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[ExampleRows]:
    made = ExampleRows()
    qtbot.addWidget(made)
    made.set_features(FEATURES)
    made.set_images(ROWS, LABELS, ("low", "high"))
    made.resize(400, 300)
    made.show()
    yield made
    made.close()


def cells(table: ExampleRows) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(table: ExampleRows) -> list[str]:
    model = table.model()
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def test_the_class_comes_first_and_then_a_column_for_each_feature(table: ExampleRows) -> None:
    assert heads(table) == ["Class", "width", "colour"]
    assert cells(table) == [
        ["high", "2", "red"],
        ["low", "0.125", "green"],
        ["high", "3.5", "green"],
        ["low", "1", "red"],
    ]


def test_mistakes_say_what_each_was_taken_for(table: ExampleRows) -> None:
    table.set_images(ROWS[:2], LABELS[:2], ("low", "high"), ["high → low", "low → high"])
    assert heads(table)[0] == "Class → answer"
    assert [row[0] for row in cells(table)] == ["high → low", "low → high"]


def test_a_class_has_the_room_that_its_bold_letters_need(table: ExampleRows) -> None:
    table.set_images(ROWS[:2], LABELS[:2], ("low", "high"), ["malignant → benign", "low → high"])
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_sorted_by_a_column_the_chosen_one_is_still_the_same_example(
    qtbot: QtBot, table: ExampleRows
) -> None:
    table.select(2)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in cells(table)] == ["3.5", "2", "1", "0.125"]
    assert table.selected() == 2
    with qtbot.waitSignal(table.image_selected) as told:
        table.select(1)
    assert told.args == [1]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(table)] == ["2", "0.125", "3.5", "1"]


def test_enter_and_a_click_activate_it(qtbot: QtBot, table: ExampleRows) -> None:
    table.select(1)
    table.setFocus()
    with qtbot.waitSignal(table.image_activated) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    place = table.visualRect(table.model().index(3, 0)).center()
    with qtbot.waitSignal(table.image_activated) as told:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [3]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.selected() == 2


def test_other_examples_begin_without_a_choice(table: ExampleRows) -> None:
    table.select(2)
    table.set_images(ROWS[:2], LABELS[:2], ("low", "high"))
    assert table.selected() == -1
    assert table.count() == 2


def test_it_is_for_rows_with_features_alone() -> None:
    assert view_for(FEATURES, (3,)).name == "rows"
    assert view_for((), (1, 28, 28)).name == "images"
