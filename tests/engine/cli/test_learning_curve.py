from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from engine import cli
from engine.cli.learning_curve import parsed_fractions, parsed_seeds
from engine.errors import ConfigError
from engine.evaluation.advice import WORDS, Limit


def test_the_last_line_is_the_verdict(
    capsys: pytest.CaptureFixture[str], small: list[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    arguments = ["--epochs", "2", "--fractions", "1/4,0.5,1", "--seeds", "1", "--json"]
    assert cli.main(["learning-curve", *small, *arguments]) == 0

    *points, last = records_of(capsys.readouterr().out)
    assert [point["size"] for point in points] == [135, 270, 540]
    assert all(point["event"] == "point" and 0 <= point["accuracy"] <= 1 for point in points)
    assert last["event"] == "finished"
    assert last["verdict"] in ("guessing", "data-limited", "network-limited", "balanced", "too-noisy")
    assert last["errors"] == pytest.approx([point["error"] for point in points])


def test_a_person_reads_sentences(capsys: pytest.CaptureFixture[str], small: list[str]) -> None:
    assert cli.main(["learning-curve", *small, "--epochs", "1", "--fractions", "1/2,1", "--seeds", "1"]) == 0

    *points, first, verdict = capsys.readouterr().out.splitlines()
    assert len(points) == 2
    assert "540 training examples" in first
    assert verdict.startswith("The runs differ too much")


def test_a_network_that_only_guesses_is_told_so(capsys: pytest.CaptureFixture[str], small: list[str]) -> None:
    """As the report and the doctor say of it."""
    flags = ["--epochs", "1", "--learning-rate", "1e-9", "--fractions", "1/4,1/2,1", "--seeds", "1"]
    assert cli.main(["learning-curve", *small, *flags]) == 0

    assert WORDS[Limit.FAULT] in capsys.readouterr().out.splitlines()


def test_a_teacher_has_no_part_in_it_and_that_is_said(
    capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    flags = ["--epochs", "1", "--fractions", "1/2,1", "--seeds", "1"]
    assert cli.main(["learning-curve", *small, *flags]) == 0
    plain = capsys.readouterr().out

    assert cli.main(["learning-curve", *small, *flags, "--teacher", "nowhere"]) == 0

    assert capsys.readouterr().out == f"Note: The learning curve is drawn without a teacher.\n{plain}"


@pytest.mark.parametrize("parts", ["2", "0,1", "1/0", "half", ""])
def test_what_is_no_part_is_said(
    capsys: pytest.CaptureFixture[str], parts: str, error_of: Callable[..., str]
) -> None:
    assert cli.main(["learning-curve", "--fractions", parts]) == 2

    assert "is no part of the training examples" in error_of(capsys)


def test_parts_and_seeds_in_digits_of_any_script() -> None:
    assert parsed_fractions("١/٤،٠٫٥,1") == (0.25, 0.5, 1.0)
    assert parsed_seeds("٣") == 3
    for text in ("0", "101", "two", "1e400", "-1"):
        with pytest.raises(ConfigError, match="from 1 to 100"):
            parsed_seeds(text)
