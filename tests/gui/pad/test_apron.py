from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pad.apron import WIDTH, Apron
from gui.pad.canvas import DrawingCanvas
from gui.pad.panel import DrawingPanel
from gui.pad.read_edge import ReadEdge

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[tuple[DrawingCanvas, Apron]]:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(360, 360)
    canvas = DrawingCanvas(around)
    canvas.setGeometry(40, 40, 280, 280)
    apron = Apron(canvas)
    apron.lie_around(canvas.geometry())
    around.show()
    qtbot.waitExposed(around)
    yield canvas, apron
    canvas.shutdown()


def test_a_press_just_beside_the_paper_begins_a_stroke(board: tuple[DrawingCanvas, Apron]) -> None:
    canvas, apron = board
    QTest.mousePress(apron, LEFT, NONE, QPoint(WIDTH - 10, WIDTH + 100))
    QTest.mouseMove(apron, QPoint(WIDTH + 60, WIDTH + 100))
    QTest.mouseMove(apron, QPoint(WIDTH + 120, WIDTH + 100))
    QTest.mouseRelease(apron, LEFT, NONE, QPoint(WIDTH + 120, WIDTH + 100))
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [[-10, 100], [120, 100]])
    assert canvas.hasFocus()


def test_a_finger_set_down_beside_the_paper_draws(board: tuple[DrawingCanvas, Apron]) -> None:
    canvas, apron = board
    screen = QTest.createTouchDevice()
    QTest.touchEvent(apron, screen).press(0, QPoint(WIDTH - 10, WIDTH + 100), apron).commit()
    QTest.touchEvent(apron, screen).move(0, QPoint(WIDTH + 90, WIDTH + 100), apron).commit()
    QTest.touchEvent(apron, screen).release(0, QPoint(WIDTH + 90, WIDTH + 100), apron).commit()
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [[-10, 100], [90, 100]], atol=1)


def test_a_press_beside_that_does_not_reach_the_paper_is_nothing(
    board: tuple[DrawingCanvas, Apron],
) -> None:
    canvas, apron = board
    QTest.mouseClick(apron, LEFT, NONE, QPoint(4, 60))
    assert canvas.is_empty
    assert canvas.undo_stack.count() == 0


def test_it_erases_with_the_right_button(board: tuple[DrawingCanvas, Apron]) -> None:
    canvas, apron = board
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(20, 100))
    QTest.mousePress(apron, RIGHT, NONE, QPoint(WIDTH - 10, WIDTH + 100))
    QTest.mouseMove(apron, QPoint(WIDTH + 40, WIDTH + 100))
    QTest.mouseRelease(apron, RIGHT, NONE, QPoint(WIDTH + 40, WIDTH + 100))
    assert canvas.is_empty


def test_what_stands_around_the_paper_keeps_its_clicks(qtbot: QtBot) -> None:
    panel = DrawingPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 640)
    panel.show()
    qtbot.waitExposed(panel)
    QTest.mouseClick(panel.canvas, LEFT, NONE, QPoint(100, 100))
    below = panel.canvas.geometry().bottom() + 10
    assert panel.childAt(panel.tools.geometry().center().x(), below) is not panel.findChild(Apron)
    assert isinstance(
        panel.childAt(panel.canvas.geometry().topLeft() + QPoint(5, 5)), DrawingCanvas | ReadEdge
    )
    left = panel.childAt(panel.canvas.x() - 3, panel.canvas.geometry().center().y())
    assert isinstance(left, Apron)
    panel.canvas.shutdown()
    panel.close()
