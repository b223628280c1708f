"""Rows of numbers become bars as high as each number lies between its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.inputs.feature import Feature
from gui.widgets.images.rows import ROOM, SIDE, bar_pictures, pictured, row_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FEATURES = (Feature("low", 0, 10, 5), Feature("middle", -1, 1, 0), Feature("same", 3, 3, 3))


def test_bars_are_as_high_as_their_numbers() -> None:
    (picture,) = bar_pictures(np.array([[0, 0.5, 3]], np.float32), FEATURES)
    heights = (picture > 0).sum(axis=0)
    first, second, third = heights[2], heights[SIDE // 2], heights[-2]
    assert (first, second, third) == (1, round(0.75 * ROOM), 1)
    assert (heights == 0).sum() == 4  # two gaps, and the margin


def test_what_lies_out_of_bounds_fills_its_bar() -> None:
    (picture,) = bar_pictures(np.array([[99, -9, 3]], np.float32), FEATURES)
    assert (picture[1:-1, 2] > 0).all()
    assert not picture[[0, -1]].any()


def test_many_features_share_columns() -> None:
    many = tuple(Feature(str(number), 0, 1, 0) for number in range(100))
    assert bar_pictures(np.ones((2, 100), np.float32), many).shape == (2, SIDE, SIDE)


def test_pictures_stay_pictures() -> None:
    images = np.zeros((2, 5, 4), np.uint8)
    assert pictured(images, ()) is images


def test_where_all_have_room_they_stand_in_their_order_and_else_the_least_usual_first(qtbot: QtBot) -> None:
    row = np.array([6, 1, 3], np.float32)
    assert row_words(row, FEATURES, 3) == ["low = 6", "middle = 1", "same = 3"]
    assert row_words(row, FEATURES, 2) == ["middle = 1", "low = 6"]
