"""The Train station alone over a workbench with small data, for what needs no more of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.stations.train.station import TrainStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.stations.train.page import TrainPage
    from gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> Iterator[TrainPage]:
    """Its page, in a window of its own."""
    with shown(TrainStation, bench) as made:
        yield made.page
