"""A workbench and a window on small data, and the ways tests drive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.config import Experiment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.evaluate.station import EvaluateStation
    from gui.workbench import Workbench


@pytest.fixture
def small() -> Experiment:
    """An experiment that is done in a moment."""
    return Experiment().with_(
        **{
            "data.generated_count": 400,
            "network.hidden": "16",
            "training.epochs": 3,
            "training.batch_size": 32,
            "training.learning_rate": 0.01,
        }
    )


@pytest.fixture
def bench(qtbot: QtBot, small: Experiment) -> Iterator[Workbench]:
    """A workbench with a small experiment, its data loaded."""
    from gui.workbench import Workbench

    workbench = Workbench(small)
    workbench.loader.load()
    qtbot.waitUntil(lambda: workbench.data is not None and not workbench.loader.busy, timeout=20_000)
    yield workbench
    workbench.shutdown()


@pytest.fixture
def window(qtbot: QtBot, bench: Workbench, unstyled: None) -> Iterator[MainWindow]:
    """The real window around it."""
    from gui.main_window import MainWindow

    main = MainWindow(bench)
    main.resize(1366, 768)
    main.show()
    yield main
    if bench.model is not None:
        bench.model.saved = True  # no question at the end of a test
    main.close()
    main.deleteLater()


@pytest.fixture
def evaluating(qtbot: QtBot, bench: Workbench) -> Iterator[EvaluateStation]:
    """The Evaluate station alone, its page in the room it has in a window; it is built when it is shown."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from gui.stations.evaluate.station import EvaluateStation

    place = QWidget()
    qtbot.addWidget(place)
    place.resize(QSize(980, 660))
    made = EvaluateStation(bench, place)
    made.place.resize(place.size())
    place.show()
    yield made
    made.shutdown()
