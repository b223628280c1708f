from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import cli
from engine.config import Experiment
from engine.models.build import build
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary


def test_evaluate_measures_what_training_measured(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert cli.main(["evaluate", str(trained), "--data", "generated", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    results = model_file.describe(trained).results
    assert record["accuracy"] == results["test_accuracy"]
    assert record["loss"] == pytest.approx(results["test_loss"])
    assert record["count"] == np.sum(record["confusion"])
    assert record["part"] == "test"


def test_evaluate_takes_the_data_and_the_part_of_the_training(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert cli.main(["evaluate", str(trained), "--part", "validation", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    assert record["accuracy"] == pytest.approx(model_file.describe(trained).results["validation_accuracy"])
    assert record["count"] == 60


def test_evaluate_says_of_the_test_images_alone_whether_the_gate_is_passed(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    gates = []
    for part in ("test", "validation"):
        assert cli.main(["evaluate", str(trained), "--part", part, "--json"]) == 0
        record = records_of(capsys.readouterr().out)[0]
        gates.append(record["gate"])
        low, high = record["interval"]
        assert low <= record["accuracy"] <= high

    assert gates == ["not_passed", None]  # it is trained for a moment only


def test_evaluate_for_a_person(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(trained)]) == 0

    said = capsys.readouterr()
    assert "Accuracy " in said.out
    assert "Not passed: " in said.out
    assert len([line for line in said.out.splitlines() if "found" in line]) == 10
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.safetensors"], "There is no file"),
        (["MODEL", "--part", "all"], "There is no part “all”"),
        (["MODEL", "--data", "unknown"], "unknown"),
        ([], "MODEL"),
    ],
)
def test_evaluate_says_in_one_line_what_is_wrong(
    trained: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
    error_of: Callable[..., str],
) -> None:
    assert (
        cli.main(["evaluate", *(str(trained) if item == "MODEL" else item for item in arguments), "--json"])
        == 2
    )

    assert words in error_of(capsys)


def test_evaluate_refuses_data_of_another_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str], small: list[str]
) -> None:
    experiment = Experiment().with_(**{"data.generated_count": 100})
    state = build(experiment.network, image_shape=(1, 8, 8)).state_dict()
    model_file.save(
        tmp_path / "small.safetensors", experiment=experiment, classes=tuple("0123456789"), state=state,
        image_shape=(1, 8, 8),
    )  # fmt: skip

    assert cli.main(["evaluate", str(tmp_path / "small.safetensors"), "--json"]) == 2
    assert "does not fit the data" in error_of(capsys)
    assert cli.main(["predict", str(tmp_path / "small.safetensors"), "digit.png", "--json"]) == 2
    assert "does not take drawings" in error_of(capsys)


def test_evaluate_tells_of_images_that_the_model_learnt_from(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    learnt = {}
    for part in ("train", "validation", "test"):
        assert cli.main(["evaluate", str(trained), "--part", part, "--json"]) == 0
        record = records_of(capsys.readouterr().out)[0]
        learnt[part] = record["learnt"] / record["count"]
    assert learnt == {"train": 1, "validation": 0, "test": 0}

    assert cli.main(["evaluate", str(trained), "--part", "train"]) == 0
    assert "Take care: The model learnt from all of these" in capsys.readouterr().out


def test_train_runs_and_evaluate_give_one_advice(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    path = tmp_path / "slow.safetensors"
    slow = ["--learning-rate", "1e-7", "--epochs", "3", "--batch-size", "4", "--data", "generated"]
    assert cli.main(["train", *small, *slow, "--out", str(path), "--json"]) == 0
    advice = records_of(capsys.readouterr().out)[-1]["advice"]
    assert advice["limit"] == "fault"
    assert advice["text"].startswith("The learning rate is too low")

    assert cli.main(["evaluate", str(path), "--json"]) == 0
    assert records_of(capsys.readouterr().out)[0]["advice"] == advice["text"]
    assert cli.main(["evaluate", str(path)]) == 0
    assert advice["text"] in capsys.readouterr().out
    run = RunLibrary().find("generated-1")
    assert " ".join(run.advice) == advice["text"]


def test_without_a_pass_mark_neither_train_nor_evaluate_advises(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    path = str(tmp_path / "slow.safetensors")
    slow = [*small, "--learning-rate", "1e-7", "--epochs", "1", "--data", "generated", "--out", path]
    assert cli.main(["train", *slow, "--gate", "0", "--json"]) == 0
    assert cli.main(["evaluate", path, "--json"]) == 0
    *_, trained, measured = records_of(capsys.readouterr().out)
    assert trained["advice"] is measured["advice"] is None

    for arguments, is_advised in (["--gate", "0"], False), ([], True):
        assert cli.main(["train", *slow, *arguments]) == 0
        assert cli.main(["evaluate", path]) == 0
        said = capsys.readouterr().out
        assert said.count("has not begun to learn") == (2 if is_advised else 0)
