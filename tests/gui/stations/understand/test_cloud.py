"""The cloud of a map: where the names of the classes stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from engine.data.dataset import Dataset
from engine.inputs.feature import Feature
from gui.stations.understand import cloud as cloud_module
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


def test_a_row_of_numbers_under_the_mouse_is_written_and_no_picture(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[np.ndarray] = []
    monkeypatch.setattr(
        cloud_module, "paint_row", lambda _painter, _place, row, _features: written.append(row)
    )
    rows = np.array([[1, 2], [3, 4]], np.float32)
    features = tuple(Feature(name, 0, 5, 1) for name in "xy")
    cloud = Cloud()
    qtbot.addWidget(cloud)
    cloud.resize(600, 400)
    cloud.set_points(Dataset("t", rows, np.array([0, 1]), ("a", "b"), features=features), rows)
    cloud._hover(1)
    cloud.grab()
    np.testing.assert_array_equal(written[0], rows[1])
