"""A signal of the system ends the window as closing does: in the middle of a training, over a dialog that waits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.storage.runs.library import RunLibrary

ROOT = Path(__file__).parents[2]
TRAIN = """
import signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from gui import app

def begin():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow")
    if not hasattr(window, "body"):
        QTimer.singleShot(20, begin)
        return
    bench = window.workbench
    bench.editor.edit("data.generated_count", 400)
    bench.editor.edit("training.epochs", 100000)

    def on_grown():
        bench.history_changed.disconnect(on_grown)
        print("training", flush=True)
        QFileDialog.getOpenFileName(window, options=QFileDialog.Option.DontUseNativeDialog)

    bench.history_changed.connect(on_grown)
    bench.start()

signal.signal(signal.SIGINT, signal.default_int_handler)  # what started the tests may have had it ignored
made = app.bare_app(["netsketch"])
QTimer.singleShot(0, begin)
code = app.main([])
print("ended", flush=True)
sys.exit(code)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_run_is_kept_and_can_be_gone_on_with(isolated_home: Path) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", TRAIN], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as window:  # fmt: skip
        assert window.stdout is not None
        assert window.stdout.readline() == "training\n"
        window.send_signal(signal.SIGTERM)
        said, complaints = window.communicate(timeout=90)
    assert (window.returncode, said) == (0, "ended\n"), complaints
    assert "Traceback" not in complaints
    (run,) = RunLibrary().summaries()
    assert run.status.value == "paused"
    assert run.resumable
    assert run.step > 0
