"""NETSKETCH_HOME holds everything: a real program that is started, used and closed writes nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
USE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from gui import app

def use():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow" and w.isVisible())
    if not hasattr(window, "body"):
        QTimer.singleShot(50, use)
        return
    for station in window.body.stations:
        window.show_station(station.name)
    window.set_theme("dark")
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    dialog.close()
    dialog.deleteLater()
    window.workbench.editor.edit("training.epochs", 3)
    QTimer.singleShot(200, window.close)

made = app.bare_app(["netsketch"])
QTimer.singleShot(200, use)
sys.exit(app.main([]))
"""


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_anywhere_else(tmp_path: Path) -> None:
    places = {name: tmp_path / name for name in ("home", "person", "tmp")}
    for place in places.values():
        place.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {
        "NETSKETCH_HOME": str(places["home"]),
        "HOME": str(places["person"]),
        "USERPROFILE": str(places["person"]),
        "TMPDIR": str(places["tmp"]),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-c", USE], cwd=ROOT, env=env, check=True, timeout=120)
    assert any(path.endswith("NetSketch.ini") for path in files(places["home"]))
    assert any(path == "preferences.json" for path in files(places["home"]))
    fonts = {
        path for path in files(places["person"]) if "fontconfig" in path
    }  # the system's own list of fonts
    assert files(places["person"]) - fonts == set()
    assert files(places["tmp"]) == set()
