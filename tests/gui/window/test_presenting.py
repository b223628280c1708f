"""In front of a class: curves and pad alone, in large letters; afterwards all is as it was, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gui.look import text_size
from gui.main_window import MainWindow
from gui.pad.place import Place
from gui.window.presenting import MOST, percent_for
from gui.workbench import RunState, Workbench
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or windows change, too
    text_size.apply(qapp, 100)


def shown(window: MainWindow) -> dict[str, bool]:
    """Which parts of the frame and of the Train page are to be seen."""
    names = (
        "rail",
        "trainSideSplitter",
        "runCurves",
        "drawingPanel",
        "presetCombo",
        "leavePresentingButton",
        "inkStrip",
    )
    parts: dict[str, QWidget] = {name: window.findChild(QWidget, name) for name in names}
    parts |= {"menus": window.menuBar(), "status": window.statusBar(), "edge": window.body.pad_placement.edge}
    return {name: part is not None and part.isVisible() for name, part in parts.items()}


def standing(window: MainWindow) -> tuple[object, ...]:
    """How everything in the window stands."""
    splitters = {
        each.objectName(): each.sizes() for each in window.findChildren(QSplitter) if each.isVisible()
    }
    named = {name: splitters.get(name) for name in ("mainSplitter", "trainSplitter", "trainSideSplitter")}
    places = window.size(), window.windowState(), window.body.stations.rail.station, text_size.percent()
    return *places, window.body.pad_placement.standing(), named, shown(window), window.focusWidget()


def settled() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("size", "percent"),
    [(QSize(1280, 720), 165), (QSize(1920, 1080), 245), (QSize(1024, 600), 130), (QSize(4000, 4000), MOST)],
)
def test_letters_are_a_share_of_the_picture(size: QSize, percent: int) -> None:
    assert percent_for(size, 13.3, 100) == percent
    assert percent_for(size, 13.3, 400) == 400  # never smaller than is preferred


def test_curves_and_pad_alone_and_all_as_before(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    window.body.pad_placement.set_width(330)
    window.findChild(QSplitter, "trainSplitter").setSizes([430, 500])
    settled()
    train = standing(window)
    sides = {splitter.objectName(): splitter.sizes() for splitter in window.findChildren(QSplitter)}
    window.show_station("evaluate")
    window.rail.findChild(QWidget, "evaluateStationButton").setFocus()
    settled()
    before = standing(window)
    bench.start()
    qtbot.waitUntil(lambda: bench.state is not RunState.PREPARING, timeout=20_000)
    QTest.keyClick(window, Qt.Key.Key_F5)
    settled()
    assert window.presenting.active
    assert window.menus.present.isChecked()
    assert {name for name, is_seen in shown(window).items() if is_seen} == {
        "runCurves", "drawingPanel", "leavePresentingButton",
    }  # fmt: skip
    assert text_size.percent() > 100
    assert window.isFullScreen()
    assert window.panel.bars.height() > 10 * 14
    qtbot.waitUntil(lambda: not bench.running, timeout=20_000)
    window.workbench.model.saved = True
    window.findChild(QWidget, "leavePresentingButton").click()
    settled()
    assert not window.presenting.active
    assert not window.menus.present.isChecked()
    assert standing(window) == before
    window.show_station("train")
    window.body.setFocus()
    settled()
    assert standing(window)[:5] == train[:5]
    at = {splitter.objectName(): splitter.sizes() for splitter in window.findChildren(QSplitter)}
    assert (at["trainSplitter"], at["trainSideSplitter"]) == (
        sides["trainSplitter"],
        sides["trainSideSplitter"],
    )


@pytest.mark.usefixtures("few_images")
def test_the_pad_is_alone_where_a_network_was_opened_and_there_are_no_curves(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    before = window.panel.width()
    window.presenting.begin(full_screen=False)
    settled()
    assert shown(window)["runCurves"]  # of an untrained one, Train is what comes next
    window.files.open_shipped()
    settled()
    assert not shown(window)["runCurves"]
    assert window.panel.width() > 0.95 * window.width()
    window.show_station("evaluate")
    settled()
    assert window.body.stations.pages.isVisible()
    window.show_station("train")
    settled()
    assert not shown(window)["runCurves"]
    bench.undo_stack.undo()  # back to settings that are trained in a moment
    bench.start()
    settled()
    assert shown(window)["runCurves"]
    qtbot.waitUntil(lambda: not bench.running and window.panel.width() < 0.5 * window.width(), timeout=20_000)
    assert shown(window)["runCurves"]
    window.presenting.end()
    settled()
    assert window.panel.width() == before


def test_who_comes_to_draw_sees_the_pad_alone_before_the_network_is_there(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    before = standing(window)
    window.presenting.begin(full_screen=False, pad_first=True)
    settled()
    assert not shown(window)["runCurves"]
    bench.start()
    settled()
    assert shown(window)["runCurves"]
    qtbot.waitUntil(lambda: 0.6 < window.panel.width() / window.width() < 0.7, timeout=20_000)
    qtbot.waitUntil(lambda: not bench.running, timeout=20_000)
    window.presenting.end()
    settled()
    assert standing(window)[:5] == before[:5]
    window.presenting.begin(full_screen=False)  # asked for in the usual way, it is not remembered
    settled()
    assert window.panel.width() < 0.5 * window.width()


def test_keys_steer_it_and_escape_ends_it_when_the_paper_is_blank(window: MainWindow) -> None:
    window.body.pad_placement.fold()
    window.presenting.begin(full_screen=False)
    settled()
    canvas = window.panel.canvas
    assert canvas.isVisible()  # though it was folded away
    pull(canvas, SEVEN)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.is_empty
    assert window.presenting.active
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)  # of a menu out of sight
    assert window.body.stations.rail.station != "train"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not window.presenting.active
    assert window.body.pad_placement.place is Place.HIDDEN
    assert window.body.stations.rail.station == "train"
    window.presenting.begin(full_screen=False, bar=False, keys=False)
    settled()
    assert not window.run_bar.isVisible()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(canvas, key)
    assert window.presenting.active


def test_words_that_pass_by_meanwhile_leave_the_bar_below_as_low_as_it_was(window: MainWindow) -> None:
    bar = window.statusBar()
    before = bar.height(), window.body.size()
    window.presenting.begin(full_screen=False)
    settled()
    bar.showMessage("saved")
    settled()
    window.presenting.end()
    settled()
    assert (bar.height(), window.body.size()) == before


def test_a_lesson_goes_out_of_sight_and_comes_back(window: MainWindow) -> None:
    window.lessons.show()
    settled()
    panel = window.lessons.panel
    before = panel.width()
    window.presenting.begin(full_screen=False)
    settled()
    assert not panel.isVisible()
    window.presenting.end()
    settled()
    assert panel.isVisible()
    assert panel.width() == before


def test_nothing_of_it_is_remembered(window: MainWindow, bench: Workbench) -> None:
    window.body.pad_placement.set_width(340)
    settled()
    window.presenting.begin(full_screen=False)
    settled()
    bench.preferences.set_value("text_size", 125)
    settled()
    assert text_size.percent() > 125
    assert not QSettings().allKeys()  # as if the program were killed now
    window.close()
    assert text_size.percent() == 125
    again = MainWindow(Workbench(bench.experiment))
    again.show()
    settled()
    assert shown(again)["rail"]
    assert not again.isFullScreen()
    assert again.body.pad_placement.width == 340
    again.close()
    again.deleteLater()
