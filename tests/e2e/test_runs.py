"""Runs in the real window: closed in the middle, offered, gone on with, looked back through, branched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from engine.storage.runs.summary import RunSummary
    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow

LONG = 60_000
LENGTHY = 30  # epochs: a second or so, so that a run can be met in its middle


@pytest.fixture
def open_window(qtbot: QtBot, unstyled: None) -> Iterator[Callable[[], MainWindow]]:
    """Open the program's window, as often as one likes."""
    from engine.config import load_preset
    from gui.main_window import MainWindow

    opened: list[MainWindow] = []

    def open_it() -> MainWindow:
        experiment = load_preset("first-try").with_(**{"data.generated_count": 1500, "training.epochs": 3})
        window = MainWindow(Workbench(experiment))
        opened.append(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_it
    for window in opened:
        if window.workbench.model is not None:
            window.workbench.model.saved = True
        window.close()
        window.deleteLater()


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name) or window.findChild(QToolButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, window: MainWindow, begin: Callable[[], None]) -> None:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        begin()


def test_runs_closed_in_the_middle_are_offered_and_gone_on_with_to_the_bit(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.workbench.editor.edit("training.epochs", LENGTHY)
    finish(qtbot, window, window.workbench.start)
    whole, state = window.workbench.history, window.workbench.model.recognizer.state
    for paused in (True, False):
        bench = window.workbench
        with qtbot.waitSignal(bench.run_started, timeout=LONG):
            bench.start()
        qtbot.waitUntil(lambda bench=bench: len(bench.history) > 20, timeout=LONG)
        if paused:
            press(window, "trainButton")
        window.close()
        assert not window.isVisible()  # nothing is lost, so nothing is asked
        assert len(bench.history) < len(whole)

        window = open_window()
        again = window.workbench
        window.workbench.catalogue.refresh()
        button = window.findChild(QPushButton, "noticeAction")
        qtbot.waitUntil(lambda button=button: button.isVisible() and "esume" in button.text(), timeout=LONG)
        finish(qtbot, window, button.click)
        assert again.experiment.training.epochs == LENGTHY
        np.testing.assert_array_equal(again.history.losses, whole.losses)
        np.testing.assert_array_equal(again.history.validation_losses, whole.validation_losses)
        found = again.model.recognizer.state
        assert all(torch.equal(found[name], state[name]) for name in state)
    assert [run.status.value for run in summaries(qtbot, window)] == ["done"] * 3


def summaries(qtbot: QtBot, window: MainWindow) -> tuple[RunSummary, ...]:
    catalogue = window.workbench.catalogue
    qtbot.waitUntil(lambda: not catalogue.busy, timeout=LONG)
    catalogue.refresh()
    qtbot.waitUntil(lambda: not catalogue.busy, timeout=LONG)
    return catalogue.summaries


def test_going_back_in_time_shows_what_the_network_knew(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    bench, machine = window.workbench, window.station("train").page.time_machine
    finish(qtbot, window, bench.start)
    newest = bench.model.recognizer.state
    right = machine.examples.right()
    steps = [moment.step for moment in machine.bar.moments()]
    assert steps[:4] == [0, 1, 2, 4]
    assert steps[-1] == len(bench.history)
    machine.bar.findChild(QWidget, "timeSlider").setValue(0)
    assert bench.current_model.viewed == 0
    assert bench.model.step == 0
    untrained = bench.current_run.weights(0)
    assert all(torch.equal(untrained[name], bench.model.recognizer.state[name]) for name in untrained)
    assert machine.examples.right() < right
    machine.bar.findChild(QWidget, "timeSlider").setValue(len(steps))
    assert bench.current_model.viewed is None
    assert all(torch.equal(newest[name], bench.model.recognizer.state[name]) for name in newest)
    assert machine.examples.right() == right


def test_looking_back_while_it_trains_and_keeping_what_was_found(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    bench, machine = window.workbench, window.station("train").page.time_machine
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: len(bench.history.epochs) > 1, timeout=LONG)
    slider = machine.bar.findChild(QWidget, "timeSlider")
    slider.setValue(3)
    assert (bench.current_model.viewed, bench.state) == (4, RunState.TRAINING)
    seen = bench.model.recognizer.state
    epochs = len(bench.history.epochs)
    qtbot.waitUntil(lambda: len(bench.history.epochs) > epochs + 1, timeout=LONG)
    assert all(torch.equal(seen[name], bench.model.recognizer.state[name]) for name in seen)  # still the past
    finish(qtbot, window, lambda: press(window, "keepButton"))
    qtbot.waitUntil(lambda: bench.current_model.is_home, timeout=LONG)
    assert bench.model.step == 4
    assert bench.model.unsaved
    assert all(torch.equal(seen[name], bench.model.recognizer.state[name]) for name in seen)


def test_a_branch_begins_with_the_weights_of_its_moment(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    bench, machine = window.workbench, window.station("train").page.time_machine
    finish(qtbot, window, bench.start)
    first = bench.current_run.run.id
    slider = machine.bar.findChild(QWidget, "timeSlider")
    slider.setValue(5)
    step = bench.current_model.viewed
    weights = bench.current_run.weights(step)
    press(window, "branchButton")
    assert "begins with the weights" in window.findChild(QLabel, "noticeLabel").text()
    bench.editor.edit("training.learning_rate", 0.0005)
    finish(qtbot, window, bench.start)
    assert bench.current_run.branch is None
    start = bench.current_run.weights(0)
    assert all(torch.equal(weights[name], start[name]) for name in weights)
    newest = summaries(qtbot, window)[0]
    assert (newest.parent, newest.experiment.training.learning_rate) == (first, 0.0005)


def test_a_branch_that_no_longer_fits_is_said(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    bench, machine = window.workbench, window.station("train").page.time_machine
    finish(qtbot, window, bench.start)
    machine.bar.findChild(QWidget, "timeSlider").setValue(2)
    press(window, "branchButton")
    bench.editor.edit("network.hidden", "7")
    with qtbot.waitSignal(bench.failed, timeout=LONG) as signal:
        bench.start()
    assert "do not belong" in str(signal.args[0])
    qtbot.waitUntil(lambda: bench.state is RunState.FAILED, timeout=LONG)


def test_two_ways_to_begin_again(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    bench = window.workbench
    finish(qtbot, window, bench.start)
    losses = bench.history.losses.copy()
    finish(qtbot, window, lambda: press(window, "restartButton"))
    np.testing.assert_array_equal(bench.history.losses, losses)
    seed = bench.experiment.training.seed
    finish(qtbot, window, lambda: press(window, "newSeedButton"))
    assert bench.experiment.training.seed != seed
    assert not np.array_equal(bench.history.losses, losses)
    window.undo.undo_action.trigger()
    assert bench.experiment.training.seed == seed


def test_restarting_amid_a_run_ends_it_first(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    bench = window.workbench
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: len(bench.history) > 10, timeout=LONG)
    first = bench.current_run.run.id
    press(window, "restartButton")
    qtbot.waitUntil(
        lambda: bench.current_run.run is not None and bench.current_run.run.id != first, timeout=LONG
    )
    finish(qtbot, window, bench.stop)
    assert {run.id: run.status.value for run in summaries(qtbot, window)}[first] == "stopped"


def test_a_home_without_room_is_said_and_stops_nothing(
    qtbot: QtBot, open_window: Callable[[], MainWindow], isolated_home: Path
) -> None:
    window = open_window()
    (isolated_home / "runs").write_text("a file")
    notices = []
    window.workbench.current_run.write_error_changed.connect(
        lambda _error: notices.append(window.findChild(QLabel, "noticeLabel").text())
    )
    finish(qtbot, window, window.workbench.start)
    assert "not being written" in notices[0]
    assert "not on the disk" in notices[-1]
    assert window.workbench.state is RunState.IDLE
    assert window.files.work_is_unsaved


def test_resuming_from_the_runs_station_with_more_epochs(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    bench = window.workbench
    finish(qtbot, window, bench.start)
    run = bench.current_run.run.id
    assert summaries(qtbot, window)[0].test_accuracy is not None
    window.show_station("runs")
    finish(qtbot, window, lambda: window.station("runs").resume(run, 2))
    assert window.rail.station == "train"
    assert bench.experiment.training.epochs == 5
    assert list(bench.history.epochs) == [1, 2, 3, 4, 5]
    assert len(summaries(qtbot, window)) == 1
