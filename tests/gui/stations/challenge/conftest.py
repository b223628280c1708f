"""The Challenge station over a workbench with small data, and the ways tests drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from gui.stations.challenge.station import ChallengeStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def small(small: Experiment) -> Experiment:
    """An experiment whose network is sure enough of a drawing that an attack has slopes to follow."""
    return small.with_(**{"network.hidden": "32", "training.learning_rate": 0.003})


@pytest.fixture
def drawing() -> NDArray[np.uint8]:
    """A bar from top to bottom, as the pad would hand it over."""
    image = np.zeros((28, 28), np.uint8)
    image[5:23, 13:16] = 255
    return image


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> Iterator[ChallengeStation]:
    """The station in a window, nothing trained yet."""
    with shown(ChallengeStation, bench) as made:
        yield made


@pytest.fixture
def trained(qtbot: QtBot, bench: Workbench, station: ChallengeStation) -> ChallengeStation:
    """The same, on a network that was trained."""
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    return station
