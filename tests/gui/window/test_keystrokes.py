"""Keys that are pressed are shown large where that is wanted: commands, and never what is typed into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QSpinBox, QWidget

from gui.window.keystrokes import Keystrokes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Window(QMainWindow):
    """A field to type into, one for numbers, and something that hears letters."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(600, 300)
        middle = QWidget(self)
        self.setCentralWidget(middle)
        self.line, self.number, self.pad = QLineEdit(middle), QSpinBox(middle), QWidget(middle)
        self.pad.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.done: list[str] = []
        action = QAction("Step", self)
        action.setShortcut("F6")
        action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(lambda: self.done.append("F6"))
        self.addAction(action)
        self.keys = Keystrokes(self)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.keys.set_shown(False)


def pressed(window: Window, part: QWidget, key: Qt.Key, text: str = "") -> str:
    part.setFocus()
    window.keys._label.hide()
    if text:
        QTest.keyClicks(part, text)
    else:
        QTest.keyClick(part, key)
    return window.keys.text


def test_commands_are_shown_and_do_what_they_do(window: Window) -> None:
    assert pressed(window, window.pad, Qt.Key.Key_F6) == ""  # nobody has asked for it
    window.keys.set_shown(True)
    for part in (window.pad, window.line, window.number):
        assert pressed(window, part, Qt.Key.Key_F6) == "F6"
    assert window.done == ["F6"] * 4
    assert pressed(window, window.pad, Qt.Key.Key_E) == "E"
    assert pressed(window, window.pad, Qt.Key.Key_Shift) == ""
    label = window.keys._label
    assert label.geometry().bottom() < window.height()
    assert abs(label.geometry().center().x() - window.width() // 2) <= 1
    assert label.font().pointSizeF() > 1.8 * window.font().pointSizeF()


def test_what_is_typed_is_nobody_elses_business(window: Window) -> None:
    window.keys.set_shown(True)
    assert pressed(window, window.line, Qt.Key.Key_A, "secret") == ""
    assert window.line.text() == "secret"
    assert pressed(window, window.number, Qt.Key.Key_1, "4") == ""
    assert window.number.value() == 40


def test_it_goes_by_itself_and_when_nobody_wants_it_any_more(qtbot: QtBot, window: Window) -> None:
    window.keys.set_shown(True)
    assert pressed(window, window.pad, Qt.Key.Key_F6) == "F6"
    assert window.keys._timer.isActive()
    window.keys._timer.timeout.emit()
    assert window.keys.text == ""
    assert pressed(window, window.pad, Qt.Key.Key_F6) == "F6"
    window.keys.set_shown(False)
    assert window.keys.text == ""
    QApplication.processEvents()
