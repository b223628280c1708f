"""The field for a path: typed, emptied and chosen, told once each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.config import TrainingConfig
from gui.widgets.fields.file_field import FileField
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.settings_form import SettingsForm


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def field(qtbot: QtBot, told: list[object]) -> FileField:
    widget = FileField()
    qtbot.addWidget(widget)
    widget.edited.connect(told.append)
    return widget


def test_what_is_typed_is_told_when_it_is_done(field: FileField, told: list[object]) -> None:
    QTest.keyClicks(field.line, " /a/model ")
    assert told == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ["/a/model"]
    assert field.raw() == "/a/model"


def test_what_is_shown_is_not_told(field: FileField, told: list[object]) -> None:
    field.set_raw("/a/model")
    assert field.raw() == "/a/model"
    field.set_raw("")
    assert (field.raw(), told) == ("", [])


def test_the_button_in_the_line_empties_it_at_once(field: FileField, told: list[object]) -> None:
    field.set_raw("/a/model")
    button = field.line.findChild(QToolButton)
    assert button is not None
    button.click()
    assert told == [""]


def test_emptying_by_hand_waits_for_the_end(field: FileField, told: list[object]) -> None:
    field.set_raw("x")
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert told == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == [""]


def test_a_form_asks_for_the_file_by_the_path_of_its_setting(qtbot: QtBot) -> None:
    form = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(form)
    wanted: list[str] = []
    form.file_wanted.connect(wanted.append)
    field = form.row("training.teacher").field
    assert isinstance(field, FileField)
    field.button.click()
    assert wanted == ["training.teacher"]
    assert field.line.placeholderText() == "none"
    assert field.line.accessibleName() == "Teacher"
    assert field.button.accessibleName() == "Choose: Teacher"


def test_the_line_is_marked_where_something_is_wrong(qtbot: QtBot) -> None:
    form = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(form)
    row = form.row("training.teacher")
    assert isinstance(row.field, FileField)
    row.set_problem("There is no such file.")
    assert row.field.line.property("problem")
    assert row.note.text() == "There is no such file."
    row.set_problem("")
    assert not row.field.line.property("problem")


def test_tab_goes_from_the_line_to_its_button(qtbot: QtBot) -> None:
    form = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(form)
    form.findChild(Fold).set_open(True)
    form.show()
    qtbot.waitExposed(form)
    field = form.row("training.teacher").field
    assert isinstance(field, FileField)
    chain, each = [], form.nextInFocusChain()
    while each is not form and len(chain) < 300:
        chain.append(each)
        each = each.nextInFocusChain()
    own = [chain.index(widget) for widget in (field.line, field.button)]
    share = chain.index(form.row("training.teacher_share").field)
    assert own[0] < own[1] < share
