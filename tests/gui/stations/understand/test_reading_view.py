"""The view of a recurrent network that reads: step by step, by mouse, keys and by itself, for every form of network."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.stations.understand.reading_view import ReadingView
from gui.widgets.label import Label
from tests.gui.stations.understand.conftest import LONG, show_view

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.understand.station import UnderstandStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, over a network trained for it


def shown(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], hidden: object
) -> ReadingView:
    view = show_view(qtbot, bench, joined, drawing, hidden, "reading")
    assert isinstance(view, ReadingView)
    return view


def words(view: ReadingView) -> str:
    label = view.findChild(Label, "readingWords")
    assert label is not None
    return label.text()


def test_an_image_is_read_row_by_row(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], tmp_path: Path
) -> None:
    view = shown(qtbot, bench, joined, drawing, "lstm8,gru4")
    assert words(view).startswith("After row 28 of 28: ")
    image, states, _ = view.picture._places()
    assert view.picture.step_at(QPointF(image.center().x(), image.top() + 0.5 * image.height())) == 14
    point = QPointF(states.left() + 0.55 * states.width(), states.top() + 0.26 * states.height()).toPoint()
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point)
    assert (view.step, view.unit) == (7, 4)
    assert words(view).startswith("After row 8 of 28: ")
    assert "neuron 5" in next(label.text() for label in view.findChildren(Label) if "gates" in label.text())
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    QTest.keyClick(view.picture, Qt.Key.Key_Left)
    assert (view.step, view.unit) == (8, 3)
    assert view.picture.tip_at(point).startswith("Neuron 5, step 8: ")
    view._timer.setInterval(1)
    view.play_button.click()
    qtbot.waitUntil(lambda: view.step == 27 and not view._timer.isActive(), timeout=LONG)
    joined.page.save_button.save_menu.save_csv(str(tmp_path / "view.csv"))
    rows = list(csv.reader((tmp_path / "view.csv").read_text("utf-8").splitlines()))
    assert (len(rows), len(rows[0])) == (29, 1 + 10 + 8)
    joined.page.set_drawing(drawing.T.copy())  # what is read changes as one draws, and the step stays
    view._on_picture_step_chosen(3)
    joined.page.set_drawing(drawing)
    assert view.step == 3


def test_columns_are_read_from_the_left(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, [{"kind": "gru", "units": 6, "reading": "columns"}])
    assert words(view).startswith("After column 28 of 28: ")
    image, *_ = view.picture._places()
    assert view.picture.step_at(QPointF(image.left() + 0.26 * image.width(), image.bottom() - 2)) == 7
    assert not view.grab().isNull()


def test_what_cannot_be_read_is_said(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, [{"kind": "lstm", "units": 4, "returns": "sequence"}])
    assert "no answer before the last" in words(view)
    assert len(view.table()[0]) == 5
    assert not view.grab().isNull()
    view = shown(qtbot, bench, joined, drawing, "8")
    assert "reads no rows" in words(view)
    assert not view.gates.isVisibleTo(view)
    assert view.table()[1] == []
