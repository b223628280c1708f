"""The palette: everything of the window is found in either language, done or led to, by the keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from engine.config import list_presets
from gui.bench.preference_list import PREFERENCES
from gui.look import language
from gui.look.spoken import words_of
from gui.look.words import label_of_field, translate_engine
from gui.widgets.fields.settings_form import SettingsForm
from gui.window import registry
from gui.window.findables import all_findables
from gui.window.finding import Findable
from gui.window.palette import Palette
from gui.window.preferences_dialog import PreferencesDialog
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow


@pytest.fixture
def english() -> Iterator[None]:
    yield
    language.speak(language.ENGLISH)


def entries(window: MainWindow) -> list[Findable]:
    bench = window.workbench
    return list(
        all_findables(window.menuBar(), window.body.stations, bench.catalogue, window.show_preferences)
    )


def opened(window: MainWindow) -> Palette:
    window.show_palette()
    palette = next(each for each in window.findChildren(Palette) if each.isVisible())
    assert isinstance(palette, Palette)
    return palette


def typed(palette: Palette, words: str) -> list[str]:
    palette._line.setText(words)
    rows = palette.findChild(QListWidget, "paletteList")
    return [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.count())]


def press(palette: Palette, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(palette._line, key)


def test_every_action_setting_station_preset_preference_and_run_is_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    write_run(window.workbench.catalogue.folder / "a", label={"name": "wide <b>net</b>"})
    window.workbench.catalogue.refresh()
    qtbot.waitUntil(lambda: bool(window.workbench.catalogue.summaries))
    titles = {entry.title for entry in entries(window)}
    assert {window.station(kind.name).title().replace("&", "") for kind in registry.STATIONS} <= titles
    assert {translate_engine(preset.title) for preset in list_presets()} <= titles
    assert {words_of(entry.label) for entry in PREFERENCES} <= titles
    rows = [row for form in window.findChildren(SettingsForm) for row in form._rows.values()]
    assert {label_of_field(row.info) for row in rows} <= titles
    assert {"Save Model", "Full Screen", "Paste Image onto Pad", "One Epoch"} <= titles
    assert "wide <b>net</b>" in titles


@pytest.mark.parametrize(("words", "code"), [("学习率", "en"), ("learning rate", "zh_Hans")])
def test_a_setting_is_found_by_the_other_language_and_led_to(
    window: MainWindow, qtbot: QtBot, english: None, words: str, code: str
) -> None:
    language.speak(code)
    window.show_station("runs")
    palette = opened(window)
    typed(palette, words)
    press(palette)
    qtbot.waitUntil(lambda: window.body.stations.rail.station == "train")
    field = window.station("train").page.findChild(SettingsForm)._rows["training.learning_rate"].field
    qtbot.waitUntil(
        lambda: window.focusWidget() in (field, field.focusProxy(), *field.findChildren(type(field)))
    )
    assert not field.visibleRegion().isEmpty()


def test_a_setting_that_is_folded_away_is_unfolded(window: MainWindow, qtbot: QtBot) -> None:
    form = window.station("train").page.findChild(SettingsForm)
    form.set_rare_shown(False)
    palette = opened(window)
    typed(palette, "Weight decay")
    press(palette)
    field = form._rows["training.weight_decay"].field
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_an_action_is_done_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    assert typed(palette, "fold pad")[0].startswith("Fold Pad Away, View, F4")
    press(palette)
    qtbot.waitUntil(lambda: not window.panel.isVisible())
    assert typed(opened(window), "")[0].startswith("Fold Pad Away") or window._recently_found == [
        "Fold Pad Away"
    ]


def test_a_preference_is_shown_with_the_keys_on_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    typed(palette, "safe point")
    press(palette)
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is not None)


def test_a_run_is_chosen_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    write_run(window.workbench.catalogue.folder / "a", label={"name": "wide"})
    write_run(window.workbench.catalogue.folder / "b", label={"name": "narrow"})
    window.workbench.catalogue.refresh()
    qtbot.waitUntil(lambda: len(window.workbench.catalogue.summaries) == 2)
    palette = opened(window)
    typed(palette, "narrow")
    press(palette)
    qtbot.waitUntil(lambda: [run.name for run in window.station("runs").page._chosen()] == ["narrow"])


def test_what_cannot_be_done_says_so_and_stays(window: MainWindow) -> None:
    palette = opened(window)
    assert typed(palette, "stop")[0].startswith("Stop")
    assert palette._note.text()
    press(palette)
    assert palette.isVisible()


def test_nothing_found_is_told_and_escape_leaves(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    assert typed(palette, "xyzzy") == []
    assert "any language" in palette._note.text()
    press(palette)
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_keys_move_in_the_list(window: MainWindow) -> None:
    palette = opened(window)
    typed(palette, "")
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Up)
    assert palette._list.currentRow() == 1
    press(palette, Qt.Key.Key_PageDown)
    assert palette._list.currentRow() > 3


def test_another_language_is_taken_up_while_it_is_open(window: MainWindow, english: None) -> None:
    palette = opened(window)
    typed(palette, "save model")
    language.speak("zh_Hans")
    assert typed(palette, "save model")[0].startswith("保存模型")
