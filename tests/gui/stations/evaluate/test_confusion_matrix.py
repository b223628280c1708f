"""The confusion matrix: what its cells say, how they look, and how one is chosen."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.look import theme
from gui.look.colours import THEMES, Theme, contrast
from gui.stations.evaluate.confusion_matrix import ConfusionMatrix
from gui.stations.evaluate.matrix_colours import MatrixColours

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


@pytest.mark.parametrize(("count", "is_named"), [(3, True), (30, True), (47, True), (300, False)])
def test_names_stand_beside_small_cells_as_long_as_they_can_be_read(
    matrix: ConfusionMatrix, count: int, is_named: bool
) -> None:
    counts = np.eye(count, dtype=np.int64)
    matrix.resize(440, 480)
    matrix.set_matrix([chr(65 + index) for index in range(count)], counts, counts)
    assert matrix.named is is_named
    assert not matrix.grab().isNull()


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
    for values in (np.diag(np.arange(21.0)), np.flip(np.diag(np.arange(21.0)), axis=0)):
        colours = MatrixColours(values, look, is_difference=False)
        dark = colours.are_dark_words(look.color("text"), look.color("window"))
        for row, column in np.ndindex(values.shape):
            ground = QColor(*colours.grounds[row, column].tolist())
            shown = contrast(look.color("text" if dark[row, column] else "window"), ground)
            best = max(contrast(look.color(words), ground) for words in ("text", "window"))
            assert shown == best >= 3, (look.name, row, column)


def work(matrix: ConfusionMatrix, count: int) -> tuple[Counter[str], int]:
    """Show a matrix of so many classes; return what was asked of the painter, and how many calls Python made."""
    counts = np.eye(count, dtype=np.int64)
    counts[:, 0] += 1
    painter = CountingPainter(QImage(420, 420, QImage.Format.Format_RGB32))
    calls = 0

    def count_call(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        matrix.set_matrix([f"class {place}" for place in range(count)], counts, counts)
        matrix.paint(painter)  # type: ignore[arg-type]
        matrix.cell_at(QPoint(200, 200))
        matrix.set_cell((count - 1, 0))
        matrix.paint(painter)  # type: ignore[arg-type]
    finally:
        sys.setprofile(None)
    painter.end()
    return painter.calls, calls


class CountingPainter:
    """A painter that counts what is asked of it."""

    def __init__(self, image: QImage) -> None:
        self.calls: Counter[str] = Counter()
        self._image = image  # must outlive the painter
        self._painter = QPainter(image)

    def __getattr__(self, name: str) -> object:
        self.calls[name] += 1
        return getattr(self._painter, name)


def test_the_work_does_not_grow_with_the_number_of_cells(matrix: ConfusionMatrix) -> None:
    _, few = work(matrix, 30)
    asked, many = work(matrix, 1200)
    assert sum(asked.values()) < 100
    assert many < 2 * 1200 / 30 * few  # as the number of classes, not as its square
    assert many < 40 * 1200


def test_a_rare_mistake_is_seen_where_cells_are_smaller_than_pixels(matrix: ConfusionMatrix) -> None:
    counts = np.zeros((2000, 2000), np.int64)
    counts[1501, 333] = 1
    matrix.set_matrix([str(place) for place in range(2000)], counts, counts)
    assert matrix.cell_rect(0, 0).width() < 0.25
    image = matrix.grab().toImage()
    seen = image.pixelColor((matrix.cell_rect(1501, 333).center() * matrix.devicePixelRatio()).toPoint())
    assert seen == matrix.ground(1501, 333) != matrix.ground(1501, 1)
    row, column = 1501, 333
    assert matrix.cell_at(matrix.cell_rect(row, column).center().toPoint()) is not None
