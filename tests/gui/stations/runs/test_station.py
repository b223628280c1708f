"""A run of an earlier day comes back at the start: offered once, calmly, with its model and its curves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from engine.config import Experiment
from engine.storage.runs import folder
from engine.training.history import History
from gui.look.spoken import words_of
from gui.main_window import MainWindow
from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def open_window(qtbot: QtBot, small: Experiment, unstyled: None) -> Iterator[Callable[[], MainWindow]]:
    opened: list[MainWindow] = []

    def open_it() -> MainWindow:
        window = MainWindow(Workbench(small))
        opened.append(window)
        window.show()
        return window

    yield open_it
    for window in opened:
        window.close()
        window.deleteLater()


def read_runs(qtbot: QtBot, window: MainWindow) -> None:
    catalogue = window.workbench.catalogue
    with qtbot.waitSignal(catalogue.changed, timeout=LONG):
        catalogue.refresh()


@pytest.fixture
def before(qtbot: QtBot, small: Experiment) -> Callable[..., Workbench]:
    """Train a run of an earlier day with these settings."""

    def train(**training: object) -> Workbench:
        bench = Workbench(small.with_(**{f"training.{name}": value for name, value in training.items()}))
        with qtbot.waitSignal(bench.run_finished, timeout=LONG):
            bench.start()
        bench.shutdown()
        return bench

    return train


def train_and_close(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    window.close()


@pytest.mark.parametrize("early", [0, 2])
def test_a_finished_run_is_brought_back_by_one_click(
    qtbot: QtBot,
    before: Callable[..., Workbench],
    open_window: Callable[[], MainWindow],
    early: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if early:  # as a very long run, which is read beside the window
        monkeypatch.setattr(folder, "LONG_BYTES", 0)
    trained = before(epochs=40 if early else 3, early_stopping=early, learning_rate=0.1)
    assert trained.model is not None
    window = open_window()
    bench = window.workbench
    read_runs(qtbot, window)
    assert window.notices.notice is not None
    assert "is finished" in words_of(window.notices.notice.text)
    button = window.findChild(QPushButton, "noticeAction")
    assert button is not None

    button.click()

    assert (bench.model is None) == bool(early)
    qtbot.waitUntil(lambda: bench.model is not None)
    assert window.notices.notice is None
    assert bench.model is not None
    assert bench.experiment == trained.experiment
    np.testing.assert_array_equal(bench.history.losses, trained.history.losses)
    state = trained.model.recognizer.state
    assert all(torch.equal(tensor, state[name]) for name, tensor in bench.model.recognizer.state.items())
    assert bench.model.step == trained.model.step
    assert str(bench.outcome) == str(trained.outcome) != ""
    assert bench.moment_at_hand == trained.moment_at_hand
    assert {moment.step for moment in bench.current_run.moments} >= {0, 1, 2, 4, 8}
    label = window.findChild(QLabel, "stateLabel")
    assert label is not None
    assert label.text().startswith("Stopped early" if early else "Done · 3 of 3 epochs")
    assert not window.files.work_is_unsaved
    machine = window.station("train").page.time_machine
    machine.bar.go_near(2)
    assert bench.model.step == 2
    machine.bar.go_near(10**6)
    assert bench.model.step == bench.history.steps[-1]
    if early:
        assert bench.current_model.home is not None
        bench.current_model.go_home()
        assert bench.model.step == trained.model.step


def test_what_was_closed_once_is_not_offered_again(
    qtbot: QtBot, before: Callable[..., Workbench], open_window: Callable[[], MainWindow]
) -> None:
    before()
    window = open_window()
    read_runs(qtbot, window)
    close = window.findChild(QToolButton, "noticeClose")
    assert close is not None
    close.click()
    window.close()
    window = open_window()
    read_runs(qtbot, window)
    assert window.notices.notice is None
    train_and_close(qtbot, window)
    window = open_window()
    read_runs(qtbot, window)
    assert window.notices.notice is not None  # another run


def test_an_offer_goes_with_a_new_run(
    qtbot: QtBot, before: Callable[..., Workbench], open_window: Callable[[], MainWindow]
) -> None:
    before()
    window = open_window()
    read_runs(qtbot, window)
    assert window.notices.notice is not None
    train_and_close(qtbot, window)
    assert window.notices.notice is None


def test_the_run_at_hand_is_followed_without_reading_it_again_and_again(
    qtbot: QtBot, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    history = folder.RunFolder.history

    def noted(run: folder.RunFolder) -> History:
        read.append(run.id)
        return history(run)

    monkeypatch.setattr(folder.RunFolder, "history", noted)
    window = open_window()
    bench = window.workbench
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: len(bench.history.epochs) > 0, timeout=LONG)
    name = bench.current_run.run.id
    window.show_station("runs")  # not before: a run that is on the disk before it is told of is read once
    page = window.station("runs").page
    qtbot.waitUntil(lambda: bench.catalogue.get(name) is not None, timeout=LONG)
    page.choose(name)
    assert page.curves._histories[name] is bench.history
    done = bench.catalogue.get(name).epoch

    def has_grown() -> bool:
        bench.catalogue.refresh()
        return bench.catalogue.get(name).epoch > done

    qtbot.waitUntil(has_grown, timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.stop()
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: not bench.catalogue.busy, timeout=LONG)
    assert page.curves._histories[name] is bench.history
    assert read == []
