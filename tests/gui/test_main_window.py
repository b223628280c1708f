"""The frame: stations, menus, themes, messages, the pad's place, the layout, files dropped and failures told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from engine.config import Preset
from engine.errors import DataError
from gui.bench import experiment_editor
from gui.look import theme
from gui.look.spoken import words_of
from gui.main_window import MainWindow
from gui.pad.place import Place
from gui.widgets import remembered_layout
from gui.widgets.read_part import ReadPart
from gui.workbench import RunState, Workbench
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LONG = 30_000
NAMES = (
    "trainButton", "stopButton", "stepBatchButton", "stepEpochButton", "datasetCombo", "presetCombo", "hiddenLayers",
    "learningRate", "batchSize", "epochs", "optimizer", "lossPlot", "accuracyPlot", "progressBar", "stateLabel",
    "drawingPanel", "drawingCanvas", "clearButton", "predictionLabel", "probabilityBars", "networkView",
)  # fmt: skip


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.mark.smoke
def test_what_others_drive_the_window_by(window: MainWindow) -> None:
    window.complete()
    found = {name: len(window.findChildren(QWidget, name)) for name in NAMES}
    assert found == dict.fromkeys(NAMES, 1)


def actions(window: MainWindow) -> list[QAction]:
    return [action for menu in window.findChildren(QMenu) for action in menu.actions() if action.text()]


def test_shortcuts_are_given_once(window: MainWindow) -> None:
    window.complete()
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.smoke
def test_menus_stand_in_the_usual_order(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Edit", "Data", "Model", "Train", "View", "Help"]


@pytest.mark.smoke
def test_the_first_start_opens_on_train(own_window: MainWindow) -> None:
    assert own_window.rail.station == "train"
    assert own_window.station("train").page.isVisible()


@pytest.mark.smoke
def test_stations_by_rail_and_keys(window: MainWindow) -> None:
    window.complete()
    button = window.findChild(QToolButton, "dataStationButton")
    assert button is not None
    button.click()
    assert window.station("data").page.isVisible()
    window.show_station("train")
    assert window.rail.station == "train"


def test_themes_change_at_once_and_are_remembered(window: MainWindow) -> None:
    before = window.palette().window().color().lightness()
    window.set_theme("dark")
    assert theme.current().is_dark
    assert window.palette().window().color().lightness() < before
    assert '"dark"' in window.workbench.preferences.path.read_text(encoding="utf-8")
    window.set_theme("light")
    assert not theme.current().is_dark


def test_an_error_is_told_above_the_page(window: MainWindow) -> None:
    window.words.show_error(
        DataError("The file <a> is broken.", cause="It ends too early.", remedy="Fetch it again.")
    )
    assert window.notices.isVisible()
    label = window.notices.findChild(QLabel, "noticeLabel")
    assert label is not None
    assert "&lt;a&gt;" in label.text()
    assert "Fetch it again." in label.text()
    window.findChild(QToolButton, "noticeClose").click()
    assert not window.notices.isVisible()


def test_an_unexpected_error_shows_its_details(window: MainWindow) -> None:
    try:
        raise ZeroDivisionError("x / 0")
    except ZeroDivisionError as error:
        window.words.show_unexpected(error)
    notice = window.notices.notice
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()
    dialog = window.findChild(QDialog)
    assert dialog is not None
    dialog.close()


def test_the_pad_moves_and_keeps_its_drawing(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.panel.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    strokes = [stroke.copy() for stroke in canvas.strokes()]
    for place in (Place.FLOATING, Place.HIDDEN, Place.RIGHT, Place.FLOATING):
        window.body.pad_placement.set_place(place)
        assert window.panel.isVisible() is (place is not Place.HIDDEN)
        assert (window.panel.window() is window) is (place is not Place.FLOATING)
    window.panel.window().close()
    assert window.body.pad_placement.place is Place.RIGHT
    assert [stroke.tolist() for stroke in canvas.strokes()] == [stroke.tolist() for stroke in strokes]


def test_a_station_says_how_far_the_drawing_is_read_and_the_pad_shows_it(window: MainWindow) -> None:
    pull(window.panel.canvas, SEVEN)
    assert len(window.panel.digits()) == 1
    part = ReadPart(1, (0.0, 0.5, 1.0), (0.0, 1.0))
    window.station("understand").read_so_far.emit(part)
    assert window.panel.read_edge.part == part
    window.station("understand").read_so_far.emit(None)
    assert window.panel.read_edge.part is None


def test_layout_is_remembered_and_reset(qtbot: QtBot, own_window: MainWindow) -> None:
    window, bench = own_window, own_window.workbench
    window.show_station("data")
    window.body.pad_placement.set_place(Place.HIDDEN)
    window.close()
    again = MainWindow(Workbench(bench.experiment))
    assert again.rail.station == "data"
    assert again.body.pad_placement.place is Place.HIDDEN
    again.show()
    again.reset_layout()
    assert again.rail.station == "train"
    assert again.body.pad_placement.place is Place.RIGHT
    again.close()
    again.deleteLater()


def test_a_layout_that_another_program_holds_is_told_in_passing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.tell_held_layout()
    assert window.statusBar().currentMessage() == ""
    monkeypatch.setattr(remembered_layout, "may_write", lambda: False)
    window.reset_layout()
    assert "Another program holds the file of the layout" in window.statusBar().currentMessage()


def test_preferences_that_cannot_be_read_are_set_aside(qtbot: QtBot, window: MainWindow) -> None:
    path = window.workbench.preferences.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{broken", encoding="utf-8")
    again = MainWindow(Workbench())
    assert again.notices.notice is not None
    assert path.with_name(path.name + ".bak").read_text(encoding="utf-8") == "{broken"
    again.close()
    again.deleteLater()


def test_what_another_window_prefers_is_taken_over_when_one_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    from gui.bench.preferences import Preferences

    other = Preferences()
    other.theme, other.runs_limit_mb = "dark", 123
    other.add_recent(other.path.with_name("there.safetensors"))
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: theme.mode() == "dark")
    assert window.workbench.preferences.recent_files == other.recent_files
    recent = [action.text() for action in window.menus._recent.actions()]
    assert recent[0] == "there.safetensors"
    assert window.menus._themes["dark"].isChecked()
    assert window.workbench.catalogue._limit == 123 * 1024**2
    window.set_theme("system")


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_model_dropped_on_the_window_is_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    bench = window.workbench
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    path = tmp_path / "dropped.safetensors"
    assert window.files.save_model(path)
    bench.editor.edit("network.hidden", "8")
    with qtbot.waitSignal(bench.model_changed):
        drop(window, path)
    assert [layer.size for layer in bench.experiment.network.hidden] == [16]
    assert "dropped" in window.windowTitle()
    assert any(action.text() == path.name for action in actions(window))


def test_a_name_without_an_ending_gets_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(tmp_path / "net"))
        dialog.accept()

    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    QTimer.singleShot(0, window, answer)
    assert window.files.save_as()
    assert (tmp_path / "net.safetensors").is_file()
    assert window.workbench.model is not None
    assert window.workbench.model.path == tmp_path / "net.safetensors"
    assert_not_replaced_unasked(window, tmp_path / "net.safetensors")


def assert_not_replaced_unasked(window: MainWindow, path: Path) -> None:
    """Another window has written the file since."""
    assert window.files.save()
    path.write_bytes(b"of another window")
    assert not window.files.save()
    assert path.read_bytes() == b"of another window"
    box = window.findChild(QMessageBox, "changedDialog")
    assert box is not None
    box.buttons()[[button.text() for button in box.buttons()].index("Replace")].click()
    assert path.read_bytes() != b"of another window"
    assert window.files.save()
    path.unlink()
    assert window.files.save(), "nothing is replaced"


def test_a_broken_model_dropped_is_explained(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"no model at all")
    with qtbot.waitSignal(window.files.failed):
        drop(window, path)
    assert window.notices.isVisible()
    assert window.workbench.model is None


def test_an_experiment_file_goes_there_and_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    bench = window.workbench
    path = tmp_path / "mine.json"
    window.files.save_experiment(path)
    before = bench.experiment
    bench.editor.edit("training.epochs", 77)
    window.files.open_experiment(path)
    assert bench.experiment == before
    path.write_text('{"training": {"epochs": -1}}', encoding="utf-8")
    with qtbot.waitSignal(window.files.failed):
        window.files.open_experiment(path)
    assert bench.experiment == before


def test_a_problem_is_marked_and_train_names_it(qtbot: QtBot, window: MainWindow) -> None:
    field = window.findChild(QWidget, "epochs")
    field.setValue(0)
    qtbot.waitUntil(lambda: bool(window.workbench.editor.problems))
    assert field.property("problem")
    window.run_bar.toggle()
    assert window.workbench.state is RunState.IDLE
    notice = window.notices.notice
    assert notice is not None
    assert "Epochs" in words_of(notice.text)
    field.setValue(2)
    qtbot.waitUntil(lambda: not window.workbench.editor.problems)
    assert not field.property("problem")


def test_a_long_preset_is_shortened_and_still_said_to_be_changed(window: MainWindow) -> None:
    window.workbench.editor.apply_preset("lstm-reverses")
    window.workbench.editor.edit("training.epochs", 1)
    combo = window.findChild(QComboBox, "presetCombo")
    assert isinstance(combo, QComboBox)
    words = combo.placeholderText()
    assert words.startswith("An LSTM")
    assert words.endswith("…, changed")
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    assert combo.fontMetrics().horizontalAdvance(words) <= field.width()


def test_presets_by_the_list(window: MainWindow) -> None:
    combo = window.findChild(QComboBox, "presetCombo")
    assert combo is not None
    index = combo.findData("no-hidden-layer")
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    assert window.workbench.experiment.network.hidden == ()
    window.undo.undo_action.trigger()
    assert [layer.size for layer in window.workbench.experiment.network.hidden] == [16]
    assert combo.currentIndex() == -1


def test_the_learning_rate_moves_while_training(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
    field = window.findChild(QWidget, "learningRate")
    assert field.isEnabled()
    bench.editor.edit("training.learning_rate", 0.005)
    qtbot.waitUntil(lambda: bool(bench.history.marks), timeout=LONG)
    state = window.findChild(QLabel, "stateLabel")
    qtbot.waitUntil(lambda: "of 10,000" in state.text(), timeout=LONG)
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def test_help_opens(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "helpMenu")
    for action in menu.actions():
        action.trigger()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 3
    assert all(dialog.findChild(QLabel).text() for dialog in dialogs)
    for dialog in dialogs:
        dialog.close()


def test_everything_that_can_be_pressed_has_a_name(window: MainWindow) -> None:
    nameless = [
        button
        for button in window.findChildren(QToolButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert not nameless


def test_a_damaged_preset_is_told_when_it_is_taken_and_is_not_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = Preset("article", "Odd", "One.", 1, {"training": {"epochs": -1}})
    monkeypatch.setattr(experiment_editor, "preset", lambda _name: damaged)
    box, before = window.findChild(QComboBox, "presetCombo"), window.workbench.experiment
    shown = box.currentIndex()
    box.setCurrentIndex(box.findData("article"))
    box.activated.emit(box.currentIndex())
    assert window.notices.notice is not None
    assert "The preset “article” is damaged" in words_of(window.notices.notice.text)
    assert (window.workbench.experiment, box.currentIndex()) == (before, shown)
