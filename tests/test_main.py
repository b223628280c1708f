"""Which face the program shows, and how it refuses."""

from __future__ import annotations

import ast
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
        (["--kiosk", "model.safetensors"], True),
        (["--demo"], True),
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


@on_linux
class TestRefusal:
    """Each ends with one sentence and exit code 2, never with Qt's own words or a traceback."""

    def run(self, code: str, **environment: str) -> str:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=kept | environment, capture_output=True, text=True
        )
        assert run.returncode == 2, run.stderr
        assert run.stdout == ""
        assert len(run.stderr.splitlines()) == 1
        return run.stderr

    open_window = "import sys, main; sys.exit(main.main([]))"

    def test_no_display(self) -> None:
        assert "there is no display here" in self.run(self.open_window)

    def test_shared_library_that_is_missing(self) -> None:
        without = "from gui.display import *; QT_LIBRARIES['libnowhere.so.3'] = Packages('a', 'b')\n"
        told = self.run(without + self.open_window, QT_QPA_PLATFORM="offscreen")
        assert "Qt lacks shared libraries of this system (libnowhere.so.3)" in told

    def test_platform_that_qt_does_not_have(self) -> None:
        told = self.run(self.open_window, QT_QPA_PLATFORM="ofscreen")
        assert "“ofscreen”" in told
        assert "offscreen" in told

    def test_library_that_is_not_installed(self) -> None:
        without = "import sys; sys.modules['PySide6'] = None\n"
        told = self.run(without + self.open_window, QT_QPA_PLATFORM="offscreen")
        assert "PySide6" in told
        assert "`python3 dev.py setup` brings what is needed." in told

    def test_command_line_without_its_library(self) -> None:
        told = self.run("import sys; sys.modules['typer'] = None; import main; sys.exit(main.main(['runs']))")
        assert "typer" in told
        assert "dev.py setup" in told


INTERRUPTED = """
import atexit, os, runpy, signal, sys

signal.signal(signal.SIGINT, signal.default_int_handler)  # what started the tests may have had it ignored
press = lambda: os.kill(os.getpid(), signal.SIGINT)

class PressAt:
    def find_spec(self, name, path=None, target=None):
        if name == moment:
            press()

moment, program, *sys.argv[1:] = sys.argv[1:]
atexit.register(press) if moment == "the end" else sys.meta_path.insert(0, PressAt())
runpy.run_path(program, run_name="__main__")
"""


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there")
@pytest.mark.parametrize(
    ("moment", "command"),
    [
        ("engine.cli", ["main.py", "presets"]),
        ("pydantic_core._pydantic_core", ["main.py", "presets"]),
        ("the end", ["main.py", "--version"]),
        ("gui.display", ["main.py", "-platform", "offscreen"]),
        ("PySide6.QtWidgets", ["main.py", "-platform", "offscreen"]),
        ("main", ["dev.py", "lint"]),
    ],
)
def test_ctrl_c_while_modules_load_is_one_line_at_most(moment: str, command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, moment, *command], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 130, run.stderr
    assert run.stderr == ("" if command[0] == "dev.py" else "netsketch: Cancelled.\n")


def test_an_old_python_can_read_the_refusal() -> None:
    ast.parse((ROOT / "main.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    run = subprocess.run(
        [sys.executable, "-c", "import sys; sys.version_info = (3, 8, 2); import main"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr == "NetSketch needs Python 3.11 or newer; this is Python 3.8.\n"


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


def test_a_window_is_not_opened_several_times(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"RANK": "0", "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29500"}
    for name, value in (told | {"TORCHELASTIC_RUN_ID": "x"}).items():
        monkeypatch.setenv(name, value)
    assert main.main([]) == 2
    assert "Only `train` is shared by several processes" in capsys.readouterr().err
    monkeypatch.setenv("RANK", "1")
    assert main.main([]) == 2
    assert capsys.readouterr() == ("", "")


def test_pydantic_finds_its_plug_ins_without_looking_for_them() -> None:
    code = """
import sys, main
main._prepare_libraries()
from engine.config import Experiment
assert Experiment.model_validate({"training": {"epochs": 2}}).training.epochs == 2
print(type(sys.modules[main.PLUGIN_LOADER].get_plugins).__name__, "importlib.metadata" in sys.modules)
from importlib.metadata import version
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function", "False"]
