"""The Data station alone over a workbench with small data, for what needs no more of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.stations.data.station import DataStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> Iterator[DataStation]:
    """The station in a window of its own, above which its dialogs open."""
    with shown(DataStation, bench) as made:
        yield made
