"""A stand and a class, started as one starts them: what is shown, how it ends, and that a stand writes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui import app

def found(name):
    return next((w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()), None)

def kiosk():
    window = found("kiosk")
    if window is None or not window.panel.bars.classes or window.panel._reader.predictor is None:
        QTimer.singleShot(50, kiosk)
        return
    print(window.isFullScreen(), found("mainWindow"), flush=True)
    window.close()
    print(window.isVisible(), flush=True)
    window.end()

def demo():
    window = found("mainWindow")
    if window is None or not hasattr(window, "presenting") or window.workbench.model is None:
        QTimer.singleShot(50, demo)
        return
    wide = window.panel.width() > 0.95 * window.width()
    shipped = window.workbench.model.is_shipped
    print(window.presenting.active, shipped, window.isFullScreen(), wide, flush=True)
    window.close()

made = app.bare_app(["netsketch"])
wanted = sys.argv[1]
if wanted in ("kiosk", "demo"):
    QTimer.singleShot(100, {"kiosk": kiosk, "demo": demo}[wanted])
sys.exit(app.main(sys.argv[2:]))
"""


def start(home: Path, what: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "NETSKETCH_HOME": str(home)}
    command = [sys.executable, "-c", START, what, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.slow
def test_a_stand_shows_the_pad_alone_and_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    preferences = home / "preferences.json"
    preferences.write_text('{"theme": "dark", "language": 7}', encoding="utf-8")  # one entry of no use
    ended = start(home, "kiosk", "--kiosk")
    assert (ended.returncode, ended.stdout) == (0, "True None\nTrue\n"), ended.stderr
    assert "Traceback" not in ended.stderr
    assert [path.name for path in home.rglob("*")] == ["preferences.json"]
    assert preferences.read_text(encoding="utf-8") == '{"theme": "dark", "language": 7}'


@pytest.mark.slow
def test_a_stand_without_its_model_says_so_and_ends(tmp_path: Path) -> None:
    missing = tmp_path / "missing.safetensors"
    ended = start(tmp_path, "nothing", "--kiosk", str(missing))
    assert ended.returncode == 2
    assert "missing.safetensors" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_missing_model_is_told_of_before_pytorch_is_loaded(tmp_path: Path) -> None:
    missing = """
import sys
from pathlib import Path
from engine.errors import ModelFileError
from gui import app
try:
    app._network(Path(sys.argv[1]))
except ModelFileError as error:
    print("There is no file" in str(error), "torch" in sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", missing, str(tmp_path / "missing.safetensors")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout == "True False\n", ended.stderr


@pytest.mark.slow
def test_a_class_sees_a_trained_network_on_a_pad_alone(tmp_path: Path) -> None:
    ended = start(tmp_path, "demo", "--demo")
    assert (ended.returncode, ended.stdout) == (0, "True True True True\n"), ended.stderr
    assert "Traceback" not in ended.stderr
