from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.challenge.schools import Shares
from engine.cli.flags import IN_ROUNDS
from engine.cli.training_commands import SHARES_NAMES
from engine.storage import model_file

RecordsOf = Callable[[str], list[dict[str, Any]]]
ErrorOf = Callable[[pytest.CaptureFixture[str]], str]


def test_help_names_what_there_is() -> None:
    assert tuple(Shares) == SHARES_NAMES
    names = {flag.name for flag in IN_ROUNDS}
    assert {"data", "hidden", "learning-rate", "batch-size", "seed"} <= names
    assert not {"epochs", "schedule", "teacher", "early-stopping", "gate"} & names


def test_a_line_a_round_and_the_average_is_saved(
    small: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    out = tmp_path / "together"
    flags = ["--schools", "3", "--rounds", "2", "--learning-rate", "0.01", "--out", str(out), "--json"]
    assert cli.main(["federate", *small, *flags]) == 0
    records = records_of(capsys.readouterr().out)
    assert [record["event"] for record in records] == ["schools", "round", "round", "finished"]
    ready, first, second, finished = records
    assert [len(counts) for counts in ready["counts"]] == [10] * 3
    assert (first["round"], second["round"]) == (1, 2)
    assert second["alone"]["worst"] <= second["alone"]["mean"] <= second["alone"]["best"]
    saved = model_file.load(finished["path"])
    assert saved.results == {"validation_accuracy": second["accuracy"], "test_accuracy": finished["accuracy"]}
    assert saved.experiment.training.epochs == 2
    assert saved.learnt is not None
    assert saved.learnt.is_whole
    assert cli.main(["evaluate", finished["path"], "--json"]) == 0
    assert records_of(capsys.readouterr().out)[0]["accuracy"] == finished["accuracy"]


def test_a_person_reads_a_line_a_round(small: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--schools", "2", "--rounds", "1", "--images", "50"]
    assert cli.main(["federate", *small, *flags]) == 0
    said = capsys.readouterr().out
    assert "Round 1: the average reads " in said
    assert " a school alone " in said
    assert cli.main(["federate", *small, *flags, "--no-beside"]) == 0
    assert " a school alone " not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--schools", "1"], "There cannot be 1 schools"),
        (["--schools", "x"], "“x” is no number for --schools"),
        (["--shares", "odd"], "There are no shares “odd”. Shares are: equal, two-classes."),
        (["--rounds", "0"], "0 rounds are not possible"),
        (["--local-epochs", "101"], "101 local epochs are not possible"),
        (["--shares", "two-classes", "--schools", "3"], "do not go round"),
    ],
)
def test_a_wrong_flag_is_one_clear_error(
    flags: list[str], words: str, small: list[str], capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    assert cli.main(["federate", *small, *flags]) == 2
    assert words in error_of(capsys)
