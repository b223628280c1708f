"""The focus of a window: Tab by reading order, and nothing but a person's key or click moves it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStackedWidget, QWidget

from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.steady_focus import SteadyFocus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[3]


class Window(QWidget):
    """Three fields, two pages with a field each, and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.rest = QWidget(self)
        self.fields = [QLineEdit(self.rest) for _ in range(3)]
        self.pages = QStackedWidget(self.rest)
        self.inner = [QLineEdit(), QLineEdit()]
        for field in self.inner:
            self.pages.addWidget(field)
        self.button = QPushButton("press", self.rest)
        self.box = QWidget(self.rest)
        row_of(*self.fields, on=self.box)
        column_of(self.box, self.pages, self.button, on=self.rest)
        column_of(self.rest, on=self)
        self.focus = SteadyFocus(self, rest=self.rest, first=self.pages)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.focus.step(forward)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def tab(window: Window, *, back: bool = False) -> QWidget:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_tab_begins_where_it_is_told_and_goes_round(window: Window) -> None:
    a, b, c = window.fields
    assert QApplication.focusWidget() is window.rest
    order = [window.inner[0], window.button, a, b, c, window.inner[0]]
    assert [tab(window) for _ in order] == order
    assert [tab(window, back=True) for _ in order] == [*order[-2::-1], order[-2]]


@pytest.mark.parametrize("what", ["field", "what it is in"])
def test_disabling_moves_the_focus_nowhere_and_enabling_gives_it_back(window: Window, what: str) -> None:
    field = window.fields[1]
    field.setFocus()
    part = field if what == "field" else window.box
    part.setEnabled(False)
    assert QApplication.focusWidget() is window.rest
    part.setEnabled(True)
    assert QApplication.focusWidget() is field


def test_what_was_left_is_left_for_good_once_the_person_went_elsewhere(window: Window) -> None:
    field = window.fields[0]
    field.setFocus()
    field.setEnabled(False)
    assert tab(window) is window.fields[1]
    field.setEnabled(True)
    assert QApplication.focusWidget() is window.fields[1]


def test_hiding_moves_the_focus_nowhere_and_tab_goes_on_from_there(window: Window) -> None:
    window.fields[1].setFocus()
    window.fields[1].hide()
    assert QApplication.focusWidget() is window.rest
    assert tab(window) is window.fields[0]  # the first in what it was in


def test_what_is_taken_away_leaves_the_focus_at_rest(window: Window, qtbot: QtBot) -> None:
    field = window.fields[2]
    field.setFocus()
    with qtbot.waitSignal(field.destroyed):
        field.hide()
        field.deleteLater()
    assert QApplication.focusWidget() is window.rest
    assert tab(window) is window.fields[0]


def test_another_page_does_not_take_the_focus(window: Window) -> None:
    window.inner[0].setFocus()
    turn_to(window.pages, window.inner[1])
    assert QApplication.focusWidget() is window.rest
    assert tab(window) is window.inner[1]


def test_pages_are_turned_in_one_way_only() -> None:
    left = [
        path.name
        for path in sorted((ROOT / "gui").rglob("*.py"))
        if re.search(r"\.setCurrentWidget\(", path.read_text(encoding="utf-8"))
    ]
    assert left == ["pages.py"]


def test_space_presses_what_tab_led_to_and_not_what_was_clicked(window: Window) -> None:
    pressed: list[bool] = []
    window.button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(window.button, Qt.MouseButton.LeftButton)
    assert not SteadyFocus.press()
    tab(window, back=True)
    assert not SteadyFocus.press()  # a field
    tab(window)
    assert SteadyFocus.press()
    assert len(pressed) == 2
