"""Finding the digits in a drawing or an image."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from engine.config import VariationConfig
from engine.data.generated import generate
from engine.data.ink import Box, group_strokes, image_digits, image_stages, normalize_image
from engine.data.ink.segment import MOST_STROKES
from engine.errors import DataError

Points = list[tuple[float, float]]

# Digits one high and about half as wide, as one writes them.
BAR: Points = [(0, 0), (0.01, 0.5), (0, 1)]
RING: Points = [
    (0.3, 0),
    (0.08, 0.15),
    (0, 0.5),
    (0.1, 0.88),
    (0.3, 1),
    (0.5, 0.86),
    (0.6, 0.5),
    (0.5, 0.12),
    (0.3, 0),
]
TWO: Points = [(0.05, 0.2), (0.3, 0), (0.55, 0.2), (0.4, 0.6), (0, 1), (0.6, 0.98)]
SEVEN: Points = [(0, 0), (0.6, 0), (0.35, 0.5), (0.2, 1)]
FIVE_BODY: Points = [(0.1, 0.02), (0.08, 0.42), (0.35, 0.38), (0.55, 0.65), (0.35, 0.98), (0, 0.95)]
FIVE_ROOF: Points = [(0.1, 0.02), (0.6, 0)]
FOUR_CORNER: Points = [(0.2, 0), (0, 0.62), (0.6, 0.62)]
FOUR_STEM: Points = [(0.42, 0.25), (0.4, 1)]

ONE_DIGIT: dict[str, list[Points]] = {
    "4 of two strokes": [FOUR_CORNER, FOUR_STEM],
    "4 whose stem is as long as all of it": [FOUR_CORNER, [(0.45, 0), (0.42, 1)]],
    "open 4 whose strokes do not meet": [[(0, 0), (0.02, 0.55), (0.4, 0.55)], [(0.48, 0), (0.46, 1)]],
    "5 and its roof": [FIVE_BODY, FIVE_ROOF],
    "5 whose roof went astray": [FIVE_BODY, [(0.4, -0.1), (0.9, -0.15)], [(0.1, 0.02), (0.12, 0.03)]],
    "5 with its roof beside it": [[(0.4, 0), *FIVE_BODY[1:]], [(0.7, 0.02), (1.1, 0)]],
    "5 with a flying roof": [FIVE_BODY, [(0.2, -0.2), (0.7, -0.3)]],
    "7 and its bar": [SEVEN, [(0.15, 0.5), (0.55, 0.48)]],
    "7 of roof and stem": [[(0, 0), (0.6, 0)], [(0.55, 0.05), (0.2, 1)]],
    "1 with flag and foot": [BAR, [(-0.3, 0.3), (-0.03, 0.02)], [(-0.25, 1.02), (0.25, 1.02)]],
    "slashed 0": [RING, [(0.65, -0.05), (-0.05, 1.05)]],
    "0 with a short slash inside": [RING, [(0.4, 0.35), (0.2, 0.65)]],
    "0 of two halves": [RING[:5], RING[4:]],
    "8 of two rings": [
        [(0.3 + 0.2 * np.sin(a), 0.24 - 0.24 * np.cos(a)) for a in np.linspace(0, 6.3, 12)],
        [(0.3 + 0.28 * np.sin(a), 0.78 - 0.26 * np.cos(a)) for a in np.linspace(0, 6.3, 12)],
    ],
    "9 of ring and stem": [
        [(0.3 + 0.22 * np.sin(a), 0.25 - 0.25 * np.cos(a)) for a in np.linspace(0, 6.3, 12)],
        [(0.5, 0.1), (0.52, 0.5), (0.48, 1)],
    ],
    "a bow that was torn by the eraser": [TWO[:3], [(0.5, 0.38), *TWO[4:]]],
    "a digit and a slip of the pen": [TWO, [(1.4, 0.5)]],
}  # fmt: skip

SEVERAL: dict[str, tuple[list[Points], list[float]]] = {
    "1 1": ([BAR, BAR], [0, 0.25]),
    "1 1 1 close together": ([BAR, BAR, BAR], [0, 0.14, 0.3]),
    "2 0 7": ([TWO, RING, SEVEN], [0, 0.8, 1.6]),
    "1 0 7": ([BAR, RING, SEVEN], [0, 0.2, 0.95]),
    "2 whose foot touches the 0": ([TWO, RING], [0, 0.6]),
    "0 and a small 0": ([RING, [(0.6 * x, 0.4 + 0.6 * y) for x, y in RING]], [0, 0.75]),
}


def placed(points: Points, x: float = 0.0) -> NDArray[np.float64]:
    return np.asarray(points, dtype=float) + np.array([x, 0.0])


def slanted(stroke: NDArray[np.float64], slant: float) -> NDArray[np.float64]:
    return stroke + np.outer(1 - stroke[:, 1], [slant, 0])


@pytest.mark.parametrize("slant", [0.0, 0.3])
@pytest.mark.parametrize("name", ONE_DIGIT)
def test_strokes_of_one_digit_belong_together(name: str, slant: float) -> None:
    strokes = [slanted(placed(points), slant) for points in ONE_DIGIT[name]]
    assert group_strokes(strokes) == [list(range(len(strokes)))]


@pytest.mark.parametrize("slant", [0.0, 0.25])
@pytest.mark.parametrize("name", SEVERAL)
def test_digits_side_by_side_are_parted(name: str, slant: float) -> None:
    shapes, places = SEVERAL[name]
    strokes = [slanted(placed(points, x), slant) for points, x in zip(shapes, places, strict=True)]
    assert group_strokes(strokes) == [[number] for number in range(len(strokes))]


def test_digits_of_several_strokes_side_by_side() -> None:
    parts = [
        (FIVE_BODY, 0), (FIVE_BODY, 0.9), (FOUR_CORNER, 1.8), (FIVE_ROOF, 0.9), (FOUR_STEM, 1.8), (FIVE_ROOF, 0),
        (BAR, 2.6),
    ]  # fmt: skip
    assert group_strokes([placed(points, x) for points, x in parts]) == [[0, 5], [1, 3], [2, 4], [6]]


def test_lines_are_read_from_the_top() -> None:
    below = [stroke + np.array([0.1, 1.5]) for stroke in (placed(SEVEN), placed(RING, 0.9))]
    above = [placed(TWO), placed(BAR, 1.0)]
    assert group_strokes([*below, *above]) == [[2], [3], [0], [1]]


def test_a_wide_pen_makes_near_strokes_touch() -> None:
    strokes = [placed(TWO), placed([(0.66, 0.98), (0.9, 0.98)])]
    apart = [placed(BAR), placed([(0.2, 0.9), (0.2, 0.4)])]
    assert len(group_strokes(strokes)) == 1
    assert len(group_strokes(apart)) == 2
    assert len(group_strokes(apart, pen_width=0.45)) == 1


def test_nothing_dots_and_empty_strokes() -> None:
    empty = np.empty((0, 2))
    assert group_strokes([]) == []
    assert group_strokes([empty, empty]) == []
    assert group_strokes([empty, placed(TWO)]) == [[1]]
    assert group_strokes([[(5.0, 5.0)], [(5.0, 5.0)]]) == [[0, 1]]
    with pytest.raises(DataError):
        group_strokes([[(0.0, np.nan)], [(1.0, 1.0)]])


def test_a_scribble_is_one_drawing() -> None:
    strokes = [placed(BAR, 0.3 * number) for number in range(MOST_STROKES + 1)]
    assert len(group_strokes(strokes)) == 1
    assert len(group_strokes(strokes[:-1])) == MOST_STROKES


coordinate = st.floats(-1e6, 1e6)
drawings = st.lists(
    hnp.arrays(float, st.tuples(st.integers(0, 6), st.just(2)), elements=coordinate), max_size=7
)


@given(drawings)
def test_every_stroke_belongs_to_one_digit(strokes: list[NDArray[np.float64]]) -> None:
    groups = group_strokes(strokes)
    members = [index for group in groups for index in group]
    assert sorted(members) == [index for index, stroke in enumerate(strokes) if len(stroke)]
    assert all(group == sorted(group) for group in groups)


grid = st.tuples(st.integers(0, 40), st.integers(0, 40))  # whole numbers: moving and scaling leave them exact
on_grid = st.lists(st.lists(grid, min_size=1, max_size=5), min_size=1, max_size=5)


@given(on_grid, st.integers(-1000, 1000), st.sampled_from([0.25, 1.0, 64.0]))
def test_place_and_size_of_the_drawing_do_not_matter(strokes: list[Points], x: int, scale: float) -> None:
    arrays = [np.asarray(stroke, dtype=float) for stroke in strokes]
    moved = [(stroke + np.array([x, 2 * x])) * scale for stroke in arrays]
    assert group_strokes(moved) == group_strokes(arrays)


@given(
    st.lists(st.sampled_from([BAR, RING, TWO, SEVEN]), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_drawing_does_not_matter(shapes: list[Points], random: object) -> None:
    places = list(range(len(shapes)))
    random.shuffle(places)  # type: ignore[attr-defined]
    strokes = [placed(shapes[place], 0.9 * place) for place in places]
    assert group_strokes(strokes) == [[places.index(place)] for place in range(len(shapes))]


@given(
    st.lists(hnp.arrays(float, (2, 2), elements=st.floats(allow_nan=False, allow_infinity=False)), max_size=4)
)
def test_no_coordinate_is_too_large(strokes: list[NDArray[np.float64]]) -> None:
    assert sum(map(len, group_strokes(strokes))) == len(strokes)


class TestImages:
    @staticmethod
    def row(
        count: int, *, gap: int = 6, scale: int = 4, seed: int = 4, grey: bool = True
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Return a picture of digits in a row, dark on light, and a picture of each digit alone."""
        digits, _ = generate(count, seed=seed, variation=VariationConfig(roughness=0))
        if not grey:
            digits = np.where(digits > 127, 255, 0).astype(np.uint8)
        paper = np.zeros((40, 8 + count * (28 + gap)), dtype=np.uint8)
        for number, digit in enumerate(digits):
            paper[6:34, 8 + number * (28 + gap) : 36 + number * (28 + gap)] = digit
        picture = 255 - np.kron(paper, np.ones((scale, scale), dtype=np.uint8))
        side = 28 * scale
        starts = [scale * (8 + number * (28 + gap)) for number in range(count)]
        return picture, np.stack([picture[6 * scale : 6 * scale + side, at : at + side] for at in starts])

    @pytest.mark.parametrize("seed", range(8))
    def test_each_digit_is_found_and_seen_as_if_it_were_alone(self, seed: int) -> None:
        # Black on white: from where on a grey is ink is measured in the whole picture, so that the faint edge of a
        # digit may belong to it in one picture and not in another.
        picture, digits = self.row(5, seed=seed, grey=False)
        found = image_digits(picture)
        assert len(found) == 5
        for number, (digit, alone) in enumerate(zip(found, digits, strict=True)):
            left, top, right, bottom = digit.box
            assert 32 + number * 136 - 4 <= left < right <= 144 + number * 136 + 4
            assert 24 <= top < bottom <= 136
            seen = digit.stages[-1].image
            assert np.abs(seen.astype(int) - normalize_image(alone)).mean() < 2
            assert digit.stages[0].image.shape[1] > digit.stages[0].image.shape[0]  # the whole picture

    def test_boxes_are_in_pixels_of_a_large_image_too(self) -> None:
        picture, _ = self.row(4, scale=12)
        small, _ = self.row(4, scale=4)
        large_boxes, small_boxes = (
            np.array([digit.box for digit in image_digits(each)]) for each in (picture, small)
        )
        np.testing.assert_allclose(large_boxes, 3 * small_boxes, atol=12)

    def test_a_single_digit_goes_the_usual_way(self) -> None:
        picture, _ = self.row(1)
        (digit,) = image_digits(picture)
        for stage, usual in zip(digit.stages, image_stages(picture), strict=True):
            np.testing.assert_array_equal(stage.image, usual.image)
        np.testing.assert_array_equal(digit.stages[-1].image, normalize_image(picture))

    def test_small_images_and_dust_are_not_parted(self) -> None:
        digits, _ = generate(30, seed=1)
        for digit in digits:
            assert len(image_digits(digit)) == 1
        picture, _ = self.row(1)
        picture[8:12, 8:12] = 0
        assert len(image_digits(picture)) == 1

    def test_blank_paper_has_none(self) -> None:
        assert image_digits(np.full((90, 200), 255, np.uint8)) == []
        assert image_digits(np.zeros((90, 200, 3), np.uint8)) == []
        with pytest.raises(DataError):
            image_digits(np.zeros((2, 3, 4, 5)))

    def test_box_is_named(self) -> None:
        pixels = np.full((60, 80), 250, np.uint8)
        pixels[10:50, 20:26] = 5
        pixels[10:50, 60:66] = 5
        assert [digit.box for digit in image_digits(pixels)] == [Box(20, 10, 26, 50), Box(60, 10, 66, 50)]
