"""The line over the drawing: at the ink that the network reads, and gone when the drawing is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.pad.panel import DIGITS, DrawingPanel
from gui.pad.strokes import SIDE
from gui.widgets.read_part import ReadPart
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

ROWS = tuple(np.linspace(0, 1, 29).tolist())


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[DrawingPanel]:
    """A pad whose network says 7 to everything."""

    def predict(images: NDArray[np.uint8]) -> NDArray[np.float32]:
        return np.eye(10, dtype=np.float32)[np.full(len(images), 7)]

    made = DrawingPanel()
    qtbot.addWidget(made)
    made.resize(284, 620)
    made.show()
    made.set_predictor(predict, DIGITS)
    yield made
    made.canvas.shutdown()


def line_after(panel: DrawingPanel, row: int) -> float:
    panel.set_read_part(ReadPart(row, ROWS, (0.0, 1.0)))
    (_, y), (_, other) = (point.toTuple() for point in panel.read_edge.line)
    assert y == other
    return float(y)


def test_it_lies_where_the_ink_of_the_row_does(panel: DrawingPanel) -> None:
    pull(panel.canvas, SEVEN)
    view = panel.drawing()
    assert view is not None
    inked = np.flatnonzero(view.any(axis=1))
    ys = np.concatenate(panel.canvas.strokes())[:, 1]
    pitch = line_after(panel, 15) - line_after(panel, 14)
    assert line_after(panel, int(inked[0])) == pytest.approx(
        ys.min(), abs=2 * pitch
    )  # but for the pen's width
    assert line_after(panel, int(inked[-1]) + 1) == pytest.approx(ys.max(), abs=2 * pitch)
    assert pitch == pytest.approx(np.ptp(ys) / 17.5, rel=0.01)  # 20 pixels less a pen of 2.5


def test_it_goes_when_the_drawing_is_another_and_does_not_come_without_one(panel: DrawingPanel) -> None:
    panel.set_read_part(ReadPart(3, ROWS, (0.0, 1.0)))
    assert panel.read_edge.part is None
    pull(panel.canvas, SEVEN)
    panel.digits()
    line_after(panel, 9)
    assert panel.read_edge.part is not None
    pull(panel.canvas, [(0.2, 0.9), (0.8, 0.9)])
    assert panel.read_edge.part is None
    panel.digits()
    line_after(panel, 9)
    panel.strip.switch("crop").click()
    assert panel.read_edge.part is None
    line_after(panel, 14)
    assert 0 < panel.read_edge.line[0].y() < SIDE
    panel.set_read_part(None)
    assert panel.read_edge.part is None


def test_of_several_digits_it_lies_over_the_chosen_one(panel: DrawingPanel) -> None:
    for left in (0.1, 0.6):
        pull(panel.canvas, [(left + 0.3 * x, y) for x, y in SEVEN])
    told: list[NDArray[np.uint8] | None] = []
    panel.answered.connect(lambda: told.append(panel.drawing()))
    assert len(panel.digits()) == 2
    line_after(panel, 9)
    right = panel.read_edge.line.boundingRect()
    assert panel.read_edge.within.left() > SIDE / 2, "it does not cross the other"
    panel.choose(0)
    assert told, "who looks at the drawing hears that it is another"
    assert panel.read_edge.part is None
    line_after(panel, 9)
    assert panel.read_edge.line.boundingRect().center().x() < right.center().x()


def test_the_pen_goes_through_it(panel: DrawingPanel) -> None:
    pull(panel.canvas, SEVEN)
    panel.digits()
    line_after(panel, 9)
    assert panel.read_edge.geometry() == panel.canvas.rect()
    assert panel.childAt(panel.canvas.geometry().center()) is not panel.read_edge
    before = panel.canvas.grab().toImage()
    panel.set_read_part(None)
    assert panel.canvas.grab().toImage() != before
    QTest.keyClick(panel.canvas, Qt.Key.Key_Delete)
    assert panel.read_edge.part is None
