"""Teach My Digits from the window: the model learns, the figures are shown, and it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QProgressDialog, QPushButton

from engine.data.my_digits import my_digits
from engine.training.private.promise import SPENT
from gui.bench.kept_weights import Weights

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.data.station import DataStation
    from gui.workbench import Workbench

LONG = 30_000


def prepare(qtbot: QtBot, bench: Workbench) -> None:
    """Train a model, and draw fifteen flags that are to be a 4."""
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    for number in range(15):
        shift = np.array([3.0 * (number % 5), 2.0 * (number % 3)])
        mast = np.array([[150.0, 30.0], [150.0, 250.0]]) + shift
        sail = np.array([[150.0, 30.0], [60.0, 60.0], [150.0, 110.0]]) + shift
        my_digits().add([mast, sail], "4")


@pytest.fixture
def trained(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a trained model and fifteen flags."""
    prepare(qtbot, window.workbench)
    return window


@pytest.fixture
def flagged(qtbot: QtBot, station: DataStation) -> DataStation:
    """The station alone with them."""
    prepare(qtbot, station.workbench)
    return station


def right(bench: Workbench) -> int:
    model = bench.model
    assert model is not None
    data = my_digits().dataset()
    return int((model.recognizer.probabilities(data.images).argmax(1) == data.labels).sum())


def taught(qtbot: QtBot, window: MainWindow) -> QDialog:
    with qtbot.waitSignal(window.station("data").fine_tuning.taught, timeout=LONG):
        window.station("data").teach.trigger()
    dialog = window.findChild(QDialog, "taughtDialog")
    assert dialog is not None
    return dialog


def learnt(qtbot: QtBot, station: DataStation) -> QDialog:
    """Teach what was drawn; return what is told of it."""
    with qtbot.waitSignal(station.fine_tuning.taught, timeout=LONG):
        station.fine_tuning.start()
    dialog = station.place.window().findChild(QDialog, "taughtDialog")
    assert dialog is not None
    return dialog


def press(dialog: QDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_the_model_learns_and_is_unsaved(qtbot: QtBot, trained: MainWindow) -> None:
    model = trained.workbench.model
    assert model is not None
    model.saved = True
    before = right(trained.workbench)
    dialog = taught(qtbot, trained)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith(f"{before} of 15") for text in words)
    assert right(trained.workbench) > before
    assert any(text.startswith(f"{right(trained.workbench)} of 15") for text in words)
    press(dialog, "Keep")
    assert model.unsaved
    assert not model.kept
    taught_weights = model.recognizer.state
    trained.workbench.actions.view(0)
    assert not torch.equal(model.recognizer.state["output.weight"], taught_weights["output.weight"])
    trained.workbench.actions.view(None)
    assert torch.equal(model.recognizer.state["output.weight"], taught_weights["output.weight"])
    assert not model.kept
    assert trained.isWindowModified()
    assert not trained.workbench.model_is_older
    assert 0 <= model.results["test_accuracy"] <= 1


def test_it_can_be_taken_back(qtbot: QtBot, flagged: DataStation) -> None:
    model = flagged.workbench.model
    assert model is not None
    model.results[SPENT] = 1.0
    weights, results, step = model.recognizer.state, dict(model.results), model.step
    dialog = learnt(qtbot, flagged)
    assert SPENT not in model.results  # privacy is not promised of what it is taught
    assert any(not bool((weights[name] == value).all()) for name, value in model.recognizer.state.items())
    press(dialog, "Take Back")
    assert all(bool((weights[name] == value).all()) for name, value in model.recognizer.state.items())
    assert (model.results, model.step) == (results, step)


@pytest.mark.parametrize("kept", [False, True])
def test_a_moment_that_is_taught_is_no_moment_any_more(
    qtbot: QtBot, flagged: DataStation, *, kept: bool
) -> None:
    bench = flagged.workbench
    model, current = bench.model, bench.current_model
    assert model is not None
    bench.actions.view(0)
    weights = model.recognizer.state["output.weight"]
    if kept:
        current.keep(Weights(model.recognizer.state, 0, saved=False, kept=False))
    dialog = learnt(qtbot, flagged)
    taught_weights = model.recognizer.state["output.weight"]
    assert current.viewed is None
    bench.actions.view(4)
    bench.actions.view(None)
    assert torch.equal(model.recognizer.state["output.weight"], taught_weights)
    press(dialog, "Take Back")
    assert torch.equal(model.recognizer.state["output.weight"], weights)
    assert (current.viewed, current.is_home) == (0, kept)
    current.go_home()
    bench.actions.view(None)
    assert not torch.equal(model.recognizer.state["output.weight"], weights)


def test_escape_keeps_what_was_learnt(qtbot: QtBot, flagged: DataStation) -> None:
    dialog = learnt(qtbot, flagged)
    after = right(flagged.workbench)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert right(flagged.workbench) == after


def test_it_can_be_stopped(qtbot: QtBot, flagged: DataStation) -> None:
    flagged.workbench.editor.edit("training.epochs", 5)
    with qtbot.waitSignal(flagged.fine_tuning.taught, timeout=LONG):
        flagged.fine_tuning.start()
        flagged.place.window().findChild(QProgressDialog, "teachingProgress").canceled.emit()
    flagged.place.window().findChild(QDialog, "taughtDialog").accept()


def test_without_drawings_it_says_why(qtbot: QtBot, flagged: DataStation) -> None:
    my_digits().delete(*[entry.id for entry in my_digits().entries()])
    with qtbot.waitSignal(flagged.failed, timeout=LONG) as caught:
        flagged.fine_tuning.start()
    assert "nothing to teach" in caught.args[0].what


def test_without_a_model_it_is_not_offered(window: MainWindow) -> None:
    assert not window.station("data").teach.isEnabled()
    window.station("data").fine_tuning.start()
    assert window.notices.notice is not None
    assert not window.station("data").fine_tuning.busy


def test_closing_the_window_ends_a_lesson(trained: MainWindow) -> None:
    assert trained.workbench.model is not None
    trained.workbench.model.saved = True
    trained.station("data").fine_tuning.start()
    trained.close()
    assert not trained.station("data").fine_tuning.busy
