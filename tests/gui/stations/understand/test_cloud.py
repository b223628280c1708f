"""The cloud of a map: where the names of the classes stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gui.stations.understand.cloud import Cloud


def test_a_name_stands_over_its_points_where_there_is_room(qtbot: QtBot) -> None:
    cloud = Cloud()
    qtbot.addWidget(cloud)
    cloud.resize(600, 400)
    assert cloud.name_place(300, 200, 92, 18) == QRectF(250, 190, 100, 20)


@given(x=st.floats(0, 600), y=st.floats(0, 400), wide=st.integers(1, 144))
def test_a_name_at_the_edge_is_not_cut_off(qapp: object, x: float, y: float, wide: int) -> None:
    cloud = Cloud()
    cloud.resize(600, 400)
    assert QRectF(0, 0, 600, 400).contains(cloud.name_place(x, y, wide, 18))
