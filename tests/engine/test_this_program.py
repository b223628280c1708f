"""What starts this very copy of the program once more."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from engine.this_program import MAIN, command, window_command

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_runs_the_commands_of_this_copy() -> None:
    told = subprocess.run([*command(), "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.strip()


def test_a_stand_alone_program_runs_the_command_beside_its_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, beside = tmp_path / "netsketch-gui", tmp_path / "netsketch"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(window))
    assert command() == [str(window)]
    beside.touch()
    assert command() == [str(beside)]


def test_the_window_is_opened_by_what_lies_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "netsketch")])
    assert window_command() == [str(tmp_path / "python"), str(MAIN)]
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "netsketch-gui").touch()
    assert window_command() == [str(tmp_path / "bin" / "netsketch-gui")]
    (tmp_path / "netsketch-gui").touch()
    assert window_command() == [str(tmp_path / "netsketch-gui")]
