"""``generate`` goes on with a text, ``predict`` answers questions, ``evaluate`` tells of exact answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import cli
from engine.storage import model_file
from engine.training import TrainingFinished, train
from tests.engine.training.texts import CLASSES, EXPERIMENT, WIDTH, backwards, prose


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _saved(tmp_path_factory.mktemp("words") / "words.safetensors", task=True)


@pytest.fixture(scope="module")
def circle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _saved(tmp_path_factory.mktemp("circle") / "circle.safetensors", task=False)


def _saved(path: Path, *, task: bool) -> Path:
    from engine.data.dataset import Split

    data = backwards() if task else Split(prose(), prose(8), prose(10))
    experiment = EXPERIMENT.with_(**{"training.epochs": 40 if task else 4})
    *_, last = train(experiment, data)
    assert isinstance(last, TrainingFinished)
    classes, shape = (CLASSES, (WIDTH, len(CLASSES))) if task else (data.classes, (6, 4))
    about = {"experiment": experiment, "classes": classes, "image_shape": shape, "state": last.state}
    model_file.save(path, **about, goal="characters")
    return path


def records(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_answer_is_told_with_how_sure_it_is(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["predict", str(model), "ab=", "cab=", "--json"]) == 0
    first, second = records(capsys)
    assert (first["question"], first["answer"]) == ("ab=", "ba")
    assert second["answer"] == "bac"
    assert 0.5 < float(str(first["confidence"])) <= 1
    assert cli.main(["predict", str(model), "ab="]) == 0
    assert capsys.readouterr().out.startswith("ab= ba  ")


def test_a_character_that_it_does_not_know_is_one_line(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["predict", str(model), "ax=", "ab="]) == 2
    caught = capsys.readouterr()
    assert "does not know the character “x”" in caught.err
    assert caught.err.count("\n") == 1
    assert caught.out.startswith("ab= ba")


def test_the_seed_decides_what_is_written(circle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for seed in ("3", "3", "4"):
        arguments = ["--prompt", "abc", "--count", "30", "--temperature", "2", "--seed", seed, "--json"]
        assert cli.main(["generate", str(circle), *arguments]) == 0
        [record] = records(capsys)
        assert record["count"] == 30
        texts.append(record["text"])
    assert texts[0] == texts[1] != texts[2]


def test_what_is_written_stands_behind_the_prompt(circle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", str(circle), "--prompt", "ab", "--count", "6", "--temperature", "0"]) == 0
    assert capsys.readouterr().out == "abc abc a"[:8] + "\n"


def test_of_prose_the_next_character_is_told(circle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["predict", str(circle), "abc", "--json"]) == 0
    [record] = records(capsys)
    assert record["next"] == " "
    assert cli.main(["predict", str(circle), "abc"]) == 0
    assert "next “␣”" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--count", count] for count in ("0", "x", "1000001")),
        *(["--temperature", heat] for heat in ("-1", "nan", "inf", "101", "hot")),
        ["--seed", "-1"],
    ],
)
def test_numbers_that_are_none_are_refused(
    circle: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate", str(circle), "--prompt", "ab", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_model_of_pictures_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from engine.config import Experiment
    from engine.models.build import build

    experiment = Experiment().with_(**{"network.hidden": "4"})
    path = tmp_path / "digits.safetensors"
    state = build(experiment.network).state_dict()
    classes = tuple("0123456789")
    model_file.save(path, experiment=experiment, classes=classes, image_shape=(1, 28, 28), state=state)
    assert cli.main(["generate", str(path), "--prompt", "a"]) == 2
    assert "does not go on with text" in capsys.readouterr().err


def test_text_is_learnt_by_a_preset_where_nothing_else_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sums.safetensors"
    beside = ["--made-up", "300", "--epochs", "1", "--no-keep", "--json"]
    assert cli.main(["train", "--data", "adding", "--out", str(path), *beside]) == 0
    told = records(capsys)
    assert "little-gpt-adds" in str(told[0]["message"])
    assert [layer.kind for layer in model_file.describe(path).experiment.network.hidden] == [
        "embedding",
        "attention",
        "attention",
    ]
    assert cli.main(["evaluate", str(path), "--json"]) == 0
    [record] = records(capsys)
    assert record["goal"] == "characters"
    assert isinstance(record["wrong"], list)
    assert record["wrong"]
    assert {"question", "right", "said", "confidence"} == set(record["wrong"][0])
    assert cli.main(["evaluate", str(path), "--data", "reversing"]) == 2
    assert "does not fit" in capsys.readouterr().err


def test_what_text_has_no_use_for_is_refused_before_it_begins(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--preset", "little-gpt-adds", "--made-up", "300", "--epochs", "1"]
    assert cli.main(["train", *asked, "--teacher", str(model), "--no-keep"]) == 2
    assert "a character at every place" in capsys.readouterr().err
    assert cli.main(["federate", *asked[:4], "--schools", "2", "--rounds", "1"]) == 2
    assert "not dealt out to schools" in capsys.readouterr().err
    for command in ("attack", "exposure"):
        assert cli.main([command, str(model)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
