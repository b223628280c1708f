"""Another language in the running window: chosen, remembered, heard from another window, and refused without a font."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from docs.tools.collect_words import FOLDER
from gui import app
from gui.bench.preferences import Preferences
from gui.look import font_package, language
from gui.main_window import MainWindow
from gui.workbench import RunState, Workbench
from resources.compile_words import compile_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("translations")
    shutil.copy(FOLDER / "netsketch_zh_Hans.ts", into)
    compile_words(into)
    return into


@pytest.fixture(autouse=True)
def translations(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    with monkeypatch.context() as patch:
        patch.setattr(language, "_folder", lambda: folder)
        patch.setattr(language, "_fonts_with", lambda _system: ["some font"])
        yield
        language.speak("en")
    QLocale.setDefault(before)


def first_menu(window: MainWindow) -> str:
    return window.menuBar().actions()[0].text()


def choose(window: MainWindow, code: str) -> None:
    window.menus._languages[code].trigger()


def test_it_is_switched_at_once_while_training_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.workbench
    window.panel.canvas.set_image(bench.data.train.images[0])
    drawing = window.panel.drawing()
    bench.editor.edit("training.epochs", 100_000)
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING and len(bench.history) > 0, timeout=30_000)
    history, steps = bench.history, len(bench.history)
    choose(window, "zh_Hans")
    assert first_menu(window) == "文件(&F)"
    assert bench.history is history
    assert len(bench.history) >= steps
    assert (window.panel.drawing() == drawing).all()
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=30_000)
    assert window.run_bar._state.text().startswith("已停止")
    choose(window, "en")
    assert first_menu(window) == "&File"
    assert window.run_bar._state.text().startswith("Stopped")


def test_it_is_remembered_and_spoken_from_the_start(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "zh_Hans")
    assert Preferences().language == "zh_Hans"
    window.close()
    language.speak("en")
    again = MainWindow(Workbench())
    assert first_menu(again) == "文件(&F)"
    assert again.menus._languages["zh_Hans"].isChecked()
    again.close()
    again.deleteLater()


def test_it_is_chosen_in_the_preferences_which_speak_it_at_once(window: MainWindow) -> None:
    window.show_preferences()
    dialog = window.findChild(QDialog, "preferencesDialog")
    box = dialog.findChild(QComboBox, "language")
    box.setCurrentIndex(box.findData("zh_Hans"))
    assert (dialog.windowTitle(), first_menu(window)) == ("偏好设置", "文件(&F)")
    assert window.menus._languages["zh_Hans"].isChecked()
    assert box.itemText(0) == "跟随系统"
    choose(window, language.SYSTEM)
    assert (box.currentData(), box.itemText(0), dialog.windowTitle()) == ("", "As the system", "Preferences")


def test_another_window_s_choice_is_taken_over(window: MainWindow, qtbot: QtBot) -> None:
    Preferences().language = "zh_Hans"
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: first_menu(window) == "文件(&F)")
    assert window.menus._languages["zh_Hans"].isChecked()


def test_what_the_command_line_asks_for_is_spoken_and_not_remembered(bench: Workbench, qtbot: QtBot) -> None:
    options, qt = app.parse(["--language", "zh_CN", "-platform", "offscreen"])
    assert qt == ["-platform", "offscreen"]
    window = MainWindow()
    window.furnish(bench, options.language)
    assert first_menu(window) == "文件(&F)"
    assert window.menus._languages["zh_Hans"].isChecked()  # it is what is spoken
    assert bench.preferences.language == ""
    Preferences().checkpoint_seconds = 9  # another window's
    bench.preferences.refresh()
    assert bench.preferences.checkpoint_seconds == 9
    assert first_menu(window) == "文件(&F)"
    window.close()
    window.deleteLater()


def test_a_chinese_system_is_spoken_to_in_chinese_and_others_in_english(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_menu(window) == "&File"
    monkeypatch.setattr(language, "of_system", lambda wanted=None: "zh_Hans")
    choose(window, language.SYSTEM)
    assert first_menu(window) == "文件(&F)"


@pytest.mark.parametrize(
    ("release", "told_to"),
    [
        ("ID=debian", "Install one, such as the package “fonts-wqy-microhei”, and start NetSketch again."),
        ("ID=fedora", "Install one, such as the package “wqy-microhei-fonts”, and start NetSketch again."),
        ("ID=other", "Install one and start NetSketch again."),
    ],
)
def test_without_a_font_it_is_said_what_to_install(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str, told_to: str
) -> None:
    (tmp_path / "os-release").write_text(release, encoding="utf-8")
    monkeypatch.setattr(font_package, "RELEASE", (tmp_path / "os-release",))
    monkeypatch.setattr(language, "_fonts_with", lambda _system: [])
    choose(window, "zh_Hans")
    assert first_menu(window) == "&File"
    assert window.menus._languages["en"].isChecked()
    told = window.notices.accessibleName()
    assert "no font with the signs of Chinese" in told
    assert told_to in told


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("zh_Hans", "SimplifiedChinese"), ("zh_TW", "TraditionalChinese"), ("ja", "Japanese"), ("ko", "Korean"),
        ("ar", "Arabic"), ("fa", "Arabic"), ("he", "Hebrew"), ("ru", "Cyrillic"), ("sr_Latn", "Latin"), ("el", "Greek"),
        ("hi", "Devanagari"), ("th", "Thai"), ("de", "Latin"),
    ],
)  # fmt: skip
def test_a_language_needs_a_font_with_the_signs_it_is_written_in(
    monkeypatch: pytest.MonkeyPatch, code: str, written: str
) -> None:
    wanted = getattr(QFontDatabase.WritingSystem, written)
    assert language.writing_system(code) is wanted
    monkeypatch.setattr(language, "_fonts_with", lambda system: ["some font"] * (system is not wanted))
    assert not language.has_font(code)
    monkeypatch.setattr(language, "_fonts_with", lambda system: ["some font"] * (system is wanted))
    assert language.has_font(code)
    assert language.has_font("en")  # what is spoken where nothing else can be


def test_of_a_font_for_several_languages_the_chinese_shapes_are_taken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ["Noto Sans CJK JP", "Noto Sans CJK SC", "WenQuanYi Micro Hei"]
    monkeypatch.setattr(language, "_fonts_with", lambda _system: there)
    before = qapp.font().families()
    language.speak("zh_Hans")
    assert qapp.font().families() == [*before, "Noto Sans CJK SC"]
    language.speak("en")
    assert qapp.font().families() == before
