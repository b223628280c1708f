"""The report on a number: figures as NumPy finds them, and an example chosen in one place is so in the other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.config import Experiment
from engine.data.dataset import Dataset
from engine.evaluation.learnt_images import LearntImages
from engine.evaluation.number_report import NumberReport
from engine.goals.registry import GOALS
from engine.inputs.feature import Feature
from gui.stations.evaluate.measuring_job import Measured, Target
from gui.stations.evaluate.number_axes import axis_of
from gui.stations.evaluate.number_view import NumberView
from gui.stations.evaluate.saving import error_table, number_table
from gui.stations.evaluate.size_curve import SizeCurve

RANDOM = np.random.default_rng(0)
POINTS = RANDOM.uniform(-6, 6, (40, 2)).astype(np.float32)
TARGETS = (POINTS.sum(axis=1) / 12).astype(np.float32)
ANSWERS = (TARGETS + np.where(np.arange(40) == 7, 0.5, 0.01)).astype(np.float32)
FEATURES = tuple(Feature(name, -6, 6, 0) for name in "xy")


def measured() -> Measured:
    data = Dataset("slope", POINTS, TARGETS, ("z",), features=FEATURES)
    learnt = LearntImages(np.zeros(40, np.bool_), is_known=True)
    return Measured(Target(), NumberReport.of(TARGETS, ANSWERS, "z"), data, Experiment(), 10, 0.1, learnt)


@pytest.fixture
def view(qtbot: QtBot) -> NumberView:
    made = NumberView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_measured(measured())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_figures_are_those_of_the_report(view: NumberView) -> None:
    off = np.abs(ANSWERS.astype(np.float64) - TARGETS)
    figures = view.summary.figures
    assert figures["mae"].value.text() == f"{off.mean():.4g}".rstrip("0")
    assert figures["count"].value.text() == "40"
    share = 1 - np.square(off).sum() / np.square(TARGETS - TARGETS.mean(dtype=np.float64)).sum()
    assert figures["accuracy"].value.text() == f"{100 * share:.2f}\u00a0%"
    assert "0.83" in figures["accuracy"].toolTip()  # as statistics write 83 %


def test_the_worst_is_chosen_first_and_a_press_chooses_another(view: NumberView, qtbot: QtBot) -> None:
    assert view.worst.indices[0] == 7
    assert "0.5" in view.worst._words.text()
    with qtbot.waitSignal(view.against.chosen) as chosen:
        QTest.mouseClick(view.against, Qt.MouseButton.LeftButton, pos=view.against.place_of(7))
    assert chosen.args == [7]


def test_an_example_goes_to_the_pad(view: NumberView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.example_chosen) as sent:
        view.worst._try.click()
    np.testing.assert_array_equal(sent.args[0], POINTS[7])


def test_bars_count_every_example(view: NumberView) -> None:
    edges, counts = view.errors.bins
    assert counts.sum() == 40
    assert edges[0] == pytest.approx(-0.5)
    heads, rows = error_table(edges, counts)
    assert len(heads) == 3
    assert len(rows) == len(counts)


def test_what_is_saved_is_a_row_an_example() -> None:
    heads, rows = number_table(measured(), np.array([7]))
    assert len(heads) == 4
    assert rows == [
        [7, pytest.approx(float(TARGETS[7])), pytest.approx(float(ANSWERS[7])), pytest.approx(0.5)]
    ]


@pytest.mark.parametrize(("low", "high"), [(-1.0, 1.0), (0.0, 0.0), (1e6, 3e6), (-3e-5, 2e-5)])
def test_an_axis_has_a_few_round_numbers(low: float, high: float) -> None:
    axis = axis_of(low, high)
    ticks = axis.ticks(5)
    assert 1 <= len(ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in ticks)


def test_it_is_said_why_no_report_is_subtracted(view: NumberView) -> None:
    assert view.alone.isVisible()
    assert "class by class" in view.alone.text()


def test_a_learning_curve_draws_what_is_not_explained(qtbot: QtBot) -> None:
    plot = SizeCurve()
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    plot.set_goal(GOALS["number"])
    assert [words for _place, words in plot._legend()] == [
        "1 − R² of validation",
        "1 − R² of training",
        "trend",
    ]
