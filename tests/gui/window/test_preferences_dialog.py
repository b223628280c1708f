"""The dialog of the preferences: each one is there, has its effect at once, and can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox, QPushButton, QToolButton

from engine.runtime import choose_threads, prefer_threads
from engine.training.events import TrainingStarted
from gui.bench.preference_list import PREFERENCES
from gui.bench.preferences import Preferences
from gui.look import text_size, theme
from gui.widgets.fields.choice_fields import OptionField
from gui.window.preferences_dialog import PreferencesDialog
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 30_000
KEYS = [entry.key for entry in PREFERENCES]
OTHER: dict[str, Any] = {
    "language": "en", "theme": "dark", "text_size": 150, "runs_limit_mb": 2048, "checkpoint_seconds": 3, "threads": 2,
}  # fmt: skip


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or windows change, too
    prefer_threads(0)
    text_size.apply(qapp, 100)
    if theme.mode() != "system":
        theme.apply(qapp, "system")


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.fixture
def dialog(window: MainWindow) -> PreferencesDialog:
    window.show_preferences()
    return shown(window)


def shown(window: MainWindow) -> PreferencesDialog:
    found = window.findChild(PreferencesDialog)
    assert isinstance(found, PreferencesDialog)
    return found


def choose(dialog: PreferencesDialog, key: str, value: Any) -> None:
    """Choose a value as by hand."""
    row = dialog._rows[key]
    if isinstance(row.field, OptionField):
        row.field.setCurrentIndex(row.field._values.index(value))
    else:
        row.field.setValue(value / row.entry.per_unit)


def of(dialog: PreferencesDialog) -> dict[str, Any]:
    """Return what the dialog shows."""
    return {key: row.value_of(row.field.raw()) for key, row in dialog._rows.items()}


def in_file(window: MainWindow) -> dict[str, Any]:
    return dict(json.loads(window.workbench.preferences.path.read_text(encoding="utf-8")))


def test_the_usual_keys_open_it_from_the_edit_menu(window: MainWindow) -> None:
    action = next(
        action
        for action in window.findChildren(QAction)
        if action.menuRole() is QAction.MenuRole.PreferencesRole
    )
    assert QKeySequence("Ctrl+,") in action.shortcuts()
    action.trigger()
    assert shown(window).isVisible()
    QTest.keyClick(shown(window), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not window.findChildren(PreferencesDialog) or not shown(window).isVisible()


@pytest.mark.parametrize("key", KEYS)
def test_each_is_kept_at_once_and_has_an_effect(
    dialog: PreferencesDialog, window: MainWindow, qtbot: QtBot, key: str
) -> None:
    window.workbench.catalogue.refresh()
    qtbot.waitUntil(lambda: window.workbench.catalogue.use is not None, timeout=LONG)
    assert of(dialog)[key] == Preferences().value(key)
    choose(dialog, key, OTHER[key])
    preferences = window.workbench.preferences
    assert preferences.value(key) == Preferences().value(key) == in_file(window)[key] == OTHER[key]
    assert preferences.has_followers(key)
    assert of(dialog)[key] == OTHER[key]


def test_the_theme_changes_and_the_menu_agrees(dialog: PreferencesDialog, window: MainWindow) -> None:
    choose(dialog, "theme", "dark")
    assert theme.current().is_dark
    assert window.menus._themes["dark"].isChecked()
    window.menus._themes["light"].trigger()
    assert not theme.current().is_dark
    assert of(dialog)["theme"] == "light"


def test_threads_and_safe_points_hold_from_the_next_training(
    dialog: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(dialog, "threads", 2)
    choose(dialog, "checkpoint_seconds", 3)
    bench = window.workbench
    assert bench.current_run.keeping("").safe_seconds == 3
    told: list[object] = []
    bench.training_event.connect(told.append)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    assert [event.threads for event in told if isinstance(event, TrainingStarted)] == [2]
    assert choose_threads(0, asked=5) == 5, "what the experiment says goes before"
    choose(dialog, "threads", 0)
    assert choose_threads(0) == 1


def test_defaults_take_all_back_and_can_be_taken_back_themselves(
    dialog: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    preferences = window.workbench.preferences
    preferences.add_recent(window.workbench.preferences.path)
    button = dialog.findChild(QPushButton, "defaultsButton")
    assert not button.isEnabled()
    for key in KEYS:
        choose(dialog, key, OTHER[key])
    qtbot.waitUntil(lambda: preferences.value("runs_limit_mb") == 2048, timeout=LONG)
    button.click()
    qtbot.waitUntil(lambda: not dialog._has_choices(), timeout=LONG)
    assert of(dialog) == {entry.key: entry.default for entry in PREFERENCES}
    assert button.text() == "Undo Defaults"
    assert len(preferences.recent_files) == 1, "they were not chosen here"
    button.click()
    qtbot.waitUntil(lambda: of(dialog) == OTHER, timeout=LONG)
    assert (button.text(), button.isEnabled()) == ("Defaults", True)


def test_what_another_window_changes_is_shown(dialog: PreferencesDialog, window: MainWindow) -> None:
    Preferences().checkpoint_seconds = 77
    window.workbench.preferences.refresh()
    assert of(dialog)["checkpoint_seconds"] == 77


def test_a_number_that_is_none_is_told_and_changes_nothing(dialog: PreferencesDialog) -> None:
    row = dialog._rows["checkpoint_seconds"]
    row.field.lineEdit().setText("5000")
    row.field.interpretText()
    assert row.note.isVisible()
    assert "At most 3,600" in row.note.text()
    assert Preferences().checkpoint_seconds == 10


def test_less_room_tells_what_goes_and_asks_first(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.workbench
    folder = write_run(bench.catalogue.folder / "wide", day=1, accuracy=0.9)
    for step in range(1, 6):
        (folder / "snapshots").mkdir(exist_ok=True)
        (folder / "snapshots" / f"step-{step:08}.safetensors").write_bytes(bytes(60 * 2**20))
    with qtbot.waitSignal(bench.catalogue.use_changed, timeout=LONG):
        bench.catalogue.refresh()
    window.show_station("runs")
    window.findChild(QToolButton, "keepingButton").click()
    dialog = shown(window)
    assert dialog.focusWidget() is dialog._rows["runs_limit_mb"].field or not dialog.isActiveWindow()
    files = sorted((folder / "snapshots").iterdir())
    for agreed in (False, True):
        choose(dialog, "runs_limit_mb", 205)
        qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None, timeout=LONG)
        box = dialog.findChild(QMessageBox)
        assert "wide" in box.informativeText()
        assert "0.2 GB" in box.text()
        assert sorted((folder / "snapshots").iterdir()) == files, "nothing goes before it was told"
        wanted = QMessageBox.ButtonRole.AcceptRole if agreed else QMessageBox.ButtonRole.RejectRole
        next(button for button in box.buttons() if box.buttonRole(button) is wanted).click()
        QApplication.processEvents()
        assert bench.preferences.runs_limit_mb == (205 if agreed else 4096)
        assert of(dialog)["runs_limit_mb"] == bench.preferences.runs_limit_mb
    qtbot.waitUntil(lambda: len(list((folder / "snapshots").iterdir())) < len(files), timeout=LONG)
    left = sorted((folder / "snapshots").iterdir())
    assert {files[0], files[-1]} <= set(left), "the first and the last stay"


def test_each_row_says_what_it_is_to_eyes_and_to_screen_readers(dialog: PreferencesDialog) -> None:
    for row in dialog._rows.values():
        assert row.field.accessibleName() == row.label.text() != ""
        assert row.label.buddy() is row.field
        assert row.help.text() == row.field.accessibleDescription() != ""
        assert row.help.text() in row.field.toolTip()
        assert row.help.text().endswith(("at once.", "the next training."))
        assert row.field.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert all(label.height() >= label.heightForWidth(label.width()) for label in dialog.findChildren(QLabel))


def test_tab_stops_only_where_something_can_be_done(dialog: PreferencesDialog) -> None:
    close = dialog.findChild(QDialogButtonBox).buttons()[0]
    stops = [*(row.field for row in dialog._rows.values()), close]  # the defaults hold: their button is grey
    stops[0].setFocus()
    for stop in stops[1:]:
        dialog.focusNextChild()
        assert dialog.focusWidget() is stop


def test_it_is_as_narrow_again_as_it_was_before_larger_words(dialog: PreferencesDialog) -> None:
    narrow = dialog.width()
    choose(dialog, "text_size", 200)
    assert dialog.width() > narrow
    choose(dialog, "text_size", 100)
    assert dialog.width() == narrow
