"""What the way back through a run shows while somebody draws."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.workbench import RunState


def test_a_drawing_brings_newer_weights_with_it_that_had_to_wait(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, machine = window.workbench, window.station("train").page.time_machine
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.model is not None, timeout=30_000)
    told: list[object] = []
    monkeypatch.setattr(machine.examples, "set_probabilities", told.append)
    drawing = np.zeros((28, 28), np.uint8)
    drawing[10:18, 13:15] = 255
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in machine.findChildren(QTimer)))
    assert told == []  # the same weights: the examples stay as they are
    machine._stale = True  # as when weights came and the time for painting was used up
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: len(told) == 1)
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in machine.findChildren(QTimer)))
    assert len(told) == 1
