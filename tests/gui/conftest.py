"""A workbench and a window on small data, and the ways tests drive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.config import Experiment
from gui.bench.preference_list import PREFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.evaluate.station import EvaluateStation
    from gui.workbench import Workbench


SIZE = 1366, 768
"""Of the window, in pixels."""
SMALL = {
    "data.generated_count": 400,
    "network.hidden": "16",
    "training.epochs": 3,
    "training.batch_size": 32,
    "training.learning_rate": 0.01,
}


@pytest.fixture
def small() -> Experiment:
    """An experiment that is done in a moment."""
    return Experiment().with_(**SMALL)


def loaded(qtbot: QtBot, experiment: Experiment) -> Workbench:
    """Return a workbench with its data."""
    from gui.workbench import Workbench

    workbench = Workbench(experiment)
    workbench.loader.load()
    qtbot.waitUntil(lambda: workbench.data is not None and not workbench.loader.busy, timeout=20_000)
    return workbench


@pytest.fixture
def bench(qtbot: QtBot, small: Experiment) -> Iterator[Workbench]:
    """A workbench with a small experiment, its data loaded."""
    workbench = loaded(qtbot, small)
    yield workbench
    workbench.shutdown()


def opened(bench: Workbench) -> Iterator[MainWindow]:
    """Show the real window around a workbench, and close it in the end."""
    from gui.main_window import MainWindow

    main = MainWindow(bench)
    main.resize(*SIZE)
    main.show()
    yield main
    if bench.model is not None:
        bench.model.saved = True  # no question at the end of a test
    main.close()
    main.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, bench: Workbench, unstyled: None) -> Iterator[MainWindow]:
    """The real window around it."""
    yield from opened(bench)


@pytest.fixture(scope="module")
def lasting_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the window that tests share keeps its things."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def lasting_window(
    request: pytest.FixtureRequest, qapp: QApplication, lasting_home: Path
) -> Iterator[MainWindow]:
    """A window with all its pages, for all tests of a module; see ``shared_window``."""
    from pytestqt.qtbot import QtBot

    from tests.left_running import nothing_left

    with nothing_left(set()), pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETSKETCH_HOME", str(lasting_home))
        bench = loaded(QtBot(request), Experiment().with_(**SMALL))
        for main in opened(bench):
            for station in main.body.stations:
                station.place.built()
            yield main


@pytest.fixture
def shared_window(
    lasting_window: MainWindow, lasting_home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window that all tests of a module share, put back after each: none hangs on what another one did.

    Where its tests do more to it than is put back here, a module has a window for each of them.
    """
    from PySide6.QtWidgets import QDialog

    monkeypatch.setenv("NETSKETCH_HOME", str(lasting_home))
    main, bench = lasting_window, lasting_window.workbench
    first, pad = main.body.stations.first.name, main.body.pad_placement.standing()
    model, experiment = bench.model, bench.experiment
    yield main
    for dialog in main.findChildren(QDialog):
        dialog.close()
    if main.isFullScreen():
        main.showNormal()
    main.reset_layout()
    main.resize(*SIZE)
    main.show_station(first)
    main.body.pad_placement.stand(pad)
    main.words.clear()
    main.panel.canvas.clear()
    for entry in PREFERENCES:
        bench.preferences.set_value(entry.key, entry.default)
    if bench.experiment != experiment:
        bench.editor.replace(experiment, lambda: "as before")
    bench.undo_stack.clear()
    qtbot.waitUntil(lambda: main.size().toTuple() == SIZE and not bench.running and not bench.loader.busy)
    assert bench.model is model, "another network is there: whoever trains has a window of its own"


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
