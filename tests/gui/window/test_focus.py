"""The keyboard in the whole window: Tab in reading order at each station, Space to train, a focus that stays."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from gui.pad.place import Place
from gui.window import registry
from gui.workbench import RunState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 30_000
STATIONS = [kind.name for kind in registry.STATIONS]


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.fixture
def active(qtbot: QtBot, window: MainWindow) -> MainWindow:
    return activated(qtbot, window)


def activated(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def trained(qtbot: QtBot, active: MainWindow) -> MainWindow:
    with qtbot.waitSignal(active.workbench.run_finished, timeout=LONG):
        active.workbench.start()
    return active


def walk(window: MainWindow) -> list[QWidget]:
    """Press Tab until it has come round."""
    stops: list[QWidget] = []
    while True:
        press(window, Qt.Key.Key_Tab)
        if focus() in stops:
            assert focus() is stops[0]
            return stops
        stops.append(focus())


def test_tab_goes_rail_page_pad_in_reading_order(trained: MainWindow, qtbot: QtBot) -> None:
    for station in STATIONS:
        look_at_tab(trained, station, qtbot)


def look_at_tab(trained: MainWindow, station: str, qtbot: QtBot) -> None:
    trained.show_station(station)
    page = trained.station(station).page
    qtbot.waitUntil(page.isVisible)
    stops = walk(trained)
    in_rail = next(place for place, stop in enumerate(stops) if trained.rail.isAncestorOf(stop))
    stops = stops[in_rail:] + stops[:in_rail]  # it comes round; where it began does not matter
    parts = (trained.rail, page, trained.panel, trained.body.pad_placement.edge, trained.run_bar)
    where = [next(i for i, part in enumerate(parts) if part.isAncestorOf(w) or part is w) for w in stops]
    assert where == sorted(where), station
    assert where.count(0) == 1, station
    inside = [stop for stop in stops if page.isAncestorOf(stop)]
    assert len(inside) > 2, station
    for one, other in pairwise(inside):
        if (
            one.parentWidget() is other.parentWidget()
        ):  # as neighbours stand: below, or in the same row to the right
            a, b = one.geometry(), other.geometry()
            assert b.top() >= a.center().y() or b.left() > a.left(), (one, other)


def test_nothing_of_a_run_moves_the_focus(active: MainWindow, qtbot: QtBot) -> None:
    bench = active.workbench
    bench.editor.edit("training.epochs", 10_000)
    rest = active.body
    for place in (rest, active.findChild(QWidget, "presetCombo"), active.findChild(QWidget, "learningRate")):
        place.setFocus()
        for act, state in (
            (bench.start, RunState.TRAINING),
            (bench.pause, RunState.PAUSED),
            (bench.start, RunState.TRAINING),
            (bench.stop, RunState.IDLE),
        ):
            act()
            qtbot.waitUntil(lambda state=state: bench.state is state, timeout=LONG)
            assert focus() in (place, rest)
        assert focus() is place


def test_neither_theme_undo_notices_nor_stations_move_it(trained: MainWindow) -> None:
    field = trained.findChild(QWidget, "epochs")
    field.setFocus()
    trained.set_theme("dark")
    assert focus() is field
    trained.set_theme("light")
    trained.workbench.editor.edit("network.hidden", "8,8")
    trained.undo.undo_action.trigger()
    assert focus() is field
    trained.words.show_sentence("Something.")
    assert focus() is field
    trained.words.clear()
    assert focus() is field
    for station in (*STATIONS, "train"):
        trained.show_station(station)
        assert focus() is trained.body


def test_what_is_pressed_and_gone_gives_the_focus_to_nobody(active: MainWindow) -> None:
    active.words.show_sentence("Something.")
    close = active.findChild(QToolButton, "noticeClose")
    close.setFocus()
    close.click()
    assert not close.isVisible()
    assert focus() is active.body


def test_space_trains_and_pauses_wherever_the_mouse_was(active: MainWindow, qtbot: QtBot) -> None:
    bench = active.workbench
    bench.editor.edit("training.epochs", 10_000)
    names = (
        "trainButton",
        "stepBatchButton",
        "presetCombo",
        "optimizer",
        "lossPlot",
        "drawingCanvas",
        "addLayerButton",
    )
    for name in names:
        part = active.findChild(QWidget, name)
        part.setFocus(Qt.FocusReason.MouseFocusReason)
        before = bench.state
        press(active, Qt.Key.Key_Space)
        assert bench.state is not before, name
        qtbot.waitUntil(lambda: bench.state in (RunState.TRAINING, RunState.PAUSED), timeout=LONG)
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def test_space_presses_what_was_searched_for(active: MainWindow, qtbot: QtBot) -> None:
    active.show_station("train")
    found = {thing.names[0]: thing for thing in active.findables.all() if thing.places[0] == "Train"}
    found["Add dense layer"].go()
    qtbot.waitUntil(lambda: focus().objectName() == "addLayerButton", timeout=LONG)
    before = active.workbench.experiment.network
    press(active, Qt.Key.Key_Space)
    assert active.workbench.experiment.network != before
    assert active.workbench.state is RunState.IDLE


def test_space_in_text_is_a_space(own_window: MainWindow, qtbot: QtBot) -> None:
    active = activated(qtbot, own_window)  # what is no number stays in its field
    for name in ("epochs", "learningRate"):
        active.findChild(QWidget, name).setFocus()
        press(active, Qt.Key.Key_Space)
        assert active.workbench.state is RunState.IDLE


def test_a_pad_in_a_window_of_its_own_has_the_keys_too(active: MainWindow, qtbot: QtBot) -> None:
    bench = active.workbench
    bench.editor.edit("training.epochs", 10_000)
    active.body.pad_placement.set_place(Place.FLOATING)
    pad = active.panel.window()
    pad.activateWindow()
    qtbot.waitUntil(pad.isActiveWindow)
    press(active, Qt.Key.Key_Tab)
    assert focus() is active.panel.canvas
    QTest.keyClick(pad, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
    pen = active.findChild(QWidget, "penWidth")
    pen.setFocus()
    pen.setEnabled(False)
    assert focus() is pad
    pen.setEnabled(True)
    assert focus() is pen
    QTest.keyClick(pad, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def test_a_tour_by_keyboard_alone(active: MainWindow, qtbot: QtBot) -> None:
    bench = active.workbench
    press(active, Qt.Key.Key_Tab)
    for name in (*STATIONS[2:], *STATIONS[-2::-1]):  # down the rail and up again
        press(
            active,
            Qt.Key.Key_Down if STATIONS.index(name) > STATIONS.index(active.rail.station) else Qt.Key.Key_Up,
        )
        assert active.rail.station == name
    while focus().objectName() != "trainButton":
        press(active, Qt.Key.Key_Backtab)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        press(active, Qt.Key.Key_Space)
    assert isinstance(focus(), QPushButton)
    assert focus().objectName() == "trainButton"
