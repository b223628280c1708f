"""What is drawn of a curve: nothing anew where nothing is new, and no curve under the noise of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg

from gui.widgets.curves.lines import CurveLines, same_points
from gui.widgets.curves.series import CurveSeries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

X, Y = np.array([0.0, 10.0, 20.0]), np.array([0.0, 0.0, 10.0])


def test_the_same_points_are_known_again() -> None:
    gap = np.array([0.0, np.nan, 10.0])
    assert same_points((X, gap), X.copy(), gap.copy())
    assert not same_points((X, Y), X, gap)
    assert not same_points((None, None), X, Y)


def test_curves_by_epoch_lie_over_the_smoothed_curve_by_step(qtbot: QtBot) -> None:
    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    by_step = CurveLines(plot, CurveSeries("loss", "batch", 0, smooth=True))
    by_epoch = CurveLines(plot, CurveSeries("train_loss", "training", 1, symbol="circle"))
    assert by_step._line.zValue() < by_step._smooth_line.zValue() < by_epoch._line.zValue()
    assert by_epoch._line.zValue() < by_epoch._markers.zValue()
