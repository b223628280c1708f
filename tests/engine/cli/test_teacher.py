"""``train --teacher``: a run like any other, gone on with without the teacher's file; what does not fit is one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary

Records = Callable[[str], list[dict[str, Any]]]
FEW = ("--epochs", "2", "--train-count", "100", "--validation-share", "0.1")


def test_a_pupil_is_trained_kept_and_told_what_its_teacher_saw(
    trained: Path, tmp_path: Path, small: list[str], capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    out = str(tmp_path / "pupil")
    flags = ["--teacher", str(trained), "--teacher-share", "0.5", "--teacher-temperature", "2"]

    assert cli.main(["train", *small, *FEW, *flags, "--out", out, "--json"]) == 0
    records = records_of(capsys.readouterr().out)
    assert cli.main(["train", *small, *FEW, *flags, "--out", str(tmp_path / "other")]) == 0
    assert "Note: The teacher learnt from" in capsys.readouterr().out

    more, measured, started, *_, finished = records
    assert [more["event"], measured["event"], started["event"]] == ["warning", "warning", "started"]
    assert "examples that are not among the 90 training examples here" in more["message"]
    assert "learnt from 10 of the 110 validation and test examples" in measured["message"]
    saved = model_file.load(f"{out}.safetensors").experiment.training
    assert (saved.teacher, saved.teacher_share, saved.teacher_temperature) == (str(trained), 0.5, 2.0)
    assert RunLibrary().open(finished["run"]).teacher_path.exists()


@pytest.mark.slow
def test_it_is_gone_on_with_after_the_teacher_is_gone(
    trained: Path, tmp_path: Path, small: list[str], capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    teacher = tmp_path / "teacher.safetensors"
    teacher.write_bytes(trained.read_bytes())
    flags = ["train", *small, *FEW, "--teacher", str(teacher), "--json", "--out"]
    assert cli.main([*flags, str(tmp_path / "two")]) == 0
    run = records_of(capsys.readouterr().out)[-1]["run"]
    assert cli.main([*flags, str(tmp_path / "four"), "--epochs", "4"]) == 0
    capsys.readouterr()
    teacher.unlink()

    assert cli.main(["train", "--resume", run, "--epochs", "4", "--out", str(tmp_path / "again")]) == 0

    capsys.readouterr()
    whole, parts = (model_file.load(tmp_path / f"{name}.safetensors").state for name in ("four", "again"))
    assert all((whole[name] == parts[name]).all() for name in whole)


def test_a_preset_may_have_a_teacher(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: Records
) -> None:
    flags = ["--preset", "article", "--data", "generated", "--generated-count", "300", "--epochs", "1"]
    assert cli.main(["train", *flags, "--teacher", str(trained), "--out", str(tmp_path / "m"), "--json"]) == 0
    assert records_of(capsys.readouterr().out)[-1]["reason"] == "completed"


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--teacher", "nowhere.safetensors"], "There is no file “nowhere.safetensors”"),
        (["--teacher", "."], "“.” is a folder"),
        (["--teacher", "x", "--teacher-share", "1.5"], "Share of the teacher must be at most 1"),
        (["--teacher", "x", "--teacher-temperature", "0"], "Temperature must be more than 0"),
        (["--teacher", ""], "It is empty"),
    ],
)
def test_what_cannot_be_a_teacher_is_one_line_and_nothing_is_begun(
    flags: list[str],
    words: str,
    tmp_path: Path,
    small: list[str],
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[..., str],
) -> None:
    assert cli.main(["train", *small, *flags, "--json", "--out", str(tmp_path / "model")]) == 2
    assert words in error_of(capsys)
    assert list(tmp_path.iterdir()) == []
    assert not RunLibrary().summaries()


def test_a_run_that_is_gone_on_with_keeps_its_own_teacher(
    capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    assert cli.main(["train", "--resume", "x", "--teacher", "y"]) == 2
    error = error_of(capsys)
    assert "--teacher" in error or "no run" in error


def test_the_help_tells_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["train", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "--teacher FILE A model file." in said
    assert "(default none)" in said
