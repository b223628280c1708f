"""The confusion matrix: what its cells say, how they look, and how one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.look import theme
from gui.look.colours import THEMES, Theme, contrast
from gui.stations.evaluate.confusion_matrix import ConfusionMatrix

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COUNTS = np.array([[980, 0, 3], [7, 990, 0], [0, 40, 0]])


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.resize(420, 420)
    made.set_matrix("abc", COUNTS, COUNTS)
    made.show()
    return made


def test_cells_say_counts_shares_and_changes(matrix: ConfusionMatrix) -> None:
    assert [matrix.text(0, column) for column in range(3)] == ["980", "0", "3"]
    shares = COUNTS / COUNTS.sum(axis=1, keepdims=True)
    matrix.set_matrix("abc", COUNTS, shares, is_share=True)
    assert [matrix.text(1, column) for column in range(3)] == ["0.7", "99.3", "0"]
    change = np.array([[2, 0, -2], [0, 0, 0], [0, 0, np.nan]])
    matrix.set_matrix("abc", COUNTS, change, is_difference=True)
    assert [matrix.text(0, column) for column in range(3)] == ["+2", "", "-2"]
    assert matrix.text(2, 2) == ""


def test_mistakes_are_seen_beside_far_larger_numbers(matrix: ConfusionMatrix) -> None:
    surface = theme.current().color("surface")
    assert matrix.ground(0, 1) == surface  # nothing is wrong there
    worst, some = matrix.ground(2, 1), matrix.ground(1, 0)
    assert worst != some != surface


def test_a_change_for_the_better_has_one_colour_wherever_it_is(matrix: ConfusionMatrix) -> None:
    change = np.array([[5, -5, 0], [5, -5, 0], [0, 0, 0]])
    matrix.set_matrix("abc", COUNTS, change, is_difference=True)
    assert matrix.ground(0, 0) == matrix.ground(0, 1)
    assert matrix.ground(1, 0) == matrix.ground(1, 1)
    assert matrix.ground(0, 0) != matrix.ground(1, 1)


def test_a_change_is_told_in_words(matrix: ConfusionMatrix) -> None:
    change = np.array([[5, -5, 0], [5, -5, 0], [0, 0, 0]])
    matrix.set_matrix("abc", COUNTS, change, is_difference=True)
    matrix.set_cell((1, 0))
    assert matrix.accessibleDescription().endswith("taken for “a”. That is +5 against the other.")
    assert "against" not in matrix.sentence(2, 2)


def test_colours_follow_the_numbers_and_the_theme(matrix: ConfusionMatrix) -> None:
    def colour(row: int, column: int) -> str:
        place = matrix.cell_rect(row, column).topLeft().toPoint() + QPoint(3, 3)
        return matrix.grab().toImage().pixelColor(place * matrix.devicePixelRatio()).name()

    before = colour(2, 1)
    assert before == matrix.ground(2, 1).name()
    matrix.set_matrix("abc", COUNTS.T, COUNTS.T)
    assert colour(2, 1) != before
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "dark")
    try:
        assert colour(1, 2) == matrix.ground(1, 2).name() != before
    finally:
        theme.apply(app, "light")


def test_a_click_and_the_keys_choose_a_cell(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    chosen: list[tuple[int, int]] = []
    matrix.cell_chosen.connect(lambda row, column: chosen.append((row, column)))
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(2, 1).center().toPoint())
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))  # beside the cells
    QTest.keyClick(matrix, Qt.Key.Key_Up)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Right)  # at the edge it stays
    assert chosen == [(2, 1), (1, 1), (1, 2), (1, 2)]
    assert "“b” are taken for “c”" in matrix.accessibleDescription()


@pytest.mark.parametrize("look", THEMES.values(), ids=list(THEMES))
def test_numbers_can_be_read_in_both_themes(look: Theme) -> None:
    for role in ("positive", "negative"):
        for share in np.linspace(0, 1, 21).tolist():
            ground = _between(look.color("surface"), look.color(role), share)
            best = max(contrast(look.color(words), ground) for words in ("text", "window"))
            assert best >= 3, (look.name, role, share)


def _between(low: object, high: object, share: float) -> object:
    from gui.stations.evaluate.confusion_matrix import _mixed

    return _mixed(low, high, share)
