"""The compiled Chinese is found for its locales, and speaks in the window and for the engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from docs.tools.collect_words import languages
from docs.tools.compile_words import compiled, main
from docs.tools.translation_file import translations_in
from engine.config import Activation, OptimizerName
from engine.errors import DataError
from engine.words import Phrase
from gui.look.words import choice_label, error_words, joined, layer_title, percent, sentence, translate_engine


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("translations")
    for source in languages():
        compiled(source, into)
    return into


def load(locale: str, folder: Path) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(QLocale(locale), "netsketch", "_", str(folder)) else None


@pytest.fixture
def chinese(qapp: QCoreApplication, folder: Path) -> Iterator[QTranslator]:
    translator = load("zh_CN", folder)
    assert translator is not None
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("locale", ["zh", "zh_CN", "zh_Hans", "zh_Hans_CN", "zh_SG", "zh_Hans_HK"])
def test_it_is_found_wherever_simplified_signs_are_read(locale: str, folder: Path) -> None:
    assert load(locale, folder) is not None


@pytest.mark.parametrize("locale", ["zh_TW", "zh_HK", "en", "ja"])
def test_it_is_not_taken_for_another_language(locale: str, folder: Path) -> None:
    assert load(locale, folder) is None


def test_every_finished_text_is_found_where_the_program_looks(chinese: QTranslator, folder: Path) -> None:
    """Unfinished ones are not: they are proposals, and English is shown."""
    source = next(path for path in languages() if path.stem == "netsketch_zh_Hans")
    for word, said in translations_in(source.read_text(encoding="utf-8")).items():
        shown = QCoreApplication.translate(word.context, word.source, word.comment or None)
        assert shown == (said.text if said.finished else word.source)


def test_the_engine_speaks_chinese(chinese: QTranslator) -> None:
    assert translate_engine("Batch size") == "批大小"
    assert choice_label(OptimizerName.MOMENTUM) == "带动量的 SGD"
    assert choice_label(Activation.RELU) == "ReLU"
    assert layer_title("hidden_2") == "隐藏层 2"
    right = Phrase("{share:.1%} of {count:,} validation images right", share=0.968, count=1200)
    assert translate_engine(right) == "1,200 张验证图像中认对 96.8%"
    error = DataError(
        "“{name}” is damaged.", cause="Its end is missing.", remedy="Fetch the file again.", name="a"
    )
    assert joined(error_words(error)) == "“a”已损坏。它缺少结尾。请重新获取这个文件。"
    labels = Phrase.joined([Phrase("Epochs"), Phrase("Learning rate")], ", ")
    assert sentence(translate_engine(labels)) == "轮数、学习率。"
    assert percent(0.9731) == "97.31%"


def test_the_window_speaks_chinese(chinese: QTranslator, window) -> None:
    menus = [action.text() for action in window.menuBar().actions()]
    assert menus == ["文件(&F)", "编辑(&E)", "数据(&D)", "模型(&M)", "训练(&T)", "视图(&V)", "帮助(&H)"]
    assert window.findChild(object, "trainButton").text() == "训练"
    assert window.findChild(object, "epochs").text() == "3 轮"


def test_the_command_compiles_every_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--into", str(tmp_path)]) == 0
    assert {path.stem for path in tmp_path.glob("*.qm")} == {path.stem for path in languages()}
    assert str(tmp_path) in capsys.readouterr().out


def test_a_file_that_cannot_be_compiled_is_told(tmp_path: Path) -> None:
    source = tmp_path / "netsketch_xx.ts"
    source.write_text("no translations", encoding="utf-8")
    with pytest.raises(RuntimeError, match="netsketch_xx"):
        compiled(source, tmp_path)
