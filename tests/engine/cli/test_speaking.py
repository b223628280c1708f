"""The command line in Chinese: every help and what the commands say, with no English left between."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine import cli, language
from engine.attacks.registry import ATTACKS
from engine.cli.columns import cells
from engine.cli.flags import FLAGS
from engine.cli.model_commands import GROUPING_NAMES, METHOD_NAMES
from engine.cli.program import spoken_app
from engine.cli.run_commands import RUN_FORMAT_NAMES
from engine.cli.speaking import SpokenGroup, usage_error
from engine.config import list_presets
from engine.data import datasets
from engine.data.exporting.registry import FORMATS
from engine.data.text.registry import TASKS
from engine.layers import LAYER_KINDS
from engine.storage import model_file

CHINESE = ("--language", "zh")
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}(?:['-][A-Za-z]+)*")
# What is typed or read by machines, and is the same in every language: flags, commands, files, addresses.
TYPED = re.compile(
    r"`[^`]*`|'[^']*'|(?<!\w)--?[A-Za-z][\w-]*(?:=\S*)?|<\w+>|\S*[/\\]\S*|[\w-]+\.\w+|“none”"
    r"|\[OPTIONS\]|COMMAND \[ARGS\]\.\.\.|(?<![A-Za-z])[A-Z_]{2,}(?![a-z])(?:\.\.\.)?|[\w-]+(?:\|[\w-]+)+"
)
# Names: of the field, of formats and programs, and of what is chosen by them.
NAMES = {
    "Adam", "AdamW", "SGD", "ReLU", "LeakyReLU", "GELU", "ELU", "SiLU", "tanh", "sigmoid", "softmax", "logit", "Ctrl-C",
    "EMNIST", "MNIST", "IDX", "NumPy", "PNG", "CSV", "JSON", "NPZ", "zip", "Fashion-MNIST", "GPU", "CPU", "CUDA", "MPS",
    "Kaiming", "Xavier", "He", "Glorot", "Nesterov", "px", "KB", "MB", "cpu", "netsketch", "NetSketch", "first", "last",
    "dropout", "list", "Path", "test", "WebP",
    "TensorBoard", "logs", "Linux", "beside", "equal",
    "keep", "float", "int", "str", "path", "en", "zh", "none", "PyTorch", "beta", "dB", "Transformer",
    "PostgreSQL", "pgpass", "log", "tpe", "accuracy", "never",
}  # fmt: skip


@pytest.fixture(autouse=True)
def english_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COLUMNS", "500")  # no line of a help ends within a word
    yield
    language.speak(language.ENGLISH)


def english_in(text: str) -> list[str]:
    """Name what is left of English: words that nobody types and that name nothing."""
    known = NAMES | typed_names()
    return [word for word in LATIN.findall(TYPED.sub(" ", text)) if word not in known]


@cache
def typed_names() -> frozenset[str]:
    """Return what is chosen by its name: commands, data sets, presets, forms, values of flags."""
    chosen = {choice for flag in FLAGS for choice in flag._choices()}
    told = {info.name for info in datasets.names()} | {item.name for item in list_presets()}
    of_layers = {
        word
        for kind in LAYER_KINDS.values()
        for word in re.findall(r"\w+", kind.word_help)
        if kind.described(word)
    }
    letters = {letters for word in of_layers for letters in LATIN.findall(word)}
    return (
        frozenset({*letters, *LAYER_KINDS})
        | frozenset(
            word
            for name in chosen
            | told
            | {form.name for form in FORMATS}
            | {*RUN_FORMAT_NAMES, *METHOD_NAMES, *GROUPING_NAMES, *ATTACKS, "my-digits"}
            | {example for task in TASKS for example in task.shown}
            | {"a thick slanted three", "a cat sees, cats see, Anna looks for her hat"}  # what is learnt
            for word in (name, *re.split("[-_]", name), *LATIN.findall(name))
        )
        | frozenset(name for path in commands(spoken_app()) for name in path)
    )


def commands(group: SpokenGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Name all commands by the words that call them."""
    yield path
    for name, command in group.commands.items():
        if isinstance(command, SpokenGroup):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("command", list(commands(spoken_app())), ids=" ".join)
def test_every_help_is_chinese(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, *CHINESE, "--help"]) == 0
    told = capsys.readouterr().out
    assert "用法：netsketch" in told
    assert english_in(told) == []


