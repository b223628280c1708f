"""The Deploy station over a workbench with small data, and the ways tests drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.stations.deploy.station import DeployStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few drawings prove an export."""
    monkeypatch.setattr("engine.deploy.proof.MOST_IMAGES", 40)


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> Iterator[DeployStation]:
    """The station in a window, nothing trained yet."""
    with shown(DeployStation, bench) as made:
        yield made


@pytest.fixture
def trained(qtbot: QtBot, bench: Workbench, station: DeployStation) -> DeployStation:
    """The same, on a network that was trained, and looked at."""
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    settle(qtbot, station)
    return station


def settle(qtbot: QtBot, station: DeployStation) -> None:
    """Wait until all is known of the model that is chosen."""
    page = station.page
    qtbot.waitUntil(
        lambda: not page._settle.isActive() and not station.looking.busy and not station.recents.busy,
        timeout=LONG,
    )
