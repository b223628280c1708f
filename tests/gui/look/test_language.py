"""Which language the window speaks, and that another one is spoken at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from engine import language as spoken_by_commands
from gui.look import language
from gui.look.spoken import said
from gui.main_window import MainWindow
from gui.workbench import Workbench
from resources.compile_words import compile_words

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine</name>
    <message><source>Learning rate</source><translation>学习率</translation></message>
</context>
</TS>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Path]:
    """Translations of the test's own; English is spoken again afterwards."""
    (tmp_path / "netsketch_zh_CN.ts").write_text(TRANSLATION, encoding="utf-8")
    compile_words(tmp_path)
    before = QLocale()
    with monkeypatch.context() as patch:
        patch.setattr(language, "_folder", lambda: tmp_path)
        yield tmp_path
        language.speak("en")
    QLocale.setDefault(before)


def rate() -> str:
    return QCoreApplication.translate("engine", "Learning rate")


def test_the_languages_there_are(folder: Path) -> None:
    assert language.languages() == ("en", "zh_CN")
    assert [language.own_name(code) for code in language.languages()] == ["English", "简体中文"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["zh-Hans-CN", "zh"], "zh_CN"),
        (["zh_CN.UTF-8"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh_Hans"], "zh_CN"),
        (["zh-TW"], "en"),  # written otherwise
        (["zh_Hant"], "en"),
        (["zh_HK"], "en"),
        (["de-DE", "zh-CN"], "zh_CN"),
        (["de-DE", "en-GB", "zh-CN"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wish_of_a_system_that_can_be_met(folder: Path, wanted: list[str], code: str) -> None:
    assert language.of_system(wanted) == code


def test_another_language_is_spoken_at_once_and_english_again(folder: Path, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    said(label.setText, rate)

    assert language.speak("zh_CN") == "zh_CN"
    assert (label.text(), QLocale().language()) == ("学习率", QLocale.Language.Chinese)
    language.speak("en")
    assert (label.text(), QLocale().language()) == ("Learning rate", QLocale.Language.English)


def test_qts_own_buttons_speak_it_too(folder: Path, qtbot: QtBot) -> None:
    language.speak("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"


def test_a_language_that_is_gone_is_that_of_the_system(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "of_system", lambda wanted=None: "zh_CN")
    assert language.speak("tlh") == "zh_CN"


def test_a_translation_that_is_damaged_is_named(tmp_path: Path) -> None:
    (tmp_path / "netsketch_zh_CN.ts").write_text(TRANSLATION[:-20], encoding="utf-8")
    with pytest.raises(RuntimeError, match="netsketch_zh_CN"):
        compile_words(tmp_path)


def test_only_what_has_changed_is_compiled(folder: Path) -> None:
    assert compile_words(folder) == []


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"none of it", None])
def test_words_that_cannot_be_read_are_spoken_in_english(folder: Path, damage: bytes | None) -> None:
    compiled = folder / "netsketch_zh_CN.qm"
    compiled.write_bytes(compiled.read_bytes()[:20] if damage is None else damage)
    assert language.speak("zh_CN") == "en"
    assert rate() == "Learning rate"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in a folder are Unix's")
def test_compiled_words_that_are_a_pipe_are_not_waited_for(folder: Path) -> None:
    (folder / "netsketch_zh_CN.qm").unlink()
    os.mkfifo(folder / "netsketch_zh_CN.qm")
    assert language.speak("zh_CN") == "en"


def test_a_third_language_is_one_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, bench: Workbench
) -> None:
    third = TRANSLATION.replace("zh_CN", "de").replace("学习率", "Lernrate")
    (folder / "netsketch_de.ts").write_text(third, encoding="utf-8")
    compile_words(folder)
    window = MainWindow(bench)
    qtbot.addWidget(window)
    texts = [action.text() for action in window.findChildren(QAction)]
    assert {"English", "简体中文", "Deutsch"} <= set(texts)
    window.set_language("de")
    assert rate() == "Lernrate"
    monkeypatch.setattr(spoken_by_commands, "FOLDER", folder)
    assert spoken_by_commands.languages() == ("en", "de", "zh_CN")
    assert spoken_by_commands.meant_by("de_AT.UTF-8") == "de"
    assert spoken_by_commands._read("de") == {"Learning rate": "Lernrate"}
    window.close()
