"""How tests open the palette, type into it, and go where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.window.palette import Palette

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.window.finding import Findable


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def shown(palette: Palette, words: str) -> list[Findable]:
    palette.findChild(QLineEdit).setText(words)
    return palette._rows.things


def go(palette: Palette, qtbot: QtBot, words: str) -> None:
    assert shown(palette, words)
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not palette.isVisible())
    qtbot.wait(20)
