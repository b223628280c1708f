from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.ink import image_digits, partings
from engine.data.ink.touching import cuts


def line(*points: tuple[float, float]) -> NDArray[np.float64]:
    return np.array(points, np.float64)


ONE = line((0, 0), (2, 50), (0, 100))
SEVEN = line((5, 0), (60, 0), (40, 100))
BAR = line((30, 50), (60, 52))


def moved(stroke: NDArray[np.float64], by: float) -> NDArray[np.float64]:
    return stroke + np.array([by, 0])


def test_strokes_side_by_side_may_be_two_digits() -> None:
    assert partings([moved(SEVEN, 20), ONE]) == [([1], [0])]
    assert ([0], [1, 2]) in partings([moved(SEVEN, -60), SEVEN, BAR])


@pytest.mark.parametrize(
    "strokes",
    [
        [SEVEN],
        [SEVEN, BAR],  # a bar is no digit
        [ONE, moved(ONE, 30)],  # too narrow for two
        [SEVEN, moved(SEVEN, 5)],  # one over the other
        [line((0, 0), (90, 0)), line((0, 100), (90, 100))],
        [moved(ONE, 20 * number) for number in range(11)],
        [line((5, 5)), line((5, 5))],
        [],
    ],
)
def test_what_does_not_stand_side_by_side_is_one(strokes: list[NDArray[np.float64]]) -> None:
    assert partings(strokes) == []


def test_whatever_was_drawn_first() -> None:
    left, right = moved(SEVEN, -62), SEVEN

    assert partings([left, right]) == [([0], [1])]
    assert partings([right, left]) == [([1], [0])]


def inked(*boxes: tuple[int, int, int, int]) -> NDArray[np.float32]:
    ink = np.zeros((60, 100), np.float32)
    for left, top, right, bottom in boxes:
        ink[top:bottom, left:right] = 1
    return ink


TWO = inked((20, 10, 40, 50), (40, 30, 50, 34), (50, 10, 72, 50))  # joined by a bridge


def test_an_image_is_cut_where_there_is_least_ink() -> None:
    assert 40 <= cuts(TWO)[0] <= 50
    assert len(cuts(TWO)) <= 3


@pytest.mark.parametrize(
    "ink",
    [
        inked(),
        inked((20, 10, 40, 50)),  # too narrow for two
        inked((20, 10, 26, 50), (26, 30, 72, 34)),  # a bar is no digit
    ],
)
def test_what_is_one_by_its_form_is_not_cut(ink: NDArray[np.float32]) -> None:
    assert cuts(ink) == []


def test_whoever_knows_digits_decides_whether_an_image_is_cut() -> None:
    image = np.where(np.kron(TWO, np.ones((2, 2), np.float32)) > 0, 0, 255).astype(np.uint8)
    asked: list[int] = []

    def part(views: NDArray[np.uint8]) -> int | None:
        asked.append(len(views))
        return 0

    left, right = image_digits(image, part=part)

    assert left.box.right <= right.box.left + 1
    assert asked[0] % 2 == 1
    assert len(image_digits(image, part=lambda _views: None)) == len(image_digits(image)) == 1
    assert len(image_digits(image, several=False, part=part)) == 1
