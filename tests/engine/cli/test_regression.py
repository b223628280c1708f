"""A number on the command line: trained for, measured, asked for, exported, and refused where there are no classes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine import cli
from engine.inference import Recognizer
from tests.engine.cli.own_crew import crew_here


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regression")
    path = folder / "slope.safetensors"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETSKETCH_HOME", str(folder))
        flags = "--preset hills --data slope --point-noise 0 --points 200 --epochs 60 --threads 1"
        assert cli.main(["train", *flags.split(), "--out", str(path)]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert isinstance(found, dict)
    return found


def test_training_says_its_measure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    flags = "--preset hills --data slope --points 60 --epochs 1 --threads 1 --no-keep"
    assert cli.main(["train", *flags.split(), "--out", str(tmp_path / "m")]) == 0
    out = capsys.readouterr().out
    assert "R²" in out
    assert "mean absolute error" in out
    assert "accuracy" not in out


def test_it_is_measured_by_r2_and_by_how_far_it_is_off(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["evaluate", str(model), "--json"]) == 0
    found = told(capsys)
    assert found["goal"] == "number"
    assert float(str(found["r2"])) > 0.99
    assert float(str(found["mae"])) < 0.05
    assert found["gate"] == "passed"


def test_a_place_is_answered_with_the_number(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["predict", str(model), "1,2", "--json"]) == 0
    found = told(capsys)
    assert found["target"] == "z"
    assert found["number"] == pytest.approx(3 / 12, abs=0.05)
    assert cli.main(["predict", str(model), "1,2"]) == 0
    assert capsys.readouterr().out.startswith("1,2: z 0.2")


@pytest.mark.parametrize("form", ["script", "onnx", "c"])
def test_what_is_exported_answers_as_the_model_does(
    model: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "out"
    assert cli.main(["export", str(model), "--format", form, "--out", str(made), "--json"]) == 0
    capsys.readouterr()
    if form == "script":
        program = [sys.executable, str(made.with_suffix(".py")), "--json", "1,2"]
        answer = json.loads(subprocess.run(program, capture_output=True, check=True).stdout)
        recognizer = Recognizer.load(model)
        import numpy as np

        wanted = float(recognizer.probabilities(np.array([1, 2], np.float32))[0, 0])
        assert answer["number"] == pytest.approx(wanted, abs=1e-5)


@pytest.mark.parametrize("form", ["code", "web"])
def test_other_forms_refuse_in_a_sentence(
    model: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(model), "--format", form, "--out", str(tmp_path / "out")]) == 2
    assert "cannot be exported" in capsys.readouterr().err


def test_nothing_is_attacked_or_made_smaller(
    model: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.main(["attack", str(model)]) != 0
    assert "cannot be attacked" in capsys.readouterr().err
    assert cli.main(["compress", str(model), "--method", "prune", "--out", str(tmp_path / "s")]) != 0
    assert "number" in capsys.readouterr().err


def test_runs_and_their_sweeps_are_told_by_r2(
    model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETSKETCH_HOME", str(model.parent))
    crew_here(monkeypatch)
    assert cli.main(["runs", "list"]) == 0
    assert "validation R² 9" in capsys.readouterr().out
    flags = "--preset hills --data slope --points 60 --epochs 1 --learning-rate 1e-6 --threads 1 --workers 1"
    varied = ["--set", "training.batch_size=16", "--way", "grid"]
    assert cli.main(["sweep", *flags.split(), *varied]) == 0
    out = capsys.readouterr().out
    assert "R² of validation" in out
    assert "accuracy" not in out
    assert cli.main(["sweep", "list", "--json"]) == 0
    best = told(capsys)["best"]
    assert isinstance(best, dict)
    assert best["accuracy"] < 0, (
        "a network that has hardly learnt is worse than the mean, and that is told as it is"
    )


def test_a_learning_curve_is_told_by_r2(capsys: pytest.CaptureFixture[str]) -> None:
    flags = "--preset hills --data slope --points 200 --epochs 1 --threads 1 --fractions 1/4,1/2,1 --seeds 1"
    assert cli.main(["learning-curve", *flags.split()]) == 0
    out = capsys.readouterr().out
    assert "R²: validation" in out
    assert "of the variance of the validation targets is not explained" in out
    assert "read wrong" not in out
