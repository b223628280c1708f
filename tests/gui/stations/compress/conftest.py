"""The Compress station over a workbench with small data, and the ways tests drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.stations.compress.station import CompressStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few drawings tell how long one takes."""
    monkeypatch.setattr("engine.compress.latency.ROUNDS", 3)


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> Iterator[CompressStation]:
    """The station in a window, nothing trained yet."""
    with shown(CompressStation, bench) as made:
        yield made


@pytest.fixture
def trained(qtbot: QtBot, bench: Workbench, station: CompressStation) -> CompressStation:
    """The same, on a network that was trained, and measured with every amount."""
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    settle(qtbot, station)
    return station


def settle(qtbot: QtBot, station: CompressStation) -> None:
    """Wait until all is known of the model at hand."""

    def is_settled() -> bool:
        page, study = station.page, station.subject.study
        works = (station.subject, station.looking, station.trying, station.answering)
        return (
            station.subject.is_ready
            and study is not None
            and not station.subject._settle_timer.isActive()
            and not study.missing(page.controls.method)
            and not any(work.busy for work in works)
        )

    qtbot.waitUntil(is_settled, timeout=LONG)


def attempt(qtbot: QtBot, station: CompressStation, amount: float, epochs: int = 1) -> None:
    """Try an amount, by hand."""
    controls = station.page.controls
    controls.set_amount(amount)
    controls.epochs.setValue(epochs)
    controls.attempt.click()
    qtbot.waitUntil(lambda: not station.trying.busy, timeout=LONG)
