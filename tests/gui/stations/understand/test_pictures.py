"""Colours, outlines, tiles and histograms on common bins: what is drawn, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine.insight.histograms import Histogram
from gui.look import theme
from gui.stations.understand import histogram_series
from gui.stations.understand.scene import number_words
from gui.stations.understand.tile_grid import LEAST_SIDE, TileGrid, arrangement
from gui.widgets.images import colours
from gui.widgets.images.impact_map import outline

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from pytestqt.qtbot import QtBot


def histogram(counts: list[int], reach: float) -> Histogram:
    return Histogram("hidden_1", np.linspace(-reach, reach, len(counts) + 1), np.array(counts), 1.0)


def test_signs_and_sizes_are_told_apart(qapp: QCoreApplication) -> None:
    look = theme.current()
    values = np.array([[-2.0, 0.0, 2.0, 9.0, np.nan]], np.float32)
    picture = colours.diverging(values, 2.0)
    found = [picture.pixelColor(x, 0) for x in range(5)]
    assert found[0] == QColor(look.negative)
    assert found[1] == QColor(look.surface)
    assert found[2] == found[3] == QColor(look.positive)
    assert found[4] == QColor(look.surface)


def test_nothing_but_zeros_has_no_colour(qapp: QCoreApplication) -> None:
    picture = colours.diverging(np.zeros((2, 3), np.float32), 0.0)
    assert (picture.width(), picture.height()) == (3, 2)
    assert picture.pixelColor(2, 1) == QColor(theme.current().surface)


def test_the_outline_goes_around_the_ink() -> None:
    ink = np.zeros((4, 4), bool)
    ink[0, 0] = ink[0, 1] = True
    edges = set(outline(ink))
    assert edges == {(0, 0, 0, 1), (2, 0, 2, 1), (0, 0, 1, 0), (1, 0, 2, 0), (0, 1, 1, 1), (1, 1, 2, 1)}


@given(st.integers(1, 700), st.integers(60, 1200), st.integers(40, 700))
def test_tiles_are_in_sight_or_as_small_as_may_be(count: int, width: int, height: int) -> None:
    columns, side = arrangement(count, width, height)
    assert columns >= 1
    assert columns == 1 or columns * (side + 5) - 5 + 6 <= width
    if side > LEAST_SIDE:
        assert -(-count // columns) * (side + 5) - 5 + 6 <= height


def test_a_tile_is_chosen_by_mouse_and_keys(qtbot: QtBot) -> None:
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(400, 300)
    grid.show()
    grid.set_tiles(np.random.default_rng(0).normal(size=(20, 5, 5)).astype(np.float32), 2.0)
    grid.set_room(300)
    chosen: list[int] = []
    grid.tile_clicked.connect(chosen.append)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(7).center())
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(399, 299))
    assert chosen == [7, 8]


def test_a_histogram_keeps_its_shares_on_other_bins() -> None:
    item = histogram([1, 2, 3, 4], 2.0)
    assert histogram_series.shares(item, 2.0, rows=4) == pytest.approx([0.1, 0.2, 0.3, 0.4])
    wider = histogram_series.shares(item, 4.0, rows=8)
    assert wider == pytest.approx([0, 0, 0.1, 0.2, 0.3, 0.4, 0, 0])
    assert histogram_series.shares(item, 1.0, rows=2) == pytest.approx([0.2, 0.3])


def test_moments_share_bins_that_hold_them_all() -> None:
    narrow, wide = histogram([5, 5], 1.0), histogram([5, 5, 5, 5], 3.0)
    assert histogram_series.common_reach([narrow, wide]) == pytest.approx(3.0)
    picture = histogram_series.over_time([narrow, wide], 3.0, rows=6)
    assert picture.shape == (6, 2)
    assert picture.max(axis=0) == pytest.approx([1, 1])
    assert picture[0, 0] == 0
    assert picture[0, 1] > 0


@pytest.mark.parametrize(
    ("value", "words"), [(-1.256, "−1.26"), (0.5, "0.50"), (-0.001, "0.00"), (12.0, "12.00")]
)
def test_numbers_have_a_true_minus_and_no_minus_zero(
    qapp: QCoreApplication, value: float, words: str
) -> None:
    assert number_words(value) == words
