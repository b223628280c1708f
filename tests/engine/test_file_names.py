from __future__ import annotations

from pathlib import Path

import pytest

from engine.file_names import file_name, free_path, is_there, model_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("best one", "best one"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d", "a-b-c-d"),
        ("CON", "CON-"),
        ("nul.txt", "nul.txt-"),
        ("trailing. . ", "trailing"),
        ("two\nlines\0\x1b\u202e\udcff", "two-lines"),
        ("数字 👩‍🔬", "数字 👩‍🔬"),
        ("...", "run"),
        ("", "run"),
    ],
)
def test_every_system_takes_the_name(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("title", ["x" * 300, "👩" * 300, "e\u0301" * 300])
def test_no_name_is_too_long_for_a_disk(title: str, tmp_path: Path) -> None:
    (tmp_path / f"{file_name(title)} (article-12).safetensors").touch()


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "missing"])
def test_nothing_is_at_a_name_that_no_system_takes(name: str, tmp_path: Path) -> None:
    assert not is_there(tmp_path / name)
    assert is_there(tmp_path)


def test_free_path(tmp_path: Path) -> None:
    assert free_path(tmp_path / "a.b") == tmp_path / "a.b"
    (tmp_path / "a.b").touch()
    (tmp_path / "a-2.b").touch()
    assert free_path(tmp_path / "a.b") == tmp_path / "a-3.b"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("models/digits.safetensors", "digits.safetensors"),
        ("runs/article-1/model.safetensors", "article-1/model.safetensors"),
        ("runs/article-1/best.safetensors", "article-1/best.safetensors"),
    ],
)
def test_a_model_that_lies_in_a_run_is_told_from_those_of_other_runs(path: str, name: str) -> None:
    assert model_name(Path(path)) == name
