"""Which language the command line speaks, and that it speaks it whole or English."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import language
from engine.errors import ConfigError, DataError
from engine.words import Phrase

TRANSLATION = """<TS language="zh_Hans" sourcelanguage="en">
<context><name>engine</name>
<message><source>Describe a network, train it, measure it and let it read examples, without the window.</source>
<translation>描述网络</translation></message>
<message><source>{count} images</source><translation>{count} 张图像</translation></message>
<message><source>Draft</source><translation type="unfinished">草稿</translation></message>
<message><source>{first} {next}</source><translation>{first}{next}</translation></message>
<message><source>It is gone.</source><translation>已不在。</translation></message>
<message><source>Look again.</source><translation>请再看。</translation></message>
</context>
<context><name>Window</name>
<message><source>Train</source><translation>训练</translation></message>
</context></TS>"""


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    language.speak(language.ENGLISH)


@pytest.fixture
def chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language of the test's own."""
    (tmp_path / "netsketch_zh_Hans.ts").write_text(TRANSLATION, encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language._read.cache_clear()
    yield
    language._read.cache_clear()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((name, "zh_Hans") for name in ("zh", "zh_CN", "zh-CN", "zh_Hans", "zh_SG", "ZH_cn.UTF-8", "zh-Hans-CN")),
        *((name, "") for name in ("zh_TW", "zh_HK", "zh-Hant", "zh_Hant_CN", "de", "C", "POSIX", "", "_", "中文")),
        ("zh_CN@pinyin", "zh_Hans"),
        ("en", "en"),
        ("en_GB.UTF-8", "en"),
    ],
)  # fmt: skip
def test_the_language_that_a_name_means(chinese: None, name: str, code: str) -> None:
    assert language.meant_by(name) == code


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh_Hans"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:zh_CN:en"}, "zh_Hans"),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, "en"),  # as for every program
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_environment(
    chinese: None, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], code: str
) -> None:
    for name in (*language.VARIABLES, "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.of_environment() == code


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--language", "zh", "train"], "zh"),
        (["train", "--language=zh", "--epochs", "1"], "zh"),
        (["--language", "en", "train", "--language", "zh"], "zh"),
        (["predict", "model", "--", "--language", "zh"], None),
        (["train", "--language"], None),
        (["train", "--language="], ""),
        ([], None),
    ],
)
def test_the_language_among_the_arguments(arguments: list[str], name: str | None) -> None:
    assert language.asked_for(arguments) == name


def test_what_is_finished_is_said_and_the_rest_in_english(chinese: None) -> None:
    phrase = Phrase("{count} images", count=3)
    assert language.said(phrase) == "3 images"
    language.speak("zh_Hans")
    assert language.said(phrase) == "3 张图像"
    assert language.said(Phrase("Draft")) == "Draft"
    assert language.said(Phrase("Train")) == "Train"  # a word of the window
    assert language.said("It is gone.") == "It is gone."  # no phrase, but the name of something
    assert (
        language.said(language.error_words(DataError("It is gone.", remedy="Look again.")))
        == "已不在。请再看。"
    )
    language.speak("en")
    assert language.said(phrase) == "3 images"


def test_a_language_that_is_not_there_is_one_clear_error(chinese: None) -> None:
    with pytest.raises(ConfigError) as caught:
        language.speak_as_asked(["--language", "xx"])
    assert str(caught.value) == "There is no language “xx” here. Languages are: en, zh_Hans."


@pytest.mark.parametrize(("encoding", "code"), [("ascii", "en"), ("cp1252", "en"), ("big5", "en"),
                                                ("gbk", "zh_Hans"), ("utf-8", "zh_Hans")])  # fmt: skip
def test_a_terminal_without_the_letters_is_spoken_to_in_english(
    chinese: None, monkeypatch: pytest.MonkeyPatch, encoding: str, code: str
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    language.speak_as_asked(["--language", "zh"])
    assert language.spoken() == code


@pytest.mark.parametrize(
    "damage", ["", "<TS>", "\0", "<TS>" * 100_000, '<?xml version="1.0" encoding="x"?><TS/>']
)
def test_a_damaged_translation_is_no_reason_to_stop(chinese: None, damage: str) -> None:
    (language.FOLDER / "netsketch_zh_Hans.ts").write_text(damage, encoding="utf-8")
    language.speak("zh_Hans")
    assert language.spoken() == "en"
    assert language.said(Phrase("It is gone.")) == "It is gone."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in a folder are Unix's")
@pytest.mark.parametrize("kind", ["pipe", "folder", "huge"])
def test_what_is_no_file_of_words_is_not_waited_for(chinese: None, kind: str) -> None:
    path = language.FOLDER / "netsketch_zh_Hans.ts"
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.touch()
        os.truncate(path, 1 << 40)
    language.speak("zh_Hans")
    assert language.spoken() == "en"


def test_command_line_and_window_mean_the_same() -> None:
    from PySide6.QtCore import QLocale

    from gui.look.language import _spoken

    for name in ("zh", "zh_CN", "zh-Hans-CN", "zh_SG", "zh_TW", "zh_HK", "zh_Hant", "en_GB", "de", "C"):
        parts = _spoken(QLocale(name))
        for code in language.languages():
            meant = language.meant_by(name) == code
            assert meant == (parts == _spoken(QLocale(code))) or name == "C"  # which is English for Qt
