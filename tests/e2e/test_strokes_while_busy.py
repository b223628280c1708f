"""On a real X server: an arc that is drawn while the window is busy has every point of the hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

NEEDED = ("Xvfb", "xdotool")
PROGRAM = """
import math, subprocess, sys
from PySide6.QtCore import QPoint, QTimer
from gui.app import create_app
from gui.pad.panel import DrawingPanel

app = create_app(["pad"])
panel = DrawingPanel()
panel.resize(400, 700)
panel.show()

def draw():
    canvas = panel.canvas
    corner, side = canvas.mapToGlobal(QPoint(0, 0)), canvas.width()
    where = []
    for step in range(61):
        x = corner.x() + side * (0.5 + 0.35 * math.cos(step * math.pi / 30))
        y = corner.y() + side * (0.5 + 0.35 * math.sin(step * math.pi / 30))
        where.append(["mousemove", str(round(x)), str(round(y))])
        if step == 0:
            where.append(["mousedown", "1"])
        where.append(["sleep", "0.002"])
    where.append(["mouseup", "1"])
    subprocess.run(["xdotool", *sum(where, [])], check=True)  # and meanwhile nothing is listened to
    QTimer.singleShot(0, read)

def read():
    strokes = panel.canvas.strokes()
    if panel.canvas.undo_stack.count() == 0:
        QTimer.singleShot(20, read)
        return
    for stroke in strokes:
        print(*(round(math.hypot(x - 140, y - 140), 1) for x, y in stroke))
    app.quit()

def wait():
    QTimer.singleShot(100, draw) if panel.windowHandle().isExposed() else QTimer.singleShot(20, wait)

wait()
app.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "900x900x24"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("the X server does not start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs Xvfb and xdotool")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an X server")
def test_an_arc_stays_an_arc(display: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "could not load the qt platform plugin" in done.stderr.lower():
        pytest.skip("Qt's plugin for X lacks a library here")
    (stroke,) = done.stdout.splitlines()
    away = [float(word) for word in stroke.split()]
    assert len(away) > 200
    assert 96 < min(away) <= max(away) < 100
