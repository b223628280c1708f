"""The pad all over a second screen: where there is one, and back in the window where there is none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.allowed import refusal_of
from gui.main_window import MainWindow
from gui.pad import second_screen
from gui.pad.place import Place
from gui.pad.second_screen import SecondScreen
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1280, 720)


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """Screens that can be plugged in and unplugged."""
    places = [LAPTOP]
    monkeypatch.setattr(second_screen, "screens", lambda: list(places))
    return places


def plugged(window: MainWindow) -> None:
    """Tell that the screens are others."""
    window.body.pad_placement.second_screen.changed.emit()
    for _ in range(4):
        QApplication.processEvents()


def test_it_is_the_screen_that_the_window_does_not_stand_on(qtbot: QtBot, screens: list[QRect]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(100, 100, 600, 400)
    second = SecondScreen(window)
    assert second.area() is None
    screens.append(PROJECTOR)
    assert second.area() == PROJECTOR
    window.setGeometry(1500, 100, 600, 400)
    assert second.area() == LAPTOP
    screens[1] = QRect(0, 0, 1280, 720)  # shows the same as the first
    assert second.area() is None
    screens.clear()
    assert second.area() is None


def test_pad_fills_it_and_comes_back(window: MainWindow, screens: list[QRect]) -> None:
    placement, action = window.body.pad_placement, window.menus._places[Place.SECOND_SCREEN]
    plugged(window)
    assert not action.isEnabled()
    assert "second screen" in refusal_of(action)
    placement.set_place(Place.SECOND_SCREEN)
    assert placement.place is Place.RIGHT  # as there is none
    screens.append(PROJECTOR)
    plugged(window)
    pull(window.panel.canvas, SEVEN)
    action.trigger()
    assert placement.own_window.isFullScreen()
    assert window.panel.window() is placement.own_window
    screens.pop()
    plugged(window)
    assert placement.place is Place.RIGHT
    assert window.panel.window() is window
    assert not window.panel.canvas.is_empty
    assert not placement.own_window.isVisible()
    screens.append(PROJECTOR)
    plugged(window)
    placement.set_place(Place.SECOND_SCREEN)
    window.panel.canvas.clear()
    QTest.keyClick(window.panel.canvas, Qt.Key.Key_Escape)  # it has no frame to be closed by
    assert placement.place is Place.RIGHT
    placement.set_place(Place.FLOATING)
    assert not placement.own_window.isFullScreen()


def test_presenting_takes_it_and_gives_it_back(window: MainWindow, screens: list[QRect]) -> None:
    screens.append(PROJECTOR)
    plugged(window)
    window.presenting.begin(full_screen=False)
    assert window.body.pad_placement.place is Place.SECOND_SCREEN
    assert window.panel.strip.isVisible()  # there is room for all
    screens.pop()
    plugged(window)
    assert window.body.pad_placement.place is Place.RIGHT
    assert not window.panel.strip.isVisible()
    window.presenting.end()
    assert window.body.pad_placement.place is Place.RIGHT
    assert window.panel.strip.isVisible()
