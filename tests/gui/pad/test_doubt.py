"""What the pad says of a drawing that is no digit, of two classes as good as equal, and of two digits that touch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.data.doubt.verdict import best_parting
from engine.data.ink import InkSteps
from gui.pad.answer import Answer
from gui.pad.panel import DIGITS, DrawingPanel
from tests.engine.data.doubt.conftest import made
from tests.gui.pad.hands import SEVEN, pull
from tests.gui.pad.test_probability_bars import accent_rows

ODD = -100.0  # a limit below which nothing lies
LEFT = [(x - 0.12, y) for x, y in SEVEN]
RIGHT = [(x + 0.12, y) for x, y in SEVEN]


class Network:
    """Finds one class probable, or two."""

    def __init__(self, *shares: float) -> None:
        self.shares = shares

    def __call__(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        return np.tile(np.array(self.shares, np.float32), (len(images), 1))


SURE = Network(*[0.01] * 7, 0.91, 0.01, 0.01)
TORN = Network(0.01, 0.44, *[0.0] * 5, 0.5, 0.03, 0.02)


@pytest.fixture
def panel(qtbot: QtBot) -> DrawingPanel:
    panel = DrawingPanel()
    qtbot.addWidget(panel)
    panel.resize(284, 620)
    panel.set_predictor(SURE, DIGITS)
    panel.show()
    qtbot.waitExposed(panel)
    pull(panel.canvas, SEVEN)
    return panel


def said(panel: DrawingPanel) -> Answer:
    panel.probabilities()  # as it is now
    QApplication.processEvents()
    found = panel.findChild(Answer, "predictionLabel")
    assert isinstance(found, Answer)
    return found


def test_without_a_doubt_nothing_is_claimed(panel: DrawingPanel) -> None:
    assert said(panel).text() == "7 · 91\u00a0%"
    assert said(panel).toolTip() == ""


def test_what_is_too_strange_is_said_to_be_no_digit(panel: DrawingPanel) -> None:
    panel.set_doubt(made(10, limit=ODD))

    assert said(panel).text() == "No digit?"
    assert "2.0\u00a0% are refused as well" in said(panel).toolTip()
    assert "7, 91\u00a0%" in said(panel).toolTip()
    assert said(panel).accessibleDescription() == said(panel).toolTip()
    shown = panel.bars.probabilities()
    assert shown is not None
    assert shown[7] == np.float32(0.91), "the bars stay"
    assert not accent_rows(panel.bars), "and none of them stands out"

    panel.set_doubt(made(10, limit=-ODD))
    assert said(panel).text() == "7 · 91\u00a0%"
    assert accent_rows(panel.bars)
    assert said(panel).accessibleDescription() == ""


def test_of_other_classes_it_is_none_of_these(panel: DrawingPanel) -> None:
    panel.set_predictor(Network(0.1, 0.9), ("cat", "dog"))
    panel.set_doubt(made(10, limit=ODD))
    assert said(panel).text() == "dog · 90\u00a0%", "what knows ten classes says nothing of two"

    panel.set_doubt(made(2, limit=ODD))
    assert said(panel).text() == "None of these?"


def test_two_as_good_as_equal_are_both_named(panel: DrawingPanel) -> None:
    panel.set_predictor(TORN, DIGITS)

    assert said(panel).text() == "Not sure: 7 or 1?"
    assert "nearly as probable" in said(panel).toolTip()


def test_where_a_step_of_the_preparation_is_off_nothing_is_claimed(panel: DrawingPanel) -> None:
    panel.set_doubt(made(10, limit=ODD))
    panel.strip.set_steps(InkSteps(crop=False))

    assert said(panel).text() == "7 · 91\u00a0%"


class Parting:
    """Finds narrow drawings usual and wide ones strange, as one who knows digits does."""

    classes, refused = 10, 0.02

    def __init__(self) -> None:
        self.whole = 50.0

    def doubts(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        wide = images.any(axis=1).sum(axis=1)
        return np.where(wide > 19, self.whole, 0.1).astype(np.float32)

    def best_parting(self, views: NDArray[np.uint8]) -> int | None:
        whole, *parts = self.doubts(views).tolist()
        return best_parting(whole, np.array(parts).reshape(-1, 2))


def test_digits_that_touch_are_parted_by_what_is_less_strange(panel: DrawingPanel) -> None:
    panel.canvas.clear()
    for path in (LEFT, RIGHT):
        pull(panel.canvas, path)
    doubt: Any = Parting()
    assert len(panel.digits()) == 1, "they run into each other"

    panel.set_doubt(doubt)

    assert len(panel.digits()) == 2
    assert [label for label, _ in panel.readings()] == ["7", "7"]

    usual: Any = Parting()
    usual.whole = 0.2
    panel.set_doubt(usual)
    assert len(panel.digits()) == 1, "nothing strange is parted"


def test_a_mark_stands_in_the_row_of_several(panel: DrawingPanel) -> None:
    panel.canvas.clear()
    for path in ([(0.2, 0.3), (0.2, 0.7)], [(0.8, 0.3), (0.8, 0.7)]):
        pull(panel.canvas, path)
    panel.set_doubt(made(10, limit=ODD))

    assert len(panel.digits()) == 2
    assert said(panel).text() == "No digit?   No digit?"
    assert said(panel).accessibleDescription() == "Number 2 of 2 is chosen."
