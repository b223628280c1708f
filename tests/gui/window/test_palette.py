"""The palette finds what is in the window by words of either language, and leads there by the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from shiboken6 import isValid

from engine.config import Experiment, list_presets
from engine.layers.registry import LAYER_KINDS
from gui.bench.preference_list import PREFERENCES
from gui.look import language
from gui.window import registry
from gui.window.key_list import bare_words
from gui.window.palette import Palette
from gui.window.preferences_dialog import PreferencesDialog
from tests.gui.window.palette import go, opened, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    """Whose pages are all built: whoever types has them built before, which takes longer than all else here."""
    shared_window.findables._recent.clear()
    for station in shared_window.body.stations:
        station.place.built()
    return shared_window


@pytest.mark.skipif("zh_Hans" not in language.languages(), reason="the words are not compiled")
@pytest.mark.parametrize("spoken", ["en", "zh_Hans"])
def test_a_setting_is_found_by_words_of_either_language_and_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_fonts_with", lambda _system: ["some font"])
    language.speak(spoken)
    try:
        for words in ("learning rate", "学习率", "rate learn"):
            window.show_station("runs")
            go(opened(window, qtbot), qtbot, words)
            assert window.body.stations.rail.station == "train", words
            assert window.focusWidget().objectName() == "learningRate", words
    finally:
        language.speak("en")


def test_a_setting_that_is_folded_away_is_unfolded_and_scrolled_to(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    go(opened(window, qtbot), qtbot, "weight decay")
    field = window.focusWidget()
    assert field.objectName() == "weightDecay"
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_everything_is_found(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    for kind in registry.STATIONS:
        assert window.station(kind.name).title() in [
            thing.names[0] for thing in shown(palette, window.station(kind.name).title())
        ]
    for preset in list_presets():
        assert shown(palette, preset.title)[0].names[0] == preset.title
    for kind in LAYER_KINDS.values():  # some of them only in the menu of a button
        found = [thing.names[0] for thing in shown(palette, kind.title)]
        assert {kind.title, kind.add_name} & set(found), (kind.title, kind.add_name, found)
    for entry in PREFERENCES:
        assert f"preference {entry.key}" in [thing.key for thing in shown(palette, str(entry.label()))]
    keys = {thing.key for thing in shown(palette, "")}
    config = Experiment()
    assert {f"training.{name}" for name in type(config.training).model_fields} <= keys
    assert {"data.validation_share", "data.variation.slant", "network.batch_norm"} <= keys
    texts = {
        bare_words(action.text().partition("\t")[0])
        for menu in window.findChildren(QMenu)
        for action in menu.actions()
        if action.parent() is window and action.text()
    }
    assert len(texts) > 40
    assert texts - {thing.names[0] for thing in palette._things} == set()
    palette.close()


def test_the_pad_that_is_folded_away_comes_back_for_its_tools(window: MainWindow, qtbot: QtBot) -> None:
    window.body.pad_placement.fold()
    assert not window.panel.isVisible()
    go(opened(window, qtbot), qtbot, "width of the pen")
    assert window.panel.isVisible()
    assert window.panel.isAncestorOf(window.focusWidget())


def test_an_action_is_done_and_is_the_first_next_time(window: MainWindow, qtbot: QtBot) -> None:
    go(opened(window, qtbot), qtbot, "full screen")
    assert window.isFullScreen()
    palette = opened(window, qtbot)
    first = shown(palette, "")[0]
    assert (first.names[0], first.places[0], first.keys) == ("Full Screen", "View", "F11")
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_what_cannot_be_done_says_why_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    stop = next(thing for thing in shown(palette, "stop") if thing.names[0] == "Stop")
    assert stop.refusal() == "Nothing is being trained."
    save = shown(palette, "save model as")[0]
    assert save.refusal() == "There is no model yet."
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_the_keyboard_goes_through_the_list_and_back_to_where_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_station("train")
    window.activateWindow()
    before = window.findChild(QObject, "batchSize")
    before.setFocus()
    palette = opened(window, qtbot)
    line = palette.findChild(QLineEdit)
    last = len(shown(palette, "")) - 1
    rows = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageUp,
    ):
        QTest.keyClick(line, key)
        rows.append(palette._list.currentIndex().row())
        assert line.accessibleDescription().startswith(shown_name(palette))
    assert rows[:3] == [1, last, 0]
    assert rows[3] > 3
    assert rows[4:] == [rows[3] - 1, 0]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget() is before)
    assert palette.result() == 0


def shown_name(palette: Palette) -> str:
    return str(palette._list.currentIndex().data())


def test_who_turns_to_the_window_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(lambda: not isValid(palette) or not palette.isVisible())
    assert window.isActiveWindow()


def test_its_own_keys_close_it_and_those_of_the_window_wait(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    line = palette.findChild(QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_F11)
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert not window.isFullScreen()
    assert not window.workbench.running
    QTest.keyClick(line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not isValid(palette) or not palette.isVisible())


def test_what_is_typed_before_it_has_the_keyboard_is_not_for_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_station("train")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_palette()
    palette = window.findChild(Palette)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_F11):
        QTest.keyClick(window, key)
    assert palette.findChild(QLineEdit).text() == "r a"
    assert not window.workbench.running
    assert not window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not isValid(palette) or not palette.isVisible()


def test_an_entry_that_only_says_there_is_nothing_is_no_thing_to_go_to(window: MainWindow) -> None:
    texts = {action.text() for menu in window.findChildren(QMenu) for action in menu.actions()}
    assert "Nothing yet" in texts
    assert "Nothing yet" not in {name for thing in window.findables.all() for name in thing.names}


def test_nothing_that_fits_is_said(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    assert shown(palette, "qqqq") == []
    assert palette._nothing.isVisible()
    assert palette.findChild(QLineEdit).accessibleDescription() == palette._nothing.text()
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_it_is_asked_for_in_other_languages_without_a_widget_hearing_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    heard = []

    class Ear(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LanguageChange:
                heard.append(event)
            return False

    ear = Ear()
    window.installEventFilter(ear)
    names = next(thing.names for thing in window.findables.all() if thing.key == "training.learning_rate")
    qtbot.wait(20)
    assert names[0] == "Learning rate"
    assert len(names) == len(language.languages())
    assert heard == []


def test_preferences_open_at_the_one_that_was_found(window: MainWindow, qtbot: QtBot) -> None:
    go(opened(window, qtbot), qtbot, "room for runs")
    dialog = window.findChild(PreferencesDialog)
    assert dialog.focusWidget().objectName() == "runsLimitMb"
    dialog.close()
