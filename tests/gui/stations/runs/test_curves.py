"""The curves of the chosen runs over each other, and their comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from gui.bench.run_catalogue import RunCatalogue
from gui.stations.runs.page import RunsPage
from gui.widgets.curves.canvas import CurveCanvas
from tests.gui.stations.runs.page_parts import chosen, press, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


def test_the_chosen_runs_are_drawn_over_each_other(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue
) -> None:
    station.list.choose(["article-2", "article-4"])
    settle(qtbot, catalogue)
    series = {item.label: item for item in station.curves.plot.series()}
    assert set(series) == {"quick", "wide"}
    assert series["quick"].color != series["wide"].color
    np.testing.assert_allclose(series["quick"].y, 0.95 * np.arange(1, 4) / 3, rtol=1e-6)
    colour = series["quick"].color
    station.list.choose(["article-1", "article-2", "article-4"])
    settle(qtbot, catalogue)
    series = {item.label: item for item in station.curves.plot.series()}
    assert series["quick"].color == colour, "a curve keeps its colour while others come"
    assert len({item.color for item in series.values()}) == 3


def test_curves_by_step_and_of_training(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    settle(qtbot, catalogue)
    for words in ("Loss", "by step", "Training"):
        press(station.curves, words)
    validation, training = station.curves.plot.series()
    assert validation.x.tolist() == [4, 8, 12]
    assert validation.y.tolist() == [3, 1.5, 1]
    assert training.label == "article-1, training"
    assert len(training.x) == 12
    assert training.color == validation.color
    press(station.curves, "Training")
    assert [item.label for item in station.curves.plot.series()] == ["article-1"]


def test_a_click_on_a_curve_chooses_its_run(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1", "article-4"])
    settle(qtbot, catalogue)
    plot = station.curves.plot
    plot.prepare()
    plot.flush()
    canvas = plot.findChild(CurveCanvas)
    place = canvas.getViewBox().mapViewToScene(QPointF(2, 0.97 * 2 / 3))
    assert plot.curve_at(place + QPointF(0, 3)).startswith("article-4/")
    assert plot.curve_at(place + QPointF(0, -60)) == ""
    view = canvas.mapFromScene(place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=view)
    assert chosen(station) == ["wide"]


def test_the_baseline_stays_in_view(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    station.findChild(QToolButton, "pinBaselineButton").click()
    settle(qtbot, catalogue)
    station.list.choose(["article-4"])
    settle(qtbot, catalogue)
    baseline, other = station.curves.plot.series()
    assert (baseline.label, baseline.style, baseline.width) == ("article-1", "dashes", 3)
    assert (other.label, other.style, other.width) == ("wide", "line", 0)
    rows = {row.label: row for row in station.compare.compare_model().rows}
    assert rows["Validation"].texts == ("90.00\u00a0%", "97.00\u00a0%  +7.00")
    assert rows["Validation"].best == {1}
    assert rows["Hidden layers"].texts == ("64-64", "256-256")
    assert "Batch size" not in rows


def test_several_chosen_runs_are_compared(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    assert not station.compare.isVisible()
    station.list.choose(["article-1", "article-2"])
    assert station.compare.isVisible()
    labels = [row.label for row in station.compare.compare_model().rows if row.is_setting]
    assert labels == ["Learning rate"]
