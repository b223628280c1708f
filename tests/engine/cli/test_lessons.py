"""The commands on lessons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli.program import main
from engine.lessons.shipped import lessons
from tests.engine.lessons.lab import HEAD

GOOD = HEAD + '[[step]]\ntext = "a"\n'


def test_list_says_what_there_is_in_the_language_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "list", "--language", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(lessons())
    assert lessons()[0].key in lines[0]
    assert lessons()[0].title.said("zh_Hans") in lines[0]


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "list", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first["key"] == lessons()[0].key
    assert first["steps"] == len(lessons()[0].steps)


def test_check_tells_every_mistake_by_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.toml").write_text(GOOD + 'look = "pda"\npreset = "cnm"\n', encoding="utf-8")
    assert main(["lesson", "check", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert f"{tmp_path / 'bad.toml'}:6: There is nothing called “pda” to look at." in told.out
    assert f"{tmp_path / 'bad.toml'}:7: There is no preset “cnm”." in told.out
    assert f"{tmp_path / 'good.toml'}: usable, 1 steps" in told.out
    assert told.err == "netsketch: Something is wrong in 2 places. Mend it, and check again.\n"


def test_check_says_nothing_is_wrong_by_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "good.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert main(["lesson", "check", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(path), "usable": True, "steps": 1}


def test_check_tells_of_a_file_that_is_not_there_and_checks_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    assert main(["lesson", "check", str(tmp_path / "gone.toml"), str(tmp_path / "good.toml")]) == 2
    told = capsys.readouterr()
    assert "gone.toml: It cannot be read: No such file or directory." in told.out
    assert "good.toml: usable" in told.out
    assert "in one place" in told.err
