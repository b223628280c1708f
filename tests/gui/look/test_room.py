"""What a screen has free for windows is found without asking a widget for its screen."""

import re
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.look.room import room_for


def test_it_is_that_of_the_screen_on_which_a_widget_lies_or_of_the_first(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert room_for(widget) == free
    widget.move(-50_000, -50_000)
    assert room_for(QWidget(widget)) == free


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide takes the screen for a child of the widget, and may delete it with that: then the program ends."""
    asked = re.compile(r"[\w)]\.screen\(\)")
    found = [
        path.name
        for path in Path(gui.__file__).parent.rglob("*.py")
        if asked.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
