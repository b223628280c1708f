"""Where the pad stands: folded by button and key, floating beside the menus, back with the width it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gui.main_window import MainWindow
from gui.pad.font_predictor import FontPredictor
from gui.pad.place import FLOATING_SIZE, NARROWEST, TITLE, USUAL_WIDTH, PadArea, Place, floating_area
from gui.pad.plane.pad import PlanePad
from gui.workbench import Workbench
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SCREEN = QRect(0, 0, 1920, 1080)


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


def width(window: MainWindow) -> int:
    return window.panel.width()


def edge(window: MainWindow) -> QWidget:
    return window.findChild(QWidget, "padEdge")


def test_beside_a_window_that_leaves_room() -> None:
    area = floating_area(QRect(0, 0, 1300, 800), QRect(90, 90, 1210, 700), SCREEN)
    assert area.left() > 1300
    assert area.width() == FLOATING_SIZE.width()
    left = floating_area(QRect(620, 0, 1300, 800), QRect(710, 90, 1210, 700), SCREEN)
    assert left.right() < 620


def test_in_a_window_that_fills_the_screen_it_leaves_menus_and_buttons_free() -> None:
    for screen in (QRect(0, 0, 1024, 600), QRect(0, 0, 1366, 768), SCREEN):
        body = screen.adjusted(90, 110, 0, -24)
        area = floating_area(screen, body, screen)
        assert screen.contains(area)
        assert area.top() - TITLE >= body.top()
        assert area.right() > screen.right() - 20


@given(
    st.integers(640, 3000), st.integers(480, 2000), st.integers(-200, 2500), st.integers(-100, 1900),
    st.integers(500, 3000), st.integers(400, 2000),
)  # fmt: skip
def test_it_is_always_on_the_screen(wide: int, high: int, x: int, y: int, w: int, h: int) -> None:
    screen = QRect(0, 0, wide, high)
    window = QRect(x, y, w, h)
    area = floating_area(window, window.adjusted(90, 110, 0, -24), screen)
    assert screen.contains(area)
    assert area.top() >= TITLE
    assert area.width() >= min(NARROWEST, wide - 20)


@pytest.mark.parametrize("away", [Place.FLOATING, Place.HIDDEN])
def test_it_comes_back_as_wide_as_it_was(window: MainWindow, away: Place) -> None:
    placement, pages = window.body.pad_placement, window.body.splitter
    window.resize(1600, 800)
    whole = sum(pages.sizes())
    pages.setSizes([whole - 340, 340])
    QApplication.processEvents()
    assert width(window) == 340
    placement.set_place(away)
    QApplication.processEvents()
    placement.set_place(Place.RIGHT)
    QApplication.processEvents()
    assert width(window) == 340


def test_button_and_key_fold_and_unfold(window: MainWindow) -> None:
    drawn = window.panel.canvas
    pull(drawn, SEVEN)
    strokes = [stroke.tolist() for stroke in drawn.strokes()]
    fold = next(action for action in window.findChildren(QAction) if action.shortcut().toString() == "F4")
    assert "Fold" in fold.text()
    QTest.mouseClick(edge(window), Qt.MouseButton.LeftButton)
    assert not window.panel.isVisible()
    assert edge(window).isVisible()
    assert fold.text().replace("&", "") == "Show Pad"
    assert "F4" in edge(window).toolTip()
    fold.trigger()
    assert window.panel.isVisible()
    fold.trigger()
    QTest.mouseClick(edge(window), Qt.MouseButton.LeftButton)
    assert window.panel.isVisible()
    assert [stroke.tolist() for stroke in drawn.strokes()] == strokes


def test_the_key_brings_back_a_pad_in_a_window_of_its_own(window: MainWindow) -> None:
    window.body.pad_placement.set_place(Place.FLOATING)
    own = window.panel.window()
    own.activateWindow()
    window.panel.canvas.setFocus()
    QTest.keyClick(window.panel.canvas, Qt.Key.Key_F4)
    assert window.body.pad_placement.place is Place.RIGHT


def test_another_theme_leaves_every_letter_of_the_pad_as_large_as_it_was(window: MainWindow) -> None:
    panel = window.panel
    pull(panel.canvas, SEVEN)
    panel.set_predictor(FontPredictor(), tuple("0123456789"))
    panel.probabilities()

    def letters() -> list[tuple[str, int, bool]]:
        QApplication.processEvents()
        parts = panel.findChildren(QWidget)
        return [(part.objectName(), part.font().pixelSize(), part.font().bold()) for part in parts]

    window.set_theme("light")
    before = letters()
    for mode in ("dark", "light"):
        window.set_theme(mode)
        assert letters() == before


def test_folding_hands_the_focus_to_nobody(window: MainWindow) -> None:
    window.panel.canvas.setFocus()
    window.body.pad_placement.fold()
    assert QApplication.focusWidget() is window.body


def test_what_comes_onto_a_folded_pad_unfolds_it(window: MainWindow) -> None:
    placement = window.body.pad_placement
    placement.fold()
    window.panel.canvas.set_image(np.full((28, 28), 200, np.uint8))
    assert placement.place is Place.RIGHT
    placement.fold()
    window.panel.canvas.clear()
    assert placement.place is Place.HIDDEN


def test_width_and_place_are_remembered(qtbot: QtBot, own_window: MainWindow) -> None:
    window, bench = own_window, own_window.workbench
    window.resize(1600, 800)
    window.body.pad_placement.set_width(360)
    window.body.pad_placement.fold()
    window.close()
    again = MainWindow(Workbench(bench.experiment))
    again.resize(1600, 800)
    again.show()
    assert not again.panel.isVisible()
    again.body.pad_placement.fold()
    QApplication.processEvents()
    assert width(again) == 360
    again.body.pad_placement.set_place(Place.FLOATING)
    again.close()
    third = MainWindow(Workbench(bench.experiment))
    third.resize(1600, 800)
    third.show()
    qtbot.waitUntil(lambda: third.body.pad_placement.place is Place.FLOATING)
    third.reset_layout()
    QApplication.processEvents()
    assert third.body.pad_placement.width == USUAL_WIDTH
    for each in (again, third):
        each.close()
        each.deleteLater()


def test_a_square_beside_a_scroll_bar_does_not_turn_it_on_and_off(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    stack.addWidget(PlanePad(stack))
    area = PadArea(stack)  # type: ignore[arg-type]
    qtbot.addWidget(area)
    area.show()
    sizes = []
    for wide in range(300, 420, 2):
        area.resize(wide, 500)
        for _ in range(4):
            QApplication.processEvents()
        sizes.append(stack.size())
        QApplication.processEvents()
        assert stack.size() == sizes[-1]
        assert stack.height() >= area.maximumViewportSize().height()
    assert sizes[0].height() == 500  # there is room for all of it
    assert sizes[-1].height() > 500  # and here it scrolls
