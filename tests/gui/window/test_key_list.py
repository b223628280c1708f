"""The list of keys: what is listed works, what works is listed, and no key means two things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu

from gui.look.room import room_for
from gui.pad.sketch import Tool
from gui.window import key_list, registry
from gui.window.key_list import all_keys, sequences
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures(
    "qapp"
)  # Qt does not know the system's keys without, and ends the process
Keys = QKeySequence.StandardKey
LONG = 30_000


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


def listed(window: MainWindow) -> list[str]:
    groups = all_keys(window.menuBar(), window.body.stations)
    return [key for _, rows in groups for keys, _ in rows for key in keys.split(" / ")]


def in_menus(window: MainWindow) -> list[QAction]:
    found = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    found += [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    return [action for action in dict.fromkeys(found) if action.shortcuts() and action.parent() is window]


def test_every_key_that_works_is_listed(window: MainWindow, qtbot: QtBot) -> None:
    for kind in registry.STATIONS:
        window.show_station(kind.name)
        qtbot.waitUntil(window.station(kind.name).page.isVisible)
    keys = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    native = {key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys if not key.isEmpty()}
    assert native - set(listed(window)) == set()
    assert {"F1", "F2", "F4", "F6", "F7", "F8", "F9", "F11", "Space", "Ctrl+S"} <= set(listed(window))


def test_no_key_of_the_menus_means_two_things(window: MainWindow) -> None:
    keys = [key.toString() for action in in_menus(window) for key in action.shortcuts()]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_of_the_menus_does_what_it_is_listed_for(own_window: MainWindow, qtbot: QtBot) -> None:
    window = own_window  # whose menus do nothing from now on
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for action in in_menus(window):
        action.triggered.disconnect()
        action.setEnabled(True)
        for key in action.shortcuts():
            with qtbot.waitSignal(action.triggered, timeout=LONG):
                QTest.keySequence(window, key)


@pytest.mark.parametrize("keys", [*key_list.USUAL, Keys.Open, Keys.Save, Keys.Undo, Keys.Redo, "F9"])
def test_a_system_without_a_key_of_its_own_has_the_usual_one(
    keys: QKeySequence.StandardKey | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sequences(keys)
    if keys in key_list.USUAL:
        monkeypatch.setattr(key_list.sys, "platform", "linux")
        assert QKeySequence(key_list.USUAL[keys]) in sequences(keys)


def test_the_pads_keys(window: MainWindow) -> None:
    canvas = window.panel.canvas
    pull(canvas, SEVEN)
    canvas.setFocus()
    width = canvas.pen_width
    QTest.keyClicks(canvas, "+")
    assert canvas.pen_width > width
    QTest.keyClicks(canvas, "-")
    assert canvas.pen_width == width
    QTest.keyClicks(canvas, "e")
    assert canvas.tool is Tool.ERASER
    QTest.keyClicks(canvas, "e")
    assert canvas.tool is Tool.PEN
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
        pull(canvas, SEVEN)
        QTest.keyClick(canvas, key)
        assert canvas.is_empty


def test_f11_fills_the_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_list_is_shown_and_no_higher_than_the_screen(window: MainWindow) -> None:
    help_menu = window.findChild(QMenu, "helpMenu")
    next(action for action in help_menu.actions() if "Keyboard" in action.text()).trigger()
    dialog = window.findChild(QDialog)
    assert dialog.height() <= room_for(window).height()
    text = dialog.findChild(QLabel).text()
    assert all(key in text for key in ("F11", "F9", "Restart, Same Seed", "rename the run"))
    dialog.close()
