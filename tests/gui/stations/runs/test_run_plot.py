"""How far a click is from a curve, and what stands above the plot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from gui.stations.runs.run_plot import RunPlot, distance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

X, Y = np.array([0.0, 10.0, 20.0]), np.array([0.0, 0.0, 10.0])


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((5, 3), 3),  # above the first piece
        ((-3, 4), 5),  # before the beginning
        ((10, 0), 0),  # on a corner
        ((23, 14), 5),  # behind the end
        ((15, 5), 0),  # on the slope
    ],
)
def test_the_nearest_piece_counts(at: tuple[float, float], expected: float) -> None:
    assert distance(X, Y, at) == pytest.approx(expected, abs=1e-9)


def test_gaps_and_single_points() -> None:
    assert distance(X, np.array([0.0, np.nan, 10.0]), (5, 3)) == math.inf
    assert distance(np.array([3.0]), np.array([4.0]), (0, 0)) == 5
    assert distance(np.zeros(0), np.zeros(0), (0, 0)) == math.inf
    assert distance(np.array([1.0, 1.0]), np.array([1.0, 1.0]), (1, 3)) == 2


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=2, max_size=12))
def test_no_point_of_the_curve_is_nearer(points: list[tuple[float, float]]) -> None:
    x, y = np.array(points).T
    nearest = np.hypot(x - 7, y + 3).min()
    assert distance(x, y, (7, -3)) <= nearest + 1e-6


def test_what_chooses_between_plots_stands_in_front_of_the_buttons(qtbot: QtBot) -> None:
    plot, head = RunPlot(lambda: "Accuracy"), QLabel("Accuracy or loss")
    qtbot.addWidget(plot)
    plot.set_head(head)
    plot.resize(600, 300)
    plot.show()
    assert head.isVisible()
    button = plot.bar.log_button
    assert head.mapTo(plot, head.rect().topRight()).x() < button.mapTo(plot, button.rect().topLeft()).x()
    assert abs(head.geometry().center().y() - button.geometry().center().y()) <= 4
    assert head.width() > 400  # all that the buttons leave
    plot.close()
