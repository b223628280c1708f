from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import cli

Error = Callable[[pytest.CaptureFixture[str]], str]

NO_FILES = {
    "": "empty",
    "  ": "empty",
    "x" * 300: "too long",
    "x/" * 3000: "too long",
    "a\0b": "zero byte",
    "9" * 30_000: "30,000 letters",
}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "command",
    [
        ["train", "--out"],
        ["train", "--experiment"],
        ["evaluate"],
        ["predict"],
        ["datasets", "import"],
        ["datasets", "export", "my-digits"],
        ["runs", "export", "none"],
        ["runs", "import"],
    ],
)
@pytest.mark.parametrize("text", NO_FILES, ids=lambda text: repr(text[:5]))
def test_what_can_be_no_file_is_told_before_anything_is_done(
    command: list[str], text: str, capsys: pytest.CaptureFixture[str], error_of: Error
) -> None:
    arguments = [*command, text, *(["p.png"] if command == ["predict"] else [])]
    assert cli.main(arguments) == 2
    told = error_of(capsys)
    assert NO_FILES[text] in told
    assert len(told) < 700  # nobody wants to read it all again
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("folder", ["/", ".", "..", "sub/.."])
def test_a_file_to_write_has_a_name(folder: str, capsys: pytest.CaptureFixture[str], error_of: Error) -> None:
    assert cli.main(["train", "--out", folder]) == 2
    assert "It is a folder, where a file is to be named." in error_of(capsys)


@pytest.mark.parametrize(
    "command",
    [
        ["export", "m", "--format", "web"],
        ["train"],
        ["runs", "export", "none"],
        ["datasets", "export", "my-digits"],
    ],
    ids=" ".join,
)
def test_nothing_is_written_to_standard_output(
    command: list[str], capsys: pytest.CaptureFixture[str], error_of: Error
) -> None:
    out = ["--out", "-"] if command[0] in ("export", "train") else ["-"]
    assert cli.main([*command, *out]) == 2
    assert "It stands for standard output, which no file goes to: name a file; ./- is one" in error_of(capsys)
    assert list(Path().iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_circles_is_told(capsys: pytest.CaptureFixture[str], error_of: Error) -> None:
    Path("loop").symlink_to("loop")
    for command in (["evaluate", "loop"], ["runs", "import", "loop/x"], ["train", "--out", "loop/x"]):
        assert cli.main(command) == 2
        assert "Too many levels of symbolic links" in error_of(capsys)


@pytest.mark.parametrize(
    "flag", ["--epochs", "--learning-rate", "--hidden", "--data", "--resume", "--preset"]
)
@pytest.mark.parametrize(
    "text", ["", "nan", "-inf", "1e400", "9" * 400, "9" * 30_000, "\0", "½", "1e999999999"]
)
def test_what_is_no_value_of_a_flag_is_one_line(
    flag: str, text: str, capsys: pytest.CaptureFixture[str], error_of: Error
) -> None:
    assert cli.main(["train", flag, text]) == 2
    told = error_of(capsys)
    assert "Something went wrong" not in told
    assert len(told) < 1500


@pytest.mark.parametrize(
    "parts", ["", "1e400", "nan", "1/0", "1e400/1e400", "9" * 400, "-0", "1e-400", "1,,1"]
)
def test_parts_that_are_none(parts: str, capsys: pytest.CaptureFixture[str], error_of: Error) -> None:
    assert cli.main(["learning-curve", "--fractions", parts]) == 2
    assert "part of the training examples" in error_of(capsys)
