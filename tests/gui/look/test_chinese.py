"""The compiled Chinese is found for its locales, and speaks in the window and for the engine."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from docs.tools.collect_words import FOLDER
from docs.tools.translation_file import translations_in
from engine.config import Activation, OptimizerName
from engine.errors import DataError
from engine.storage.runs.listing import RunListing
from engine.words import Phrase
from gui.look import language
from gui.look.words import (
    choice_label,
    error_words,
    joined,
    layer_title,
    percent,
    say_kept,
    sentence,
    translate_engine,
)
from gui.stations.runs import run_words
from resources.compile_words import compile_words
from tests.gui.run_folders import write_run

CHINESE = FOLDER / "netsketch_zh_Hans.ts"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("translations")
    shutil.copy(CHINESE, into)
    compile_words(into)
    return into


@pytest.fixture
def chinese(qapp: QCoreApplication, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    with monkeypatch.context() as patch:
        patch.setattr(language, "_folder", lambda: folder)
        patch.setattr(language, "_fonts_with", lambda _system: ["some font"])
        patch.setattr(language, "of_system", lambda wanted=None: "zh_Hans")
        assert language.speak("zh_Hans") == "zh_Hans"
        yield
        language.speak("en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "found"),
    [
        *((name, True) for name in ("zh", "zh_CN", "zh_Hans", "zh_Hans_CN", "zh_SG", "zh_Hans_HK")),
        *((name, False) for name in ("zh_TW", "zh_HK", "en", "ja")),
    ],
)
def test_it_is_found_wherever_simplified_signs_are_read(locale: str, found: bool, folder: Path) -> None:
    assert QTranslator().load(QLocale(locale), "netsketch", "_", str(folder)) is found


def test_every_finished_text_is_found_where_the_program_looks(chinese: None) -> None:
    """Unfinished ones are not: they are proposals, and English is shown."""
    for word, said in translations_in(CHINESE.read_text(encoding="utf-8")).items():
        shown = QCoreApplication.translate(word.context, word.source, word.comment or None)
        assert shown == (said.text if said.finished else word.source)


def test_the_engine_speaks_chinese(chinese: None) -> None:
    assert translate_engine("Batch size") == "批大小"
    assert choice_label(OptimizerName.MOMENTUM) == "带动量的 SGD"
    assert choice_label(Activation.RELU) == "ReLU"
    assert layer_title("hidden_2") == "第 2 个隐藏层"
    right = Phrase("{share:.1%} of {count:,} validation examples right", share=0.968, count=1200)
    assert translate_engine(right) == "1,200 个验证样本中认对 96.8%"
    error = DataError(
        "“{name}” is damaged.", cause="Its end is missing.", remedy="Fetch the file again.", name="a"
    )
    assert joined(error_words(error)) == "“a”已损坏。它缺少结尾。请重新获取这个文件。"
    labels = Phrase.joined([Phrase("Epochs"), Phrase("Learning rate")], ", ")
    assert sentence(translate_engine(labels)) == "轮数、学习率。"
    assert percent(0.9731) == "97.31%"


def test_what_a_run_keeps_in_english_is_said_in_chinese(chinese: None, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "article-1", reason="diverged")
    told = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    told["progress"]["message"] = str(
        Phrase("The loss or a weight became infinite, or not a number, in step {step:,}; the weights of step "
               "{kept:,} are kept. Lower the learning rate (it is {rate:g}), or limit the gradients with gradient "
               "clipping.", step=5180, kept=5000, rate=0.5)
    )  # fmt: skip
    told["advice"] = ["Learn from all examples there are, not from 1,200.", "My own words."]
    told["results"] = {"test_accuracy": 0.5}
    (folder / "run.json").write_text(json.dumps(told), encoding="utf-8")
    (run,) = RunListing(tmp_path).summaries()
    assert "第 5,180 步" in run_words.status_help(run)
    assert "0.5" in run_words.status_help(run)
    assert re.findall("[A-Za-z]{2,}", run_words.status_help(run)) == []
    assert "".join(map(say_kept, run.advice)) == "请用现有的全部样本学习，而不是只用 1,200 个。My own words."


def test_the_window_speaks_chinese(chinese: None, window) -> None:
    menus = [action.text() for action in window.menuBar().actions()]
    assert menus == ["文件(&F)", "编辑(&E)", "数据(&D)", "模型(&M)", "训练(&T)", "视图(&V)", "帮助(&H)"]
    assert window.findChild(object, "trainButton").text() == "训练"
    assert window.findChild(object, "epochs").text() == "3 轮"


def test_qts_own_buttons_do_too(chinese: None, qtbot: QtBot) -> None:
    """Their file is named after the country, ours after the script."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"