@pytest.fixture
def spoken(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that runs a command in Chinese and returns what it said."""

    def run(*arguments: str, code: int = 0) -> str:
        assert cli.main([*arguments, *CHINESE]) == code
        told = capsys.readouterr()
        assert (told.err == "") == (code == 0)
        return told.out + told.err

    return run


def test_what_commands_say_is_chinese(
    small: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoken: Callable[..., str]
) -> None:
    monkeypatch.chdir(tmp_path)
    model, run = "model.safetensors", "generated-12"
    Image.fromarray(np.pad(np.zeros((20, 4), np.uint8), 20, constant_values=255)).save("digit.png")
    for label in ("one", "two"):
        (tmp_path / "mine" / label).mkdir(parents=True)
        Image.open("digit.png").save(tmp_path / "mine" / label / "1.png")
    (tmp_path / "mine" / "two" / "no.png").write_text("no picture")
    told = {
        "train": spoken("train", *small, "--epochs", "2", "--learning-rate", "0.01"),
        "evaluate": spoken("evaluate", model),
        "predict": spoken("predict", model, "digit.png"),
        "curve": spoken("learning-curve", *small, "--epochs", "1", "--fractions", "1/2,1", "--seeds", "1"),
        "presets": spoken("presets"),
        "datasets": spoken("datasets"),
        "import": spoken("datasets", "import", "mine"),
        "fetch": spoken("datasets", "fetch", "iris"),
        "export": spoken("datasets", "export", "mine", "mine.npz"),
        "runs": spoken("runs"),
    }
    name = re.split(r"\s", told["runs"])[0]
    told |= {
        "show": spoken("runs", "show", name),
        "rename": spoken("runs", "rename", name, run),
        "written": spoken("runs", "export", run, "run.zip"),
        "delete": spoken("runs", "delete", run),
        "none": spoken("runs"),
        "restore": spoken("runs", "restore", run),
        "read": spoken("runs", "import", "run.zip"),
    }
    own = {"one", "two", "mine", run, name, *re.findall(LATIN, name), "generated", "iris", "id"}
    left = {what: [word for word in english_in(text) if word not in own] for what, text in told.items()}
    assert {what: words for what, words in left.items() if words} == {}
    assert all(HAN.search(text) for text in told.values())
    columns = {
        cells(line[: line.index("  找出")]) for line in told["evaluate"].splitlines() if "  找出" in line
    }
    assert len(columns) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["train", "--epochs", "0"],
        ["train", "--epochs", ""],
        ["train", "--bogus"],
        ["train", "--epochs"],
        ["train", "extra"],
        ["trian"],
        ["evaluate"],
        ["evaluate", "nowhere.safetensors"],
        ["predict", "nowhere.safetensors", "x.png"],
        ["train", "--preset", "nobody"],
        ["train", "--experiment", "nowhere.json"],
        ["train", "--hidden", "many"],
        ["train", "--resume", "nobody"],
        ["runs", "show", "nobody"],
        ["runs", "restore", "nobody"],
        ["datasets", "export", "nobody", "x.npz"],
        ["datasets", "export", "generated", "x.npz", "--format", "nothing"],
        ["datasets", "import", "nowhere"],
        ["datasets", "import", "nowhere", "--as", "wrong"],
        ["learning-curve", "--seeds", "0"],
        ["learning-curve", "--fractions", "2"],
    ],
    ids=" ".join,
)
def test_errors_are_chinese(arguments: list[str], spoken: Callable[..., str]) -> None:
    told = spoken(*arguments, code=2)
    assert HAN.search(told)
    assert told.rstrip().endswith("。")
    # What was typed, with what it is like, and the system's own words for why a file cannot be read.
    given = {word for each in (*arguments, os.strerror(errno.ENOENT)) for word in LATIN.findall(each)}
    assert [word for word in english_in(told) if word not in given] == []


def test_the_language_may_stand_before_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*CHINESE, "runs"]) == 0
    assert capsys.readouterr().out == "还没有训练记录。\n"
    assert cli.main([*CHINESE, "runs", "--language", "en"]) == 0
    assert capsys.readouterr().out == "There are no runs yet.\n"


def test_an_unknown_language_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--language", "tlh", "runs"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "netsketch: There is no language “tlh” here. Languages are: en, zh_Hans.\n"


def test_what_programs_read_is_the_same_in_every_language(
    small: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lists = []
    for code in ("en", "zh"):
        assert cli.main(["datasets", "--json", "--language", code]) == 0
        assert cli.main(["presets", "--json", "--language", code]) == 0
        lists.append(capsys.readouterr().out)
    assert lists[0] == lists[1]


def test_a_name_is_never_translated(spoken: Callable[..., str], small: list[str], tmp_path: Path) -> None:
    spoken("train", *small, "--epochs", "1", "--out", str(tmp_path / "x"))
    name = spoken("runs").split()[0]
    spoken("runs", "rename", name, "Training")  # which is 训练 where it is a word
    assert spoken("runs").startswith("Training ")


@pytest.mark.parametrize(
    "text",
    [
        "Invalid value for '--epochs': It is empty.",
        "No such option: --bogus",
        "No such option: --epoch (Possible options: --epochs)",
        "No such command 'trian'. Did you mean 'train'?",
        "Missing argument 'MODEL'.",
        "Option '--epochs' requires an argument.",
        "Option '--value-range' requires 2 arguments.",
        "Got unexpected extra argument(s) (a b)",
        "Something new.",
    ],
)
def test_a_usage_error_is_taken_apart_and_the_same_again(text: str) -> None:
    phrase = usage_error(text)
    assert phrase == text
    assert bool(phrase.values) == (text != "Something new.")


def test_what_files_keep_in_english_is_said_in_chinese(
    small: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    spoken: Callable[..., str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        cli.main(["train", *small, "--epochs", "5", "--learning-rate", "1e-8"]) == 0
    )  # one to be advised on
    capsys.readouterr()
    told = spoken("evaluate", "model.safetensors")
    advice = model_file.describe("model.safetensors").advice
    assert advice[0] == "The learning rate is too low: every step is a crawl."
    assert "学习率过低" in told
    assert [word for word in english_in(told) if word != "generated"] == []


def test_a_help_in_one_language_leaves_the_next_in_another(capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("zh_CN", "en", "zh_CN"):
        assert cli.main(["train", "--help", "--language", code]) == 0
        assert ("A model file." in capsys.readouterr().out) == (code == "en")
