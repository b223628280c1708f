"""The view of a network that looks around: a token is chosen by mouse and keys, and every head shows what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.stations.understand.attention_view import AttentionView
from gui.widgets.label import Label
from tests.gui.stations.understand.conftest import show_view

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.understand.station import UnderstandStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, over a network trained for it


def shown(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], hidden: object
) -> AttentionView:
    view = show_view(qtbot, bench, joined, drawing, hidden, "attention")
    assert isinstance(view, AttentionView)
    return view


def words(view: AttentionView) -> str:
    label = view.findChild(Label, "attentionWords")
    assert label is not None
    return label.text()


def test_the_token_pointed_at_is_shown_in_every_head(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x16,attention2,attention4,pool")
    places = view.picture.places()
    assert len(places) == 3 + 2 + 4
    assert places[3][0].startswith("2.1: ")
    assert all(view.picture.rect().contains(place.toRect()) for _, place in places)
    place = places[4][1]  # any map will do
    point = QPointF(place.left() + 0.8 * place.width(), place.top() + 0.1 * place.height()).toPoint()
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point)
    assert view.token == 3
    assert "row 1, column 4" in words(view)
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    QTest.keyClick(view.picture, Qt.Key.Key_Left)
    assert view.token == 4 + 2
    header, rows = view.table()
    assert len(rows) == (2 + 4) * 16
    shares = np.array([row[header.index("share")] for row in rows]).reshape(6, 16)
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(view.picture.values()[2], shares[0])
    formula = view.findChild(Label, "attentionFormula")
    assert formula is not None
    assert "softmax" in formula.text()
    tip = view.picture.tip_at(point)
    assert tip.startswith("2.2: ")
    assert not view.picture.grab().isNull()


def test_a_network_without_attention_says_so_in_a_sentence(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "8")
    assert "no attention layer" in words(view)
    assert not view.picture.isVisible()
    assert view.table()[1] == []
