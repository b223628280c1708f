from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.challenge.membership import MOST_COUNT, USUAL_COUNT, exposure
from engine.data.datasets import load_split
from engine.storage import model_file

RecordsOf = Callable[[str], list[dict[str, Any]]]
ErrorOf = Callable[[pytest.CaptureFixture[str]], str]


def test_what_is_told_is_what_was_found(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    assert cli.main(["exposure", str(trained), "--json", "--count", "50"]) == 0
    [record] = records_of(capsys.readouterr().out)
    saved = model_file.load(trained)
    found = exposure(saved, load_split(saved.experiment.data), count=50)
    assert record["auc"] == found.loss.auc
    assert record["interval"] == {"low": found.loss.interval.low, "high": found.loss.interval.high}
    assert record["accuracy"] == found.loss.accuracy
    assert record["tpr_at_1_percent_fpr"] == found.loss.found_few
    assert record["count"] == found.count
    assert record["moved"]["auc"] == found.moved.auc


def test_a_person_reads_figures_and_sentences(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["exposure", str(trained), "--count", "50", "--seed", "3"]) == 0
    said = capsys.readouterr().out
    assert "AUC 0." in said
    assert "Stronger attacks exist" in said


def test_help_tells_the_bounds_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["exposure", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert f"at most {MOST_COUNT:,}" in told
    assert f"by default {USUAL_COUNT:,}" in told


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--count", "many"], "“many” is no number for --count"),
        (["--count", "1"], "is not possible"),
        (["--seed", "-1"], "no number for --seed"),
        (["--data", "none"], "There is no data set “none”"),
    ],
)
def test_a_wrong_flag_is_one_clear_error(
    flags: list[str], words: str, trained: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    assert cli.main(["exposure", str(trained), *flags]) == 2
    assert words in error_of(capsys)


def test_a_count_out_of_bounds_fetches_no_data(
    trained: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.datasets.load_split", lambda *_, **__: pytest.fail("data are read"))
    assert cli.main(["exposure", str(trained), "--count", str(MOST_COUNT + 1)]) == 2
    assert "is not possible" in error_of(capsys)


def test_no_file_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf) -> None:
    assert cli.main(["exposure", str(tmp_path / "none.safetensors")]) == 2
    assert "none.safetensors" in error_of(capsys)
