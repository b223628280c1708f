"""Points are put down, carried and taken away by mouse and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets.plane.canvas import PlaneCanvas

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Heard:
    """What a canvas tells."""

    def __init__(self, canvas: PlaneCanvas) -> None:
        self.put: list[list[tuple[float, float]]] = []
        self.moved: list[tuple[int, float, float]] = []
        self.taken: list[list[int]] = []
        canvas.points_wanted.connect(self.put.append)
        canvas.point_moved.connect(lambda *told: self.moved.append(told))
        canvas.points_unwanted.connect(self.taken.append)


@pytest.fixture
def canvas(qtbot: QtBot) -> PlaneCanvas:
    made = PlaneCanvas()
    qtbot.addWidget(made)
    made.resize(242, 242)  # 20 pixels a unit
    made.set_points(
        np.array([[-3, 0], [3, 0]], np.float32), np.array([0, 1]), np.array([False, False]), ("A", "B")
    )
    made.set_editable(True)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def heard(canvas: PlaneCanvas) -> Heard:
    return Heard(canvas)


def at(canvas: PlaneCanvas, x: float, y: float) -> QPoint:
    return canvas.pixel_of(x, y).toPoint()


def drag(canvas: PlaneCanvas, button: Qt.MouseButton, *places: tuple[float, float]) -> None:
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, at(canvas, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(canvas, at(canvas, *place))
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, at(canvas, *places[-1]))


def test_a_click_puts_a_point_down(canvas: PlaneCanvas, heard: Heard) -> None:
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(canvas, 1, 2))
    ((place,),) = heard.put
    assert place == pytest.approx((1, 2), abs=0.05)
    assert (heard.moved, heard.taken) == ([], [])


def test_a_pull_puts_a_row_of_points_down(canvas: PlaneCanvas, heard: Heard) -> None:
    drag(canvas, LEFT, (-5, 4), (-4, 4), (-3.9, 4), (-3, 4))
    (places,) = heard.put
    assert [round(x) for x, _ in places] == [-5, -4, -3]


def test_a_point_goes_with_the_hand(canvas: PlaneCanvas, heard: Heard) -> None:
    drag(canvas, LEFT, (3, 0), (2, 1), (0, 3))
    ((index, x, y),) = heard.moved
    assert index == 1
    assert (x, y) == pytest.approx((0, 3), abs=0.05)
    assert heard.put == []


def test_a_click_on_a_point_changes_nothing(canvas: PlaneCanvas, heard: Heard) -> None:
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(canvas, 3, 0.1))
    assert (heard.put, heard.moved, heard.taken) == ([], [], [])


def test_the_right_button_takes_points_away_that_it_passes(canvas: PlaneCanvas, heard: Heard) -> None:
    drag(canvas, RIGHT, (-3, 0), (0, 0), (3, 0))
    assert heard.taken == [[0, 1]]
    drag(canvas, RIGHT, (0, 4), (0, 5))
    assert len(heard.taken) == 1


def test_what_may_not_be_changed_is_only_looked_at(canvas: PlaneCanvas, heard: Heard) -> None:
    canvas.set_editable(False)
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(canvas, 1, 2))
    drag(canvas, RIGHT, (-3, 0), (3, 0))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert (heard.put, heard.moved, heard.taken) == ([], [], [])
    assert canvas.place is not None


def test_keys_put_down_carry_and_take_away(canvas: PlaneCanvas, heard: Heard) -> None:
    canvas.look_at(0, 0)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.place == pytest.approx((0.05, 0.25))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert heard.put == [[canvas.place]]
    canvas.look_at(3, 0)
    QTest.keyClick(canvas, Qt.Key.Key_Return)  # takes it up
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return)  # puts it down
    assert heard.moved == [(1, 3.0, -0.25)]
    canvas.look_at(-3, 0)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert heard.taken == [[0]]


def test_escape_lets_go_and_looks_nowhere(canvas: PlaneCanvas, heard: Heard) -> None:
    canvas.look_at(3, 0)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.place is None
    canvas.look_at(1, 1)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert heard.moved == []
    assert heard.put == [[(1, 1)]]


def test_the_place_stays_on_the_plane(canvas: PlaneCanvas) -> None:
    canvas.look_at(5.9, 0)
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.place == (6, 0)


def test_words_say_where_a_place_is_what_lies_there_and_what_the_network_says(canvas: PlaneCanvas) -> None:
    canvas.set_predictor(
        lambda rows: np.tile(np.array([[0.25, 0.75]], np.float32), (len(rows), 1)), ("A", "B")
    )
    words = canvas.words_at(-3, 0)
    assert words == "x −3.00, y 0.00; a point of A (to learn from); the network says B with 75\u00a0%"
    assert canvas.tip_at(at(canvas, -3, 0)) is not None


@pytest.mark.parametrize("held", ["pull", "carried", "place"])
def test_it_is_drawn_with_whatever_is_in_the_hand(canvas: PlaneCanvas, held: str) -> None:
    before = canvas.grab().toImage()
    if held == "pull":
        QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(canvas, 0, 4))
    elif held == "carried":
        canvas.look_at(3, 0)
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    else:
        canvas.look_at(0, 4)
    assert canvas.grab().toImage() != before
