from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine import cli
from engine.captions.pictures import UNSEEN_START, described

SEARCHED = 2000  # the program looks through five times as many
Records = Callable[[str], list[dict[str, Any]]]
ErrorOf = Callable[[pytest.CaptureFixture[str]], str]
TRAIN = (
    "captions",
    "train",
    "--pictures",
    "2000",  # after 60 steps over 600, some zeros are read as "an upright digit"
    "--steps",
    "150",
    "--batch-size",
    "64",
    "--learning-rate",
    "0.01",
)


@pytest.fixture(autouse=True)
def fewer_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.cli.captions.SEARCHED", SEARCHED)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("captions") / "c.safetensors"
    assert cli.main([*TRAIN, "--out", str(path)]) == 0
    return path


def test_training_tells_its_steps_and_saves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    assert cli.main([*TRAIN, "--steps", "3", "--out", str(tmp_path / "mine"), "--json"]) == 0
    *events, last = records_of(capsys.readouterr().out)
    assert events[-1]["event"] == "learnt"
    assert last["event"] == "finished"
    assert last["step"] == 3
    assert last["path"] == str(tmp_path / "mine.safetensors")
    assert (tmp_path / "mine.safetensors").is_file()


def test_finding_tells_the_likeliest_first(
    model: Path, capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    assert cli.main(["captions", "find", str(model), "粗的零", "--count", "4", "--json"]) == 0
    rows = records_of(capsys.readouterr().out)
    assert [row["rank"] for row in rows] == [1, 2, 3, 4]
    assert {row["caption"] for row in rows} == {"a thick zero"}
    assert sorted((row["likeness"] for row in rows), reverse=True) == [row["likeness"] for row in rows]
    assert sum("zero" in row["shows"] for row in rows) >= 3
    drawn = described(SEARCHED, start=UNSEEN_START)
    for row in rows:
        facts = drawn.facts[row["image"]]
        assert row["true"] == bool(facts[0] == 2 and facts[2] == 1)


def test_finding_speaks_chinese(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--language", "zh", "captions", "find", str(model), "a zero", "--count", "1"]) == 0
    assert "零" in capsys.readouterr().out


def test_reading_says_a_sentence_that_fits(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    drawn = described(400, start=UNSEEN_START)
    index = int(np.flatnonzero((drawn.facts == [2, 1, 1]).all(axis=1))[0])
    Image.fromarray(255 - drawn.images[index]).resize((140, 140)).save(tmp_path / "zero.png")
    assert cli.main(["captions", "read", str(model), str(tmp_path / "zero.png"), "--json"]) == 0
    (row,) = records_of(capsys.readouterr().out)
    assert "zero" in row["caption"]
    assert len(row["others"]) == 4
    assert cli.main(["captions", "read", str(model), str(tmp_path / "zero.png")]) == 0
    assert row["caption"] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["find", "MODEL", ""], "The caption says nothing of a picture"),
        (["find", "MODEL", "a purple three"], "not known: purple"),
        (["find", "MODEL", "a three", "--count", "0"], "no number for --count"),
        (["find", "MODEL", "a three", "--data", "iris"], "no such ones"),
        (["find", "nowhere.safetensors", "a three"], "There is no file"),
        (["train", "--steps", "0"], "--steps must be at least 1"),
        (["train", "--learning-rate", "x"], "--learning-rate must be a number"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    model: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    capsys.readouterr()
    assert cli.main(["captions", *(str(model) if each == "MODEL" else each for each in arguments)]) == 2
    assert words in error_of(capsys)


def test_an_empty_picture_shows_nothing(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    capsys.readouterr()
    Image.new("L", (30, 30), 255).save(tmp_path / "empty.png")
    assert cli.main(["captions", "read", str(model), str(tmp_path / "empty.png")]) == 2
    assert "shows nothing" in error_of(capsys)
