"""What lessons can point at is there in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from engine.lessons.places import PLACES, STATIONS
from gui.stations.challenge.registry import VIEWS as CHALLENGE
from gui.stations.understand.registry import VIEWS as UNDERSTAND
from gui.widgets.fields.segments import Segments
from gui.window.registry import STATIONS as KINDS

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def test_pages_and_views_are_those_of_the_window() -> None:
    assert list(STATIONS) == [kind.name for kind in KINDS]
    assert STATIONS["understand"] == tuple(view.name for view in UNDERSTAND)
    assert STATIONS["challenge"] == tuple(view.name for view in CHALLENGE)


@pytest.mark.slow
def test_every_place_and_every_view_is_there(window: MainWindow) -> None:
    for station in window.body.stations:
        station.place.built()
    missing = [
        name
        for name, place in PLACES.items()
        for first in place.objects[:1]
        if not window.findChildren(QWidget, first) and first not in LATER
    ]
    assert missing == []
    for name, views in STATIONS.items():
        segments = window.station(name).page.findChildren(Segments)
        assert all(any(each.has(view) for each in segments) for view in views), name


LATER = {"microscope"}  # made when it is first wanted
