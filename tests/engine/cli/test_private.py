"""Private training by the command line: what it says, keeps, refuses, and what goes on with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.evaluation.advice import Advice, Evidence, advise
from engine.folders import runs_folder
from engine.storage import model_file
from engine.storage.runs.listing import RunListing

Records = Callable[[str], list[dict[str, Any]]]


def test_it_says_what_it_spends_and_keeps_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: Records, small: list[str]
) -> None:
    path = tmp_path / "model.safetensors"
    flags = ["--hidden", "8", "--epochs", "2", "--privacy-epsilon", "4", "--out", str(path)]
    assert cli.main(["train", *small, *flags]) == 0
    said = capsys.readouterr().out
    assert "at most ε 4 is spent" in said
    assert "ε 4  " in said or "ε 3.9" in said
    spent = model_file.load(path).results["privacy_spent"]
    assert 3.9 < spent <= 4
    [run] = RunListing(runs_folder()).summaries()
    assert run.privacy_spent == spent
    assert cli.main(["train", "--resume", run.id, "--epochs", "5", "--json"]) == 0
    records = records_of(capsys.readouterr().out)
    assert records[-1]["privacy_spent"] == spent
    assert "budget is spent" in records[-1]["message"]
    assert cli.main(["runs", "show", run.id]) == 0
    assert "ε" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--hidden", "conv2,4", "--privacy-epsilon", "3"], "dense layers alone"),
        (["--hidden", "4", "--privacy-epsilon", "0.1", "--privacy-noise", "0.5"], "first epoch alone"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_no_run(
    capsys: pytest.CaptureFixture[str], small: list[str], flags: list[str], words: str
) -> None:
    assert cli.main(["train", *small, *flags]) == 2
    assert words in capsys.readouterr().err
    assert not RunListing(runs_folder()).summaries()


@pytest.mark.parametrize("results", [{"privacy_spent": 1.0}, {}])
def test_advice_on_a_model_from_a_file_knows_whether_it_was_private(
    results: dict[str, float], trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "private.safetensors"
    model_file.save_copy(path, replace(model_file.load(trained), results=results, advice=()))
    asked: list[Evidence] = []
    plainly = advise

    def noted(evidence: Evidence) -> Advice:
        asked.append(evidence)
        return plainly(evidence)

    monkeypatch.setattr("engine.evaluation.advice.advise", noted)
    assert cli.main(["evaluate", str(path)]) == 0
    assert [evidence.private for evidence in asked] == [bool(results)]
