"""What is empty because something is on its way says so, and does not ask for what was just done."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.workbench import RunState

LONG = 30_000
STROKE = np.array([[100.0, 60.0], [100.0, 200.0]])


def words_in(window: MainWindow) -> str:
    """All words that can be read in the window at this moment, tips left out."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("station", "before", "while_it_comes"),
    [
        ("train", "Press Train: curves appear here", "Curves appear here with the first steps"),
        (
            "evaluate",
            "No model yet",
            "The network is on its way: it is measured here when the training ends.",
        ),
        ("understand", "No network to look into yet", "The network is on its way: it is looked into"),
        ("train", "Train first, then draw", "The network is on its way …"),
    ],
)
def test_while_the_first_run_is_prepared_nothing_asks_to_train(
    qtbot: QtBot, window: MainWindow, station: str, before: str, while_it_comes: str
) -> None:
    bench = window.workbench
    window.show_station(station)
    qtbot.waitUntil(lambda: before in words_in(window), timeout=LONG)  # pages are built when they are shown
    bench.start()
    assert bench.state is RunState.PREPARING
    assert while_it_comes in words_in(window)
    assert before not in words_in(window)
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    if bench.model is None:  # it was stopped before the first step
        assert before in words_in(window)


def test_views_wait_for_images_that_are_being_loaded(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    window.show_station("understand")
    view = window.station("understand").page.views["map"]
    bench.editor.edit("data.seed", 5)
    assert bench.loader.loading
    assert view.no_images() == "The examples are being loaded …"
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.loading, timeout=LONG)
    assert "no examples loaded" in view.no_images()
