"""The trained network: opened from the empty pad and from File, tried, and saved elsewhere alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from engine.models.shipped import shipped_model
from gui.main_window import MainWindow
from gui.widgets.steady_focus import SteadyFocus
from gui.workbench import RunState, Workbench
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("few_images")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.fixture
def bench(window: MainWindow) -> Workbench:
    return window.workbench


def offer(window: MainWindow) -> QPushButton:
    found = window.findChild(QPushButton, "tryTrainedButton")
    assert isinstance(found, QPushButton)
    return found


def test_the_empty_pad_offers_a_trained_one_that_reads_at_once(window: MainWindow, qtbot: QtBot) -> None:
    assert offer(window).isVisible()
    QTest.mouseClick(offer(window), LEFT)
    assert not offer(window).isVisible()
    pull(window.panel.canvas, SEVEN)
    [(name, share)] = window.panel.readings()
    assert (name, share > 0.5) == ("7", True)
    assert "trained network" in window.windowTitle()


def test_its_settings_come_with_it_and_are_undone(window: MainWindow) -> None:
    bench = window.workbench
    before = bench.experiment
    window.menus.open_shipped.trigger()
    assert bench.model is not None
    assert bench.experiment == bench.model.experiment
    assert not bench.model.unsaved
    bench.undo_stack.undo()
    assert bench.experiment == before


def test_saving_it_asks_for_a_place_and_leaves_it_alone(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = shipped_model().read_bytes()
    window.menus.open_shipped.trigger()
    asked: list[Path] = []
    target = tmp_path / "mine.safetensors"

    def choose(_parent: object, _title: str, start: Path, *_more: object) -> Path:
        asked.append(start)
        return target

    monkeypatch.setattr("gui.window.model_files.ask_where", choose)
    assert window.files.save()
    assert len(asked) == 1
    assert asked[0].parent != shipped_model().parent
    assert target.exists()
    assert shipped_model().read_bytes() == ours
    assert "mine.safetensors" in window.windowTitle()
    assert window.workbench.preferences.recent_files == (target,)  # its own file is no recent one


def test_unsaved_work_is_asked_about_first(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    assert bench.model is not None
    bench.model.kept = bench.model.saved = False
    own = bench.model
    window.menus.open_shipped.trigger()
    box = window.findChild(QMessageBox, "unsavedDialog")
    assert box is not None
    assert bench.model is own
    box.button(QMessageBox.StandardButton.Discard).click()
    assert bench.model.is_shipped


def test_it_is_not_offered_where_a_network_is_there_or_coming(window: MainWindow, bench: Workbench) -> None:
    window.panel.set_coming(True)
    assert not offer(window).isVisible()
    window.panel.set_coming(False)
    assert offer(window).isVisible()
    window.panel.set_predictor(None, ("shirt", "shoe"))
    assert not offer(window).isVisible()
    window.panel.set_predictor(None, tuple("0123456789"))
    assert offer(window).isVisible()
    bench.start()
    assert bench.state is not RunState.IDLE
    assert not window.menus.open_shipped.isEnabled()
    bench.stop()


def test_asked_for_before_pytorch_is_there_it_opens_once(
    own_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, bench = own_window, own_window.workbench
    opened: list[object] = []
    open_model = bench.open_model

    def counted(path: Path, **options: bool) -> None:
        opened.append(path)
        open_model(path, **options)

    monkeypatch.setattr(bench, "open_model", counted)
    with qtbot.waitSignal(bench.loader.warmed_up, timeout=60_000):
        bench.loader.warm_up()
        QTest.mouseClick(offer(window), LEFT)
        QTest.mouseClick(offer(window), LEFT)
        assert opened == []
    qtbot.waitUntil(lambda: len(opened) > 0)
    assert opened == [shipped_model()]


def test_until_it_opens_the_pad_says_that_it_comes(own_window: MainWindow, qtbot: QtBot) -> None:
    window, bench = own_window, own_window.workbench
    said = window.findChild(QLabel, "predictionLabel")
    assert isinstance(said, QLabel)
    assert said.text() == "Train first, then draw"
    with qtbot.waitSignal(bench.loader.warmed_up, timeout=60_000):
        bench.loader.warm_up()
        window.files.open_shipped()
        assert said.text() == "The network is on its way …"
        assert not offer(window).isVisible()
    qtbot.waitUntil(lambda: bench.model is not None)
    assert said.text() == "Draw a digit"
    assert not window.files.is_coming


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ([SEVEN], "7 · "),
        ([[(0.15 + 0.05 * step, 0.25 if step % 2 else 0.75) for step in range(15)]], "No digit?"),
        ([[(0.25, 0.25), (0.75, 0.75)], [(0.75, 0.25), (0.25, 0.75)]], "No digit?"),
    ],
    ids=["seven", "zigzag", "cross"],
)
def test_what_it_takes_for_no_digit_is_said(
    window: MainWindow, paths: list[list[tuple[float, float]]], words: str
) -> None:
    window.files.open_shipped()
    for path in paths:
        pull(window.panel.canvas, path)
    assert window.panel.readings()
    said = window.findChild(QLabel, "predictionLabel")
    assert isinstance(said, QLabel)
    QApplication.processEvents()
    assert said.text().startswith(words)


def test_by_keyboard(window: MainWindow) -> None:
    SteadyFocus.lead_to(offer(window), Qt.FocusReason.TabFocusReason)
    QTest.keyClick(offer(window), Qt.Key.Key_Space)
    assert window.workbench.model is not None
    assert window.panel.canvas.hasFocus()


def test_what_is_broken_is_told(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "pen.safetensors"
    broken.write_bytes(b"no model")
    monkeypatch.setattr("gui.window.model_files.shipped_model", lambda: broken)
    window.menus.open_shipped.trigger()
    assert window.workbench.model is None
    assert window.notices.isVisible()
    assert broken.exists()
