"""Numbers on a plane: the background in the colours of what the network says, points in those of what is right."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from engine.data.plane.ground import Plane
from gui.widgets.plane.canvas import PlaneCanvas
from gui.widgets.plane.heights import LEVELS, heights_of

PLACES = np.array([[-5, 5], [5, 5], [0, -5]], np.float32)
VALUES = np.array([-1, 1, 0.25], np.float32)


def rising(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return rows[:, :1] / 6


def test_0_is_the_middle_where_numbers_lie_to_either_side() -> None:
    heights = heights_of(np.array([-1.0, 4.0]))
    assert (heights.low, heights.high) == (-4, 4)
    assert heights.levels(np.array([-4.0, 0.0, 9.0])) == [0, LEVELS, 2 * LEVELS]
    above = heights_of(np.array([2.0, 4.0]))
    assert above.shares(np.array([2.0, 3.0, 4.0])).tolist() == [-1, 0, 1]


def test_numbers_that_are_none_or_all_the_same_are_the_middle() -> None:
    assert heights_of(np.array([np.nan])).shares(np.array([np.nan])).tolist() == [0]
    assert heights_of(np.array([3.0, 3.0])).shares(np.array([3.0])).tolist() == [0]


@pytest.fixture
def canvas(qtbot: QtBot) -> PlaneCanvas:
    made = PlaneCanvas()
    qtbot.addWidget(made)
    made.resize(240, 240)
    made.set_plane(Plane(("x", "y")))
    made.set_points(PLACES, VALUES, np.array([False, True, False]), ("z",))
    made.set_predictor(rising, ("z",), "number")
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.pictures >= 1)
    return made


def test_the_background_is_orange_below_and_blue_above(canvas: PlaneCanvas) -> None:
    picture = canvas.grab().toImage()
    left, right = picture.pixelColor(12, 120), picture.pixelColor(228, 150)
    assert left.red() > left.blue()
    assert right.blue() > right.red()


def test_what_is_said_of_a_place_is_its_number(canvas: PlaneCanvas) -> None:
    at = canvas.pixel_of(-5, 5).toPoint()
    words = canvas.tip_at(QPoint(at))
    assert words is not None
    assert "z is −1" in words
    assert "the network says z −0.83" in words


def test_no_point_is_wrong_and_the_mean_distance_is_told(canvas: PlaneCanvas) -> None:
    assert not len(canvas.wrong())
    off = np.abs(PLACES[:, 0] / 6 - VALUES).mean()
    assert canvas.accessibleDescription().startswith("3 points; z from −1 to 1.")
    assert f"{off:.3f}"[:4] in canvas.accessibleDescription()


def test_a_network_of_classes_does_not_judge_numbers(canvas: PlaneCanvas) -> None:
    canvas.set_predictor(lambda rows: np.full((len(rows), 3), 1 / 3, np.float32), ("A", "B", "C"))
    canvas.catch_up()
    assert not len(canvas.wrong())
    assert "off by" not in canvas.accessibleDescription()
