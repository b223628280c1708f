"""Examples as points: looked through by mouse and keys, and put on the pad."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.inputs.feature import Feature
from gui.widgets.examples.registry import view_for
from gui.widgets.plane.scatter import ScatterView

FEATURES = (Feature("x", -5, 5, 0), Feature("y", -5, 5, 0))
ROWS = np.array([[-3, 0], [3, 0], [0, 4]], np.float32)


@pytest.fixture
def scatter(qtbot: QtBot) -> ScatterView:
    made = ScatterView()
    qtbot.addWidget(made)
    made.resize(242, 242)
    made.set_features(FEATURES)
    made.set_images(ROWS, np.array([0, 1, 1]), ("A", "B"))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_examples_with_a_plane_are_shown_so_and_others_are_not() -> None:
    assert view_for(FEATURES, (2,)).name == "scatter"
    assert view_for((), (1, 28, 28)).name == "images"


def test_a_click_chooses_a_point_and_activates_it(scatter: ScatterView) -> None:
    told: list[tuple[str, int]] = []
    scatter.image_selected.connect(lambda index: told.append(("selected", index)))
    scatter.image_activated.connect(lambda index: told.append(("activated", index)))
    point = scatter.pixel_of(3.1, 0.1).toPoint()
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert told == [("selected", 1), ("activated", 1)]
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert len(told) == 2


def test_keys_go_from_point_to_point_and_enter_activates(scatter: ScatterView) -> None:
    told: list[int] = []
    scatter.image_activated.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(scatter, key)
    assert scatter.selected() == 1
    assert told == [1]
    assert scatter.accessibleDescription() == "B; x 3.00, y 0.00"


def test_captions_stand_in_the_tooltip(scatter: ScatterView) -> None:
    scatter.set_images(ROWS, np.array([0, 1, 1]), ("A", "B"), ["A → B", "B → A", "B → A"])
    assert scatter.tip_at(scatter.pixel_of(-3, 0).toPoint()).startswith("A → B; x −3.00")
    assert scatter.tip_at(QPoint(3, 3)) == ""


def test_of_very_many_the_nearest_shown_one_is_selected(scatter: ScatterView) -> None:
    rows = np.zeros((9_000, 2), np.float32)
    scatter.set_images(rows, np.zeros(9_000, np.int64), ("A", "B"))
    scatter.select(8_999)
    assert scatter.selected() == 8_999
    scatter.select(1)
    assert scatter.selected() == 0


def test_features_that_do_not_tell_where_points_lie_show_none(scatter: ScatterView) -> None:
    scatter.set_features((Feature("x²", 0, 25, 4), Feature("y²", 0, 25, 4)))
    scatter.set_images(ROWS + 0.123, np.array([0, 1, 1]), ("A", "B"))
    assert len(scatter.points) == 0
    assert scatter.selected() == -1
