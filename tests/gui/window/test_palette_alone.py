"""The palette over pages that nobody has opened, trainings and runs: each in a window of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from engine.config import list_presets
from tests.gui.run_folders import write_run
from tests.gui.window.palette import go, opened, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 30_000
HOSTILE = "<b>bold</b> &amp; \u202eabc\n" + "x" * 500


def test_what_stands_on_a_page_that_nobody_has_opened_is_found_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    unseen = [station.name for station in window.body.stations if not station.is_built]
    assert unseen  # or the start waits for them
    palette = opened(window, qtbot)
    for words, station in (
        ("filter", "Runs"),
        ("compare mistakes", "Runs"),
        ("enough data", "Evaluate"),
        ("histograms", "Understand"),
        ("measure", "Evaluate"),
        ("eraser", "Pad"),
        ("width of the pen", "Pad"),
        ("hidden layers", "Train"),
        ("units", "Train"),
        ("activation", "Train"),
        ("add convolution", "Train"),
        ("moment of the run", "Train"),
        ("confusion matrix", "Evaluate"),
    ):
        assert any(thing.places[0] == station for thing in shown(palette, words)), words
    compare = next(thing for thing in shown(palette, "compare mistakes") if thing.places[0] == "Runs")
    assert compare.refusal() == "“Runs” does not show this now."
    known = {thing.key for thing in shown(palette, "")}
    palette.close()
    for name in unseen:
        window.show_station(name)
    assert {thing.key for thing in window.findables.all()} == known


def test_pages_are_built_while_nobody_types(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.waitUntil(lambda: all(station.is_built for station in window.body.stations), timeout=LONG)
    assert any(thing.places[0] == "Runs" for thing in shown(palette, "compare mistakes"))
    palette.close()


def test_the_palette_goes_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    window.close()
    assert not isValid(palette) or not palette.isVisible()


def test_a_view_of_a_network_is_turned_to_on_a_page_that_nobody_has_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 1)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    palette = opened(window, qtbot)
    qtbot.waitUntil(lambda: all(station.is_built for station in window.body.stations), timeout=LONG)
    view = shown(palette, "reading")[0]
    assert (view.names[0], view.places[0], view.refusal()) == ("Reading", "Understand", "")
    go(palette, qtbot, "reading")
    assert window.station("understand").page.view.name == "reading"
    assert window.station("understand").page.isVisible()


def test_it_follows_a_training_and_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 1000)
    bench.start()
    qtbot.waitUntil(lambda: bench.model is not None and bench.state.name == "TRAINING", timeout=LONG)
    palette = opened(window, qtbot)
    preset = shown(palette, list_presets()[0].title)[0]
    assert preset.refusal() == "Stop the training first."
    window.station("train")
    stop = next(thing for thing in shown(palette, "stop") if thing.names[0] == "Stop")
    assert stop.refusal() == ""
    palette._choose(stop.key)
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_of_a_thousand_runs_one_is_chosen_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    catalogue = window.workbench.catalogue
    write_run(catalogue.folder / "r1")
    catalogue.refresh()
    qtbot.waitUntil(lambda: len(catalogue.summaries) == 1, timeout=LONG)
    one = catalogue.summaries[0]
    many = {f"r{count}": replace(one, id=f"r{count}", name=f"run {count}") for count in range(2, 1001)}
    catalogue._summaries |= many | {"hostile": replace(one, id="hostile", name=HOSTILE)}
    things = window.findables.all()
    assert sum(thing.key.startswith("run ") for thing in things) == 1001
    palette = opened(window, qtbot)
    assert shown(palette, "bold")
    assert "\u202e" not in palette._rows.index(0).data()
    palette.grab()
    go(palette, qtbot, one.name)
    assert window.body.stations.rail.station == "runs"
    assert window.station("runs").page.list.chosen() == (one.id,)
