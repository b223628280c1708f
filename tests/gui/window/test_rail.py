"""The rail's buttons: a little lower where all of them have room then, else as high as ever, and it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.look import theme
from gui.window.rail import ABOVE, HEIGHT, ICON, LEAST_HEIGHT, SPACING, Rail

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

COUNT = 8


def needed(height: int) -> int:
    return COUNT * height + (COUNT - 1) * SPACING + 2 * ABOVE


@pytest.mark.parametrize(
    ("room", "height"),
    [
        (needed(HEIGHT) + 50, HEIGHT),
        (needed(HEIGHT), HEIGHT),
        (needed(HEIGHT) - 1, HEIGHT - 1),
        (needed(LEAST_HEIGHT), LEAST_HEIGHT),
        (needed(LEAST_HEIGHT) - 1, HEIGHT),
    ],
)
def test_buttons_are_as_high_as_there_is_room(qtbot: QtBot, room: int, height: int) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    for number in range(COUNT):
        rail.add_station(f"station{number}", f"Station {number}", "data", "", f"Ctrl+{number}")
    rail.fit_buttons()
    rail.resize(rail.width(), room)
    rail.show()
    assert {button.height() for button in rail._buttons.values()} == {height}
    qtbot.waitUntil(lambda: rail.verticalScrollBar().isVisible() is (room < needed(height)))


def test_a_title_is_whole_in_a_low_button(qtbot: QtBot, qapp: QApplication) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    for number in range(COUNT):
        rail.add_station(f"station{number}", "Deploy", "data", "", f"Ctrl+{number}")
    rail.fit_buttons()
    rail.resize(rail.width(), needed(LEAST_HEIGHT))
    rail.show()
    for button in rail._buttons.values():
        assert button.height() == LEAST_HEIGHT >= button.sizeHint().height()
        assert button.iconSize().height() >= 14
    theme.apply(qapp, "dark")  # all icons are drawn anew, in the size of the moment
    theme.apply(qapp, "light")
    rail.resize(rail.width(), needed(HEIGHT))
    qtbot.waitUntil(lambda: {button.iconSize().height() for button in rail._buttons.values()} == {ICON})
    for button in rail._buttons.values():
        assert button.icon().actualSize(button.iconSize()) == button.iconSize()
    theme.apply(qapp)


def test_the_focus_goes_along_to_a_station_that_its_keys_show(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    for name in ("data", "train"):
        rail.add_station(name, name, "data", "", "")
    rail.set_station("data")
    rail.show()
    rail.activateWindow()
    rail._buttons["data"].setFocus()
    qtbot.waitUntil(rail._buttons["data"].hasFocus)
    rail.set_station("train")
    assert rail._buttons["train"].hasFocus(), "else Space would lead back"
