"""The lab made ready for the next class: all as at a first start, runs kept, and undo brings back what it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QToolButton

from engine.config import list_presets
from gui.look.allowed import refusal_of
from gui.main_window import MainWindow
from gui.pad.plane.pad import PlanePad
from gui.pad.sketch import PEN_WIDTH, Tool
from gui.widgets.fields.number_fields import IntField
from gui.widgets.message_box import MessageBox
from gui.workbench import Workbench
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def dialog(window: MainWindow, name: str = "labResetDialog") -> MessageBox:
    found = [box for box in window.findChildren(MessageBox) if box.objectName() == name and box.isVisible()]
    assert len(found) == 1
    return found[0]


def press(box: MessageBox, role: MessageBox.ButtonRole) -> None:
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    for _ in range(4):
        QApplication.processEvents()


def trained(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    bench.start()
    assert not window.menus.reset_lab.isEnabled()
    assert refusal_of(window.menus.reset_lab)
    qtbot.waitUntil(lambda: not bench.running, timeout=20_000)
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: len(bench.catalogue.summaries) == 1)


def test_all_as_at_a_first_start_and_back(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    trained(qtbot, window, bench)
    settings, model, history = bench.experiment, bench.model, bench.history
    pull(window.panel.canvas, SEVEN)
    window.show_station("runs")
    qtbot.waitUntil(lambda: bool(window.station("runs").page.list.chosen()))
    cleared: list[str] = []
    lesson = next(iter(window.lessons.all()))
    window.lessons.progress.finish(lesson)
    window.lab_reset.add(lambda: "the lessons", lambda: cleared.append("lessons"))
    window.menus.reset_lab.trigger()
    assert "the lessons" in dialog(window).informativeText()
    press(dialog(window), MessageBox.ButtonRole.RejectRole)
    assert bench.model is model  # asked first
    window.menus.reset_lab.trigger()
    press(dialog(window), MessageBox.ButtonRole.AcceptRole)
    assert bench.experiment == list_presets()[0].experiment
    assert bench.model is None
    assert len(bench.history) == 0
    assert bench.current_run.run is None
    assert window.panel.canvas.is_empty
    assert window.panel.probabilities() is None
    assert window.body.stations.rail.station == "train"
    assert not window.station("runs").page.list.chosen()
    assert cleared == ["lessons"]
    assert not window.lessons.progress.is_done(lesson)
    assert len(bench.catalogue.summaries) == 1  # runs stay
    for station in window.body.stations:  # each can be shown without a model
        window.show_station(station.name)
        QApplication.processEvents()
    window.show_station("train")
    window.undo.undo()
    assert (bench.experiment, bench.model, bench.history) == (settings, model, history)
    assert window.panel.canvas.is_empty
    window.undo.undo()
    assert not window.panel.canvas.is_empty
    assert (bench.experiment, bench.model) == (settings, model)


def test_tools_words_and_what_is_half_typed_are_as_at_first(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    panel, epochs = window.panel, window.findChild(IntField, "epochs")
    window.lab_reset._reset([])  # from here on no setting is another
    pull(panel.canvas, SEVEN)
    panel.named.emit("7")
    kept = panel.naming_row.findChild(QToolButton, "keptUndo")
    assert kept.isVisible()
    panel.canvas.set_tool(Tool.ERASER)
    panel.canvas.set_pen_width(40)
    settings, shown = bench.experiment, epochs.text()
    for typed in ("1x", "3"):  # what is no number, and what is not yet entered
        window.show_station("train")
        epochs.setFocus()
        epochs.selectAll()
        qtbot.keyClicks(epochs, typed)
        if typed == "1x":
            epochs.interpretText()
            assert epochs.refusal()
        window.lab_reset._reset([])
        assert (epochs.text(), epochs.refusal()) == (shown, "")
    assert bench.experiment == settings
    assert (panel.canvas.tool, panel.canvas.pen_width) == (Tool.PEN, PEN_WIDTH)
    assert not kept.isVisible()


def test_a_network_that_is_gone_is_neither_asked_nor_told_of(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    bench.editor.edit("data.dataset", "circles")
    qtbot.waitUntil(lambda: bench.data is not None and isinstance(window.pad.face, PlanePad), timeout=20_000)
    trained(qtbot, window, bench)
    summary = window.findChild(QLabel, "statusSummary")
    pad = window.pad.face
    assert isinstance(pad, PlanePad)
    pad.canvas.look_at(0, 0)
    assert pad.newest_readings()
    assert "threads" in summary.toolTip()
    window.menus.reset_lab.trigger()
    press(dialog(window), MessageBox.ButtonRole.AcceptRole)
    assert not pad.newest_readings()
    assert "threads" not in summary.toolTip()


def test_runs_go_where_they_can_be_brought_back_from_if_that_is_ticked(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    trained(qtbot, window, bench)
    assert bench.model is not None
    bench.model.kept = bench.model.saved = False  # as where the disk was full
    window.menus.reset_lab.trigger()
    box = dialog(window)
    assert box.findChild(QCheckBox, "labResetRuns").text().startswith("Delete the run, too")
    box.findChild(QCheckBox, "labResetRuns").setChecked(True)
    press(box, MessageBox.ButtonRole.AcceptRole)
    assert bench.model is not None  # it is not saved, and asked about first
    press(dialog(window, "unsavedDialog"), MessageBox.ButtonRole.DestructiveRole)
    assert bench.model is None
    qtbot.waitUntil(lambda: not bench.catalogue.summaries)
    assert len(bench.catalogue.deleted) == 1


def test_a_window_that_fills_the_screen_goes_on_filling_it(window: MainWindow, qtbot: QtBot) -> None:
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    window.menus.reset_lab.trigger()
    press(dialog(window), MessageBox.ButtonRole.AcceptRole)
    assert window.isMaximized()
