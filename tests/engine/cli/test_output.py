"""Nothing that a file, a class or a run is called acts on the terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine import cli
from engine.cli.output import Output, write_error
from engine.cli.progress import PreparationProgress
from engine.storage import model_file

EVIL = "7\x1b]0;owned\x07\x1b[2J\x9b31m\u202ezyx\r\nAccuracy 100 %"


def test_lines_and_errors_are_one_line_in_which_nothing_acts(capsys: pytest.CaptureFixture[str]) -> None:
    Output().line(EVIL)
    write_error(EVIL)

    said = capsys.readouterr()
    for text in (said.out, said.err):
        assert text.count("\n") == 1
        assert text[:-1].isprintable()


def test_no_name_of_a_class_or_a_file_acts(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = model_file.load(trained)
    path, picture = tmp_path / "a\x1b[31m.safetensors", tmp_path / "p\x1b[2J.png"
    names = [f"{number}{EVIL}" for number in range(10)]
    model_file.save(
        path,
        experiment=saved.experiment,
        classes=tuple(names),
        state=saved.state,
        image_shape=saved.image_shape,
    )
    Image.fromarray(np.pad(np.full((20, 6), 255, np.uint8), 20)).save(picture)

    assert model_file.describe(path).classes[0].isprintable()
    assert cli.main(["predict", str(path), str(picture), str(tmp_path / "no\x1b[2Jne\udcfe.png")]) == 2

    said = capsys.readouterr()
    assert r"\x1b]0;owned\x07" in said.out
    assert r"no\x1b[2Jne\xfe.png" in said.err
    assert (said.out.count("\n"), said.err.count("\n")) == (1, 1)
    assert "".join((said.out + said.err).split("\n")).replace("\u00a0", " ").isprintable()


def test_a_bar_takes_no_name_for_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with PreparationProgress(Output()) as tell:
        tell("Reading [/red][link=file:///etc]x\x1b]0;y", 0.5)

    assert r"[/red][link=file:///etc]x\x1b]0;y" in terminal.getvalue()
