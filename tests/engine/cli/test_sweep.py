"""The command ``sweep``, its workers in this process: tests/engine/sweep/test_crew.py has real ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main
from engine.errors import TrainingError
from engine.folders import HOME_VARIABLE
from engine.sweep.library import SweepLibrary
from tests.engine.cli.own_crew import OwnCrew, crew_here

Capture = pytest.CaptureFixture[str]
Records = Callable[[str], list[dict[str, Any]]]

SMALL = "sweep --generated-count 200 --hidden 8 --epochs 1 --batch-size 32 --way random".split()
RATES = ("--set", "training.learning_rate=1e-3:1e-1:log")


@pytest.fixture(autouse=True)
def own_crew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[OwnCrew]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return crew_here(monkeypatch)


@pytest.mark.slow
def test_a_line_a_trial_and_the_best_at_last(capsys: Capture, records_of: Records, tmp_path: Path) -> None:
    assert main([*SMALL, *RATES, "--trials", "3", "--json", "--name", "Rates"]) == 0
    begun, *trials, best = records_of(capsys.readouterr().out)
    assert (begun["event"], begun["id"], begun["trials"]) == ("sweep", "sweep-1", 3)
    assert [(record["event"], record["number"], record["state"]) for record in trials] == [
        ("trial", number, "done") for number in range(3)
    ]
    assert best["event"] == "best"
    assert best["goal"] == max(record["goal"] for record in trials)
    assert list(best["values"]) == ["training.learning_rate"]
    assert main(["runs", "list", "--sweep", "sweep-1", "--json"]) == 0
    runs = records_of(capsys.readouterr().out)
    assert {run["id"]: run["sweep"] for run in runs} == {record["run"]: "sweep-1" for record in trials}
    assert main(["runs", "list", "--sweep", "sweep-2"]) == 0
    assert capsys.readouterr().out == "There are no runs of the sweep sweep-2.\n"
    assert main(["sweep", "list", "--json"]) == 0
    (listed,) = records_of(capsys.readouterr().out)
    assert (listed["name"], listed["status"], listed["done"]) == ("Rates", "done", 3)
    assert main(["sweep", "show", "Rates", "--csv", str(tmp_path / "table.csv")]) == 0
    assert capsys.readouterr().out.startswith("Trial 1  validation accuracy ")
    assert len((tmp_path / "table.csv").read_text(encoding="utf-8").splitlines()) == 4


@pytest.mark.slow
def test_a_sweep_goes_on_and_may_get_more(
    capsys: Capture, records_of: Records, own_crew: type[OwnCrew]
) -> None:
    own_crew.most = 1
    assert main([*SMALL, *RATES, "--trials", "2"]) == 0
    assert SweepLibrary().sweeps()[0].status == "paused"
    own_crew.most = 100
    assert main(["sweep", "--resume", "sweep-1", "--trials", "3"]) == 0
    said = capsys.readouterr().out
    assert [said.count(f"Trial {number} ") for number in (1, 2, 3)] == [1, 1, 1]
    assert "Best: trial " in said.splitlines()[-2]
    assert SweepLibrary().sweeps()[0].status == "done"


@pytest.mark.parametrize("flag", ["--goal loss", "--way tpe", "--name Other", "--sweep-seed 0", "--epochs 3"])
def test_what_a_sweep_was_begun_with_cannot_be_changed(
    error_of: Callable[[Capture], str], capsys: Capture, flag: str
) -> None:
    assert main(["sweep", "--resume", "sweep-1", *flag.split()]) == 2
    assert "begun with" in error_of(capsys)


@pytest.mark.slow
def test_the_same_plan_gives_the_same_sweep(capsys: Capture, records_of: Records) -> None:
    found = []
    for seed in ("1", "1", "2"):
        assert main([*SMALL, *RATES, "--trials", "2", "--sweep-seed", seed, "--json"]) == 0
        records = records_of(capsys.readouterr().out)
        found.append([(record["values"], record["goal"]) for record in records if record["event"] == "trial"])
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["sweep"],
        [*SMALL, "--set", "training.learning_rate"],
        [*SMALL, "--set", "training.learning_rate=2:1"],
        [*SMALL, *RATES, "--way", "chance"],
        [*SMALL, *RATES, "--trials", "x"],
        [*SMALL, *RATES, "--minutes", "x"],
        [*SMALL, *RATES, "--workers", "1000"],
        [*SMALL, *RATES, "--data", "nothing"],
        [*SMALL, "--set", "network.units=4,8", "--goal", "accuracy-in-parameters", "--limit", "10"],
        [*SMALL, *RATES, "--storage", "sqlite:///s3cr3t.db", "--name", "x"],
        [*SMALL, *RATES, "--storage", "postgresql+psycopg://me:s3cr3t@127.0.0.1:1/db", "--name", "x"],
        ["sweep", "--resume", "nothing"],
        ["sweep", "--resume", "sweep-1", "--epochs", "3"],
        ["sweep", "show", "nothing"],
        ["sweep", "worker"],
        ["sweep", "worker", "--study", "x", "--storage", "postgresql+psycopg://me:s3cr3t@127.0.0.1:1/db"],
    ],
    ids=" ".join,
)
def test_one_line_on_standard_error(
    capsys: Capture, error_of: Callable[[Capture], str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert "s3cr3t" not in error_of(capsys)
    assert SweepLibrary().sweeps() == ()


def test_workers_that_fail_are_an_error(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, own_crew: type[OwnCrew]
) -> None:
    def run(*_arguments: object) -> None:
        raise TrainingError("The workers of the sweep end without a result.")

    monkeypatch.setattr(own_crew, "run", run)
    assert main([*SMALL, *RATES]) == 2
    assert "without a result" in capsys.readouterr().err


def test_the_help_has_the_flags_of_train_and_speaks(capsys: Capture) -> None:
    assert main(["sweep", "--help"]) == 0
    assert {"--set", "--learning-rate", "--resume"} <= set(capsys.readouterr().out.replace("│", " ").split())
    assert main(["sweep", "--help", "--language", "zh_CN"]) == 0
    assert "超参数搜索" in capsys.readouterr().out


def test_what_is_printed_is_json(capsys: Capture) -> None:
    assert main([*SMALL, *RATES, "--trials", "1", "--json"]) == 0
    for line in capsys.readouterr().out.splitlines():
        json.loads(line)
