"""How everything stands in the window, as conditions look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from engine.lessons.state import BEGUN, CLEARED, DRAWN, ENDED, NAMED, PAUSED, Deed
from gui.lessons.watching import Watching
from gui.workbench import RunState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow


@pytest.fixture
def watching(window: MainWindow) -> Iterator[Watching]:
    made = Watching(window.workbench, window.body, window)
    yield made
    made.set_active(False)


def test_settings_pages_and_views_are_told(window: MainWindow, watching: Watching) -> None:
    window.workbench.editor.edit("training.epochs", 7)
    window.show_station("understand")
    window.station("understand").show_view("why")
    lab = watching.lab()
    assert (lab.experiment.training.epochs, lab.before.training.epochs) == (7, 3)
    assert (lab.station, lab.view, lab.has_data, lab.has_model) == ("understand", "why", True, False)
    watching.begin_step()
    assert watching.lab().before.training.epochs == 7
    window.workbench.editor.apply_preset("cnn")
    assert watching.lab().preset == "cnn"


def test_runs_count_from_the_beginning_of_the_lesson(
    window: MainWindow, watching: Watching, qtbot: QtBot
) -> None:
    bench = window.workbench

    def train() -> None:
        with qtbot.waitSignal(bench.run_finished, timeout=20_000):
            bench.start()

    train()
    first = watching.lab()
    assert first.run is not None
    assert (first.run.has_ended, first.run.is_new, first.run.figures["epochs"]) == (True, True, 3)
    assert {BEGUN, ENDED} <= first.happened
    assert first.previous is None
    watching.begin_step()
    assert not watching.lab().happened
    assert watching.lab().run is not None
    assert not watching.lab().run.is_new  # type: ignore[union-attr]
    bench.editor.edit("training.epochs", 1)
    train()
    second = watching.lab()
    assert second.previous is not None
    assert second.run is not None
    assert (second.previous.figures["epochs"], second.run.figures["epochs"]) == (3, 1)
    assert second.has_model
    watching.begin_lesson()
    assert watching.lab().run is None


def test_a_pause_is_noted(window: MainWindow, watching: Watching, qtbot: QtBot) -> None:
    window.workbench.step_batch()
    qtbot.waitUntil(lambda: window.workbench.state is RunState.PAUSED, timeout=20_000)
    lab = watching.lab()
    assert PAUSED in lab.happened
    assert lab.run is not None
    assert not lab.run.has_ended
    window.workbench.stop()
    qtbot.waitUntil(lambda: not window.workbench.running, timeout=20_000)


def test_the_pad_is_watched(window: MainWindow, watching: Watching) -> None:
    canvas = window.panel.canvas
    canvas.set_image(np.full((28, 28), 200, np.uint8))
    assert watching.lab().is_drawn
    assert CLEARED not in watching.lab().happened
    canvas.clear()
    assert not watching.lab().is_drawn
    assert CLEARED in watching.lab().happened


def test_any_pad_that_is_emptied_is_noted(window: MainWindow, watching: Watching) -> None:
    canvas = window.panel.canvas
    canvas.set_image(np.full((28, 28), 200, np.uint8))
    canvas.clear()
    assert CLEARED in watching.lab().happened
    watching.begin_step()
    assert CLEARED not in watching.lab().happened
    window.pad.emptied.emit()  # as each of its faces does
    assert CLEARED in watching.lab().happened


def test_drawings_of_ones_own_are_counted(window: MainWindow, watching: Watching) -> None:
    assert not watching.lab().drawings
    window.workbench.my_digits.add([np.array([[10.0, 10.0], [40.0, 60.0]])], "7", pen=20)
    lab = watching.lab()
    assert lab.drawings == {"7": 1}
    assert NAMED in lab.happened


def test_what_stations_achieve_is_noted(window: MainWindow, watching: Watching) -> None:
    deed = Deed("exported", "web")
    window.station("deploy").achieved.emit(deed)
    assert watching.lab().deeds == (deed,)
    watching.begin_lesson()
    assert not watching.lab().deeds


def test_the_microscope_is_seen(window: MainWindow, watching: Watching) -> None:
    assert not watching.lab().has_microscope
    window.station("train").page.show_microscope(shown=True)
    assert watching.lab().has_microscope


def test_it_looks_again_and_again_while_it_is_active(watching: Watching, qtbot: QtBot) -> None:
    with qtbot.waitSignals([watching.looked, watching.looked], timeout=5000):
        watching.set_active(True)


def test_of_a_stroke_under_way_nothing_is_read(
    window: MainWindow, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.body.pad, "newest_readings", lambda: [("7", 0.9)])
    canvas = window.panel.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert watching.lab().readings == ()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert watching.lab().readings == (("7", 0.9),)


def test_steps_of_the_preparation_that_are_off_are_seen(window: MainWindow, watching: Watching) -> None:
    assert watching.lab().is_prepared
    switch = window.panel.strip.findChild(QToolButton, "cropSwitch")
    assert switch is not None
    switch.click()
    assert not watching.lab().is_prepared


def test_what_lay_on_the_pad_before_the_step_was_not_drawn_in_it(
    window: MainWindow, watching: Watching
) -> None:
    canvas = window.panel.canvas
    canvas.set_image(np.full((28, 28), 200, np.uint8))
    assert DRAWN in watching.lab().happened
    watching.begin_step()
    assert DRAWN not in watching.lab().happened
