"""The Train page for a network that gives a number: its words, the examples below, and what is not written out."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from engine.config import load_preset
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.feature import Feature
from gui.main_window import MainWindow
from gui.stations.train.example_strip import ExampleStrip
from gui.stations.train.microscope.page import Microscope
from gui.stations.train.run_curves import RunCurves
from gui.stations.train.run_figures import RunFigures
from gui.workbench import Workbench

FEATURES = (Feature("area", 0, 200, 100), Feature("rooms", 1, 7, 3))


def test_curves_and_figures_are_called_by_their_measure(qtbot: QtBot) -> None:
    curves, figures = RunCurves(), RunFigures()
    for widget in (curves, figures):
        qtbot.addWidget(widget)
        widget.set_goal(GOALS["number"])
    assert curves.loss.bar.heading.text() == "Squared error"
    assert curves.accuracy.bar.heading.text() == curves.accuracy.accessibleName() == "R²"
    assert figures._cells[2, 0].text() == "R²"
    assert "R²" in figures._cells[2, 3].toolTip()
    curves.set_goal(CLASSES)
    assert curves.loss.bar.heading.text() == "Loss"


def test_an_example_says_what_is_right_and_what_the_network_says(qtbot: QtBot) -> None:
    strip = ExampleStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 90)
    rows = np.array([[80, 3], [120, 4]], np.float32)
    strip.set_examples(rows, np.array([0.5, 2.25], np.float32), ("price",), FEATURES)
    strip.set_probabilities(np.array([[0.75], [2.0]], np.float32))
    assert strip.right() is None
    assert strip.words_of(1).startswith("true 2.25, predicted 2")
    strip.grab()


def test_the_microscope_says_that_there_are_no_classes(qtbot: QtBot) -> None:
    bench = Workbench(load_preset("hills"))
    microscope = Microscope(bench)
    qtbot.addWidget(microscope)
    button = microscope.findChild(QPushButton, "nextStepButton")
    assert button.isEnabled()
    bench.loader.warm_up()
    qtbot.waitUntil(lambda: bench.data is not None, timeout=20_000)
    assert not button.isEnabled()
    assert "number" in microscope._sentence.text()
    bench.shutdown()


def test_the_target_is_called_by_what_is_measured(qtbot: QtBot, window: MainWindow) -> None:
    bench, page = window.workbench, window.station("train").page
    page._form.complete()
    row = page._form.row("training.target_accuracy")
    assert row.label.text() == row.field.accessibleName() == "Target accuracy"
    bench.editor.apply_preset("hills")
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.goal == "number", timeout=20_000)
    assert row.label.text() == row.field.accessibleName() == "Target of R²"
    bench.editor.apply_preset("first-try")
    bench.editor.edit("data.generated_count", 200)
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.goal == "classes", timeout=20_000)
    assert row.label.text() == "Target accuracy"
