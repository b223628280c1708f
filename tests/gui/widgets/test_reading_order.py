"""The stops of Tab: by layouts, by where things stand, one for a field or a group, none for what is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QToolButton,
    QWidget,
)

from gui.widgets.layouts import column_of, row_of
from gui.widgets.reading_order import tab_stops

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    return widget


def line(name: str, parent: QWidget | None = None) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setObjectName(name)
    return edit


def names(page: QWidget) -> list[str]:
    page.show()
    return [stop.objectName() for stop in tab_stops(page)]


def test_columns_one_after_the_other_whatever_was_made_first(page: QWidget) -> None:
    right, left = [line(name, page) for name in ("c", "d")], [line(name, page) for name in ("a", "b")]
    row_of(column_of(*left), column_of(*right), on=page)
    assert names(page) == ["a", "b", "c", "d"]


def test_a_grid_by_its_rows(page: QWidget) -> None:
    grid = QGridLayout(page)
    for name, row, column in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        grid.addWidget(line(name), row, column)
    assert names(page) == ["a", "b", "c", "d"]


def test_without_a_layout_by_where_they_stand(page: QWidget) -> None:
    for name, x, y in (("e", 10, 80), ("b", 200, 12), ("a", 10, 20), ("d", 300, 14), ("c", 250, 24)):
        line(name, page).setGeometry(x, y, 40, 24)
    assert names(page) == ["a", "b", "c", "d", "e"]


def test_a_field_is_one_stop(page: QWidget) -> None:
    box, combo = QSpinBox(objectName="box"), QComboBox(objectName="combo", editable=True)
    column_of(box, combo, on=page)
    assert names(page) == ["box", "combo"]


def test_of_a_group_the_chosen_one(page: QWidget) -> None:
    group = QButtonGroup(page)
    buttons = [QToolButton(objectName=name, checkable=True) for name in "abc"]
    for button in buttons:
        group.addButton(button)
    row_of(*buttons, on=page)
    assert names(page) == ["a"]
    buttons[1].setChecked(True)
    assert names(page) == ["b"]
    buttons[1].setEnabled(False)
    assert names(page) == ["a"]


def test_what_cannot_be_used_or_seen_is_none(page: QWidget) -> None:
    gone, off, box = line("gone"), line("off"), QCheckBox(objectName="box")
    column_of(gone, QLabel("words"), off, box, on=page)
    gone.hide()
    off.setEnabled(False)
    assert names(page) == ["box"]
    assert tab_stops(page, off) == [off, box]


def test_a_scrolling_part_is_one_only_where_nothing_in_it_is(page: QWidget) -> None:
    splitter = QSplitter()
    areas = [QScrollArea(objectName=name) for name in ("form", "words")]
    for area, inner in zip(areas, (QPushButton("a", objectName="button"), QLabel("words")), strict=True):
        inner.setFixedHeight(2000)
        area.setWidget(inner)
        splitter.addWidget(area)
    column_of(splitter, on=page)
    page.show()
    assert names(page) == ["button", "words"]
