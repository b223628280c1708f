"""A soak tells what grows from what goes up and down, notices a stall, and its script still fits the window."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from docs.tools.soak_gauges import Heartbeat, Sample, grown, rises, sample
from docs.tools.soak_script import Script
from engine.config import Experiment
from gui.main_window import MainWindow
from gui.workbench import Workbench


def samples(**changes: Any) -> list[Sample]:
    flat = {
        "memory": 500.0,
        "objects": 100_000,
        "qobjects": 2000,
        "wrappers": 4000,
        "threads": 12,
        "handles": 18,
    }
    return [
        Sample(float(minute), **{**flat, **{name: values(minute) for name, values in changes.items()}})
        for minute in range(31)
    ]


def test_what_rises_steadily_is_named() -> None:
    found = samples(qobjects=lambda minute: 2000 + 5 * minute, memory=lambda minute: 500.0 + 2 * minute)
    assert rises(found)["qobjects"][0] == pytest.approx(75)
    assert grown(found) == ["memory", "qobjects"]


@pytest.mark.parametrize(
    "values",
    [
        lambda minute: 12,
        lambda minute: 12 + minute % 2 * 4,  # up and down
        lambda minute: 5 + min(minute, 10),  # while it warms up
        lambda minute: 12 + 9 * (minute == 30),  # once, at the very end
    ],
)
def test_what_does_not_rise_is_not(values: Any) -> None:
    assert grown(samples(threads=values, handles=values)) == []


def test_of_a_few_samples_nothing_is_said() -> None:
    assert grown(samples(threads=lambda minute: minute)[:6]) == []


def test_objects_of_qt_are_counted_below_what_is_given(qtbot: QtBot) -> None:
    root = QObject()
    before = sample(0.0, root)
    kept = [QObject(root) for _ in range(50)]
    after = sample(0.0, root)
    assert after.qobjects - before.qobjects == len(kept)
    assert after.wrappers - before.wrappers >= len(kept)
    assert after.memory > 50


def test_a_stall_is_noticed_with_what_went_on(qtbot: QtBot) -> None:
    heartbeat = Heartbeat()
    heartbeat.what = "idling"
    qtbot.waitUntil(lambda: heartbeat.beats > 3)

    def work() -> None:
        heartbeat.what = "working"
        end = time.thread_time() + 0.2
        while time.thread_time() < end:
            pass

    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: "working" in heartbeat.stalls)
    heartbeat.stop()
    assert heartbeat.longest()[0].what == "working"
    assert heartbeat.stalls["working"].busy >= 190
    assert heartbeat.stalls["working"].milliseconds >= 190


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_script_still_fits_the_window(qtbot: QtBot, tmp_path: Path, unstyled: None) -> None:
    bench = Workbench(Experiment().with_(**{"data.generated_count": 300, "network.hidden": "8"}))
    window = MainWindow(bench)
    window.show()
    bench.loader.load()
    script = Script(window, tmp_path, seed=0)
    for action in (script._train, script._resize, script._open_dialogs, script._compare_runs, script._tidy):
        for _ in action():
            qtbot.wait(1)
    assert script._is_idle()
    assert len(bench.catalogue.summaries) == 1
    window.close()
    window.deleteLater()
