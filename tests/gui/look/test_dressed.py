"""What a widget is given where it is made."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.look.dressed import dressed


def test_a_widget_gets_its_name_words_and_look_and_is_returned(qtbot: QtBot) -> None:
    button = QPushButton("Train")
    qtbot.addWidget(button)

    assert dressed(button, name="train", tip="Begin", accessible="Train it", main=True, role="big") is button
    assert (button.objectName(), button.toolTip(), button.accessibleName()) == ("train", "Begin", "Train it")
    assert button.property("main") is True
    assert button.property("role") == "big"


def test_what_is_not_given_stays(qtbot: QtBot) -> None:
    button = QPushButton("Train")
    qtbot.addWidget(button)
    button.setToolTip("before")

    dressed(button, name="train")

    assert button.toolTip() == "before"
