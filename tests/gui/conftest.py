"""A workbench and a window on small data, and the ways tests drive them."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import pytest

from engine.config import Experiment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from engine.config import DataConfig
    from engine.data.dataset import Split
    from gui.main_window import MainWindow
    from gui.stations.evaluate.station import EvaluateStation
    from gui.workbench import Workbench
    from tests.gui.shared import Shared


SIZE = 1366, 768
"""Of the window, in pixels."""
SMALL = {
    "data.generated_count": 400,
    "network.hidden": "16",
    "training.epochs": 3,
    "training.batch_size": 32,
    "training.learning_rate": 0.01,
}


@pytest.fixture(scope="session", autouse=True)
def in_english() -> None:
    """Write numbers as the window does before any window was there, whichever test comes first."""
    from PySide6.QtCore import QLocale

    from gui.look import language

    QLocale.setDefault(language._locale(language.ENGLISH))


@pytest.fixture
def small() -> Experiment:
    """An experiment that is done in a moment."""
    return Experiment().with_(**SMALL)


@pytest.fixture
def few_images(small: Experiment, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shipped network learnt from are eighty thousand images: few, where no test looks at one of them."""
    from engine.data import datasets

    load = datasets.load_split

    def load_few(config: DataConfig, **told: Any) -> Split:
        return load(small.data if config.dataset == "both" else config, **told)

    monkeypatch.setattr(datasets, "load_split", load_few)


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
    """Show the real window around a workbench, and close it in the end.

    Pages out of sight are built when they are turned to, as before ``complete``: most tests turn to none of them.
    """
    from gui.main_window import MainWindow

    main = MainWindow()
    main.furnish(bench, later=True)
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
def lasting(request: pytest.FixtureRequest, qapp: QApplication, homes: Path) -> Iterator[Shared]:
    """Where a window is had that tests of a module share; see ``shared_window``."""
    from pytestqt.qtbot import QtBot

    from tests.gui.shared import Shared

    experiment = Experiment().with_(**SMALL)
    home = Path(mkdtemp(prefix="shared-", dir=homes))
    shared = Shared(lambda: opened(loaded(QtBot(request), experiment)), experiment, home)
    yield shared
    shared.end()


@pytest.fixture
def shared_window(lasting: Shared, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window that tests of a module share, put back after each: none hangs on what another one did.

    Where a test does more to it than is put back, such as to unfold what was folded away, it fails, and takes an
    ``own_window``. Its folder is ``lasting.home``.
    """
    monkeypatch.setenv("NETSKETCH_HOME", str(lasting.home))
    yield lasting.window()
    lasting.put_back(qtbot)


@pytest.fixture
def own_window(lasting: Shared, qtbot: QtBot, small: Experiment, qapp: QApplication) -> Iterator[MainWindow]:
    """A window for one test of a module whose others share one, which makes room for it: keys are for one window."""
    from tests.left_running import leave_unstyled

    lasting.end()
    leave_unstyled(qapp)
    bench = loaded(qtbot, small)
    yield from opened(bench)
    bench.shutdown()


@pytest.fixture
def evaluating(qtbot: QtBot, bench: Workbench) -> Iterator[EvaluateStation]:
    """The Evaluate station alone, its page in the room it has in a window; it is built when it is shown."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from gui.stations.evaluate.station import EvaluateStation
    from tests.left_running import styled_once

    with styled_once():
        place = QWidget()
        qtbot.addWidget(place)
        place.resize(QSize(980, 660))
        made = EvaluateStation(bench, place)
        made.place.resize(place.size())
        made.place.built()
    place.show()
    yield made
    made.shutdown()
