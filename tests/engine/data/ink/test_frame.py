"""Where the ink of small images lies, and moving it by whole pixels: answers that are known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.ink.frame import centre_of_mass, ink_boxes, shift


def dots(*places: tuple[int, int]) -> np.ndarray:
    """An image of 28 rows and 20 columns with a dot at each row and column."""
    image = np.zeros((1, 28, 20), np.uint8)
    for row, column in places:
        image[0, row, column] = 200
    return image


def test_the_centre_is_where_the_ink_is() -> None:
    assert centre_of_mass(dots((3, 7))).tolist() == [[7, 3]]
    assert centre_of_mass(dots((3, 7), (13, 17))).tolist() == [[12, 8]]
    both = dots((0, 0), (8, 4))
    both[0, 8, 4] = 100  # half the ink
    assert centre_of_mass(both) == pytest.approx(np.array([[4 / 3, 8 / 3]]))


def test_without_ink_it_is_the_middle_of_the_image() -> None:
    assert centre_of_mass(dots()).tolist() == [[9.5, 13.5]]
    assert ink_boxes(dots()).tolist() == [[0, 0, 20, 28]]


def test_the_box_ends_behind_the_last_pixel() -> None:
    assert ink_boxes(dots((3, 7))).tolist() == [[7, 3, 8, 4]]
    assert ink_boxes(dots((3, 7), (27, 0))).tolist() == [[0, 3, 8, 28]]


@pytest.mark.parametrize(
    ("by", "place"),
    [((1, 0), (3, 8)), ((0, 1), (4, 7)), ((-2, -3), (0, 5)), ((5, 20), (23, 12)), ((0, 0), (3, 7))],
)
def test_ink_is_shifted_to_the_right_and_down(by: tuple[int, int], place: tuple[int, int]) -> None:
    np.testing.assert_array_equal(shift(dots((3, 7)), np.array([by])), dots(place))


def test_what_is_shifted_out_is_gone_and_nothing_comes_in() -> None:
    for by in ((0, -4), (0, 25), (-8, 0), (13, 0)):
        assert not shift(dots((3, 7)), np.array([by])).any()
    pair = np.concatenate([dots((3, 7)), dots((3, 7))])
    moved = shift(pair, np.array([(1, 1), (-1, -1)]))
    np.testing.assert_array_equal(moved, np.concatenate([dots((4, 8)), dots((2, 6))]))
