"""Which face the program shows, and how it refuses."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(main.__file__).parent
on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems always have a display"
)


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--reset-settings"], True),
        (["-platform", "offscreen"], True),
        (["digits.safetensors"], True),
        ([os.path.join("models", "digits")], True),  # noqa: PTH118
        (["train", "--preset", "article"], False),
        (["evaluate", "digits.safetensors"], False),
        (["trian"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_arguments_choose_the_face(arguments: list[str], window: bool) -> None:
    assert main.opens_window(arguments) is window


def test_existing_file_opens_in_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not main.opens_window(["model"])
    Path("model").touch()
    assert main.opens_window(["model"])


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@on_linux
@pytest.mark.usefixtures("no_display")
class TestDisplayProblem:
    def test_none_at_all(self) -> None:
        problem = main.display_problem(program="netsketch")
        assert problem is not None
        assert "\n" not in problem
        assert "netsketch train" in problem
        assert "xvfb-run -a netsketch" in problem

    def test_server_that_does_not_answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", ":987")
        try:
            ctypes.CDLL("libxcb.so.1")
        except OSError:
            pytest.skip("without libxcb an X server cannot be asked")
        assert ":987" in str(main.display_problem())

    @pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
    def test_platform_without_display(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert main.display_problem() is None

    def test_platform_among_the_arguments(self) -> None:
        assert main.display_problem(["-platform", "offscreen"]) is None

    def test_wayland(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert main.display_problem() is None

    def test_program_ends_with_one_line_and_exit_code_2(self) -> None:
        run = subprocess.run([sys.executable, "main.py"], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 2
        assert run.stdout == ""
        assert len(run.stderr.splitlines()) == 1
        assert "main.py train" in run.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot lose references from 3.12 on")
def test_lost_references_are_noticed() -> None:
    lose, gain = ctypes.pythonapi.Py_DecRef, ctypes.pythonapi.Py_IncRef
    lose.argtypes = gain.argtypes = [ctypes.py_object]
    lose.restype = gain.restype = None
    calls = 0

    def faulty() -> None:
        nonlocal calls
        calls += 1
        lose(None)

    try:
        assert main.loses_references(faulty)
    finally:
        for _ in range(calls):
            gain(None)


def test_sound_calls_lose_no_references() -> None:
    assert not main.loses_references(lambda: None)


def test_command_line_gets_its_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--help"]) == 0
    assert "train" in capsys.readouterr().out


def test_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["trian"]) == 2
    assert "trian" in capsys.readouterr().err
