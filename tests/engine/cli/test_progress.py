from __future__ import annotations

import io
import sys
from dataclasses import replace

import pytest

from engine.cli import progress
from engine.cli.output import Output
from engine.cli.progress import PreparationProgress, TrainingProgress, percent
from engine.training.events import EpochDone, TrainingStarted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_done_at_once_is_not_worth_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with PreparationProgress(Output()) as tell:
        tell("Reading MNIST …", 0.0)
        tell("Reading MNIST …", 1.0)

    assert capsys.readouterr().out == ""


def test_what_takes_long_is_said_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG_SECONDS", -1.0)
    with PreparationProgress(Output()) as tell:
        for words in ("Downloading MNIST …", "Reading MNIST …"):
            for share in (0.0, 0.5, 1.0):
                tell(words, share)

    assert capsys.readouterr().out == "Downloading MNIST …\nReading MNIST …\n"


def test_programs_are_not_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LONG_SECONDS", -1.0)
    with PreparationProgress(Output(as_json=True)) as tell:
        tell("Downloading MNIST …", 0.5)

    assert capsys.readouterr().out == ""


def test_in_a_terminal_there_is_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with PreparationProgress(Output()) as tell:
        tell("Downloading MNIST …", float("nan"))
        tell("Downloading MNIST …", 0.5)

    assert "Downloading MNIST" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")  # the line is empty again


@pytest.mark.parametrize(
    ("share", "words"), [(0.97512, "97.5\u00a0%"), (1.0, "100.0\u00a0%"), (float("nan"), "–")]
)
def test_shares_as_a_person_reads_them(share: float, words: str) -> None:
    assert percent(share) == words


def test_what_a_network_withstands_stands_in_the_line_of_its_epoch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = EpochDone(1, 10, 0.5, 0.9, 0.4, 0.95, 0.1, 1.0, True)
    with TrainingProgress(Output(), 10) as told:
        told.show(done)
        told.show(replace(done, robust_accuracy=0.875))
    plain, attacked = capsys.readouterr().out.splitlines()
    assert "attacked" not in plain
    assert "95.0\u00a0%  attacked 87.5\u00a0%" in attacked


def test_other_numbers_than_before_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    started = TrainingStarted(1, 10, 100, 10, 1000, "cpu", 1, precision_before="bfloat16")
    with TrainingProgress(Output(), 10) as tell:
        tell.show(started)
    assert "Note: The run was done in bfloat16 before" in capsys.readouterr().out
