from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from gui.pad.strokes import BEYOND, SIDE, Stroke, erased, mean_width, on_paper, path_length, smoothed

coordinates = st.floats(-50, SIDE + 50, allow_nan=False).map(lambda value: round(value, 3))
points = st.tuples(coordinates, coordinates)
paths = st.lists(points, min_size=1, max_size=12).map(lambda items: np.array(items, dtype=float))


def distance_to_segment(path: NDArray[np.float64], a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """The least distance of densely sampled path points to a segment."""
    if len(path) > 1:
        share = np.linspace(0, 1, 60)[:, None]
        path = np.concatenate([p + (q - p) * share for p, q in itertools.pairwise(path)])
    way = b - a
    t = np.clip((path - a) @ way / max(float(way @ way), 1e-12), 0, 1)[:, None]
    return float(np.hypot(*(path - (a + t * way)).T).min())


class TestErased:
    def test_cuts_a_line_in_two_with_a_gap_as_wide_as_eraser_and_pen(self) -> None:
        line = Stroke(np.array([[0.0, 100.0], [200.0, 100.0]]), 10)
        left, right = erased([line], (100, 100), (100, 100), 15)
        np.testing.assert_allclose(left.points, [[0, 100], [80, 100]])
        np.testing.assert_allclose(right.points, [[120, 100], [200, 100]])
        assert left.width == right.width == 10

    def test_moving_across_cuts_even_if_both_ends_are_far(self) -> None:
        line = Stroke(np.array([[0.0, 100.0], [200.0, 100.0]]), 10)
        pieces = erased([line], (60, 0), (60, 200), 5)
        np.testing.assert_allclose([piece.points[[0, -1], 0] for piece in pieces], [[0, 50], [70, 200]])

    def test_keeps_corners_of_what_is_left(self) -> None:
        bent = Stroke(np.array([[0.0, 0], [50, 0], [50, 50], [0, 50]]), 2)
        pieces = erased([bent], (0, 50), (0, 50), 9)
        assert len(pieces) == 1
        np.testing.assert_allclose(pieces[0].points, [[0, 0], [50, 0], [50, 50], [10, 50]])

    def test_shortens_an_end_instead_of_splitting(self) -> None:
        line = Stroke(np.array([[0.0, 0], [100, 0]]), 2)
        (piece,) = erased([line], (100, 0), (100, 0), 19)
        np.testing.assert_allclose(piece.points, [[0, 0], [80, 0]])

    def test_takes_dots_that_it_touches_and_leaves_the_others(self) -> None:
        near, far = Stroke(np.array([[10.0, 10]]), 10), Stroke(np.array([[40.0, 10]]), 10)
        assert erased([near, far], (10, 24), (10, 24), 10) == (far,)

    def test_strokes_that_are_not_touched_stay_the_same_objects(self) -> None:
        stroke = Stroke(np.array([[0.0, 0], [100, 0]]), 4)
        assert erased([stroke], (50, 40), (90, 40), 10)[0] is stroke

    def test_a_wide_place_is_cut_farther_away_than_a_thin_one(self) -> None:
        wedge = Stroke.of(np.array([[0.0, 0, 2], [100, 0, 2], [110, 0, 22], [200, 0, 22]]), 10)
        thin, thick = erased([wedge], (90, 0), (150, 0), 9)
        assert thin.widths is not None
        assert thick.widths is not None
        np.testing.assert_allclose([*thin.points[-1], thin.widths[-1]], [80, 0, 2])
        np.testing.assert_allclose([*thick.points[0], thick.widths[0]], [170, 0, 22])
        assert erased([wedge], (200, 19), (200, 19), 9)[0].points[-1][0] < 200
        assert erased([wedge], (0, 19), (0, 19), 9) == (wedge,)

    @given(paths, points, points, st.floats(1, 40), st.floats(1, 30))
    @settings(max_examples=150, deadline=None)
    def test_nothing_near_the_eraser_is_left_and_the_rest_is(
        self,
        path: NDArray[np.float64],
        a: tuple[float, float],
        b: tuple[float, float],
        radius: float,
        width: float,
    ) -> None:
        begin, end = np.array(a), np.array(b)
        reach = radius + width / 2
        pieces = erased([Stroke(path, width)], begin, end, radius)
        for piece in pieces:
            assert distance_to_segment(piece.points, begin, end) >= reach - 1e-3
            assert distance_to_segment(path, piece.points[0], piece.points[0]) < 6  # lies on what was drawn
        # Every drawn point out of reach is still on some piece.
        for point in path:
            if distance_to_segment(point[None], begin, end) > reach + 1e-3 and (
                len(path) == 1 or path_length(path) > 1
            ):
                near = min((np.hypot(*(piece.points - point).T).min() for piece in pieces), default=np.inf)
                assert near < 1e-2
        assert sum(piece.length for piece in pieces) <= path_length(path) + 1e-6

    @given(paths, points, points)
    @settings(max_examples=80, deadline=None)
    def test_erasing_twice_is_erasing_once(
        self, path: NDArray[np.float64], a: tuple[float, float], b: tuple[float, float]
    ) -> None:
        once = erased([Stroke(path, 8)], a, b, 12)
        twice = erased(once, a, b, 12)
        assert sum(piece.length for piece in twice) == pytest.approx(
            sum(piece.length for piece in once), abs=1e-3
        )


class TestSmoothed:
    def test_keeps_a_dot_and_a_line(self) -> None:
        np.testing.assert_array_equal(smoothed([[3, 4]]), [[3, 4]])
        np.testing.assert_array_equal(smoothed([[3, 4], [3, 4]]), [[3, 4]])
        np.testing.assert_array_equal(smoothed([[0, 0], [10, 0]]), [[0, 0], [10, 0]])
        assert smoothed(np.empty((0, 2))).shape == (0, 2)

    def test_makes_a_circle_of_few_points_round(self) -> None:
        angle = np.linspace(0, 2 * np.pi, 13)
        path = smoothed(100 + 50 * np.c_[np.cos(angle), np.sin(angle)])
        radius = np.hypot(*(path - 100).T)
        assert len(path) > 100
        # The straight lines between the points would come as near as 48.3.
        assert 49.3 < radius.min() < radius.max() < 50.7

    def test_leaves_corners_sharp(self) -> None:
        path = smoothed([[0, 0], [50, 0], [100, 0], [100, 50], [100, 100]])
        assert np.hypot(*(path - [100, 0]).T).min() < 1e-9
        assert path[:, 0].max() <= 100 + 1e-9
        assert path[:, 1].min() >= -1e-9

    def test_evens_out_whole_pixels(self) -> None:
        x = np.arange(0, 100.0)
        steps = np.c_[x, np.round(x * 0.3)]
        path = smoothed(steps)
        rough = np.abs(steps[:, 1] - x * 0.3)[5:-5].std()
        calm = np.abs(path[:, 1] - path[:, 0] * 0.3)[10:-10].std()
        assert calm < rough / 1.5

    @given(paths)
    @settings(max_examples=80, deadline=None)
    def test_starts_and_ends_where_the_pen_did(self, path: NDArray[np.float64]) -> None:
        result = smoothed(path)
        np.testing.assert_allclose(result[[0, -1]], path[[0, -1]])
        assert np.isfinite(result).all()
        assert path_length(result) <= 2 * path_length(path) + 1e-6

    def test_the_width_of_the_pen_goes_over_smoothly(self) -> None:
        x = np.arange(0, 101, 10.0)
        path = smoothed(np.c_[x, np.zeros(11), np.where(x < 50, 10.0, 30.0)])
        assert path.shape[1] == 3
        assert np.abs(np.diff(path[:, 2])).max() < 6
        assert (path[:, 2].min(), path[:, 2].max()) == (10, 30)
        np.testing.assert_allclose(path[:, :2], smoothed(np.c_[x, np.zeros(11)]))


class TestStroke:
    def test_its_width_is_the_mean_along_the_way(self) -> None:
        stroke = Stroke.of(np.array([[0.0, 0, 10], [30, 0, 10], [40, 0, 30]]), 99)
        assert stroke.width == pytest.approx((30 * 10 + 10 * 20) / 40)
        assert stroke.widest == 30
        np.testing.assert_array_equal(stroke.path, [[0, 0, 10], [30, 0, 10], [40, 0, 30]])

    def test_a_dot_is_as_wide_as_it_was_pressed(self) -> None:
        assert Stroke.of(np.array([[3.0, 4, 17]]), 99).width == 17

    def test_an_even_pen_has_one_width(self) -> None:
        stroke = Stroke.of(np.array([[0.0, 0], [30, 0]]), 9)
        assert (stroke.width, stroke.widest, stroke.widths) == (9, 9, None)


class TestOnPaper:
    def test_a_path_on_the_paper_stays_as_it_is(self) -> None:
        path = np.array([[0.0, 0], [280, 280]])
        (part,) = on_paper(path)
        np.testing.assert_array_equal(part, path)

    def test_a_loop_that_runs_out_and_comes_back_stays_one(self) -> None:
        loop = np.array([[100.0, 100], [300, 100], [300, 200], [100, 200]])
        (part,) = on_paper(loop)
        np.testing.assert_array_equal(part, loop)

    def test_cuts_what_is_far_outside(self) -> None:
        far = SIDE + BEYOND
        first, second = on_paper([[100, 100], [500, 100], [500, 200], [100, 200]])
        np.testing.assert_allclose(first, [[100, 100], [far, 100]])
        np.testing.assert_allclose(second, [[far, 200], [100, 200]])

    def test_a_part_that_does_not_come_back_to_the_paper_is_nothing(self) -> None:
        parts = on_paper([[100, 100], [500, 100], [500, 300], [300, 300], [300, 330]])
        assert len(parts) == 1

    def test_the_pen_is_as_wide_where_it_is_cut_as_it_was_there(self) -> None:
        far = SIDE + BEYOND
        (part,) = on_paper([[far - 100, 100, 10], [far + 100, 100, 30]])
        np.testing.assert_allclose(part, [[far - 100, 100, 10], [far, 100, 20]])

    def test_a_path_outside_is_nothing(self) -> None:
        assert on_paper([[-5, 10], [-5, 200], [-40, 900]]) == []
        assert on_paper([[-5, 10]]) == []
        assert on_paper(np.empty((0, 2))) == []

    def test_a_line_right_across_is_found_between_two_points_outside(self) -> None:
        (line,) = on_paper([[-100, 140], [400, 140]])
        np.testing.assert_allclose(line, [[-BEYOND, 140], [SIDE + BEYOND, 140]])

    @given(paths)
    @settings(max_examples=80, deadline=None)
    def test_all_that_is_left_is_near_the_paper(self, path: NDArray[np.float64]) -> None:
        parts = on_paper(2 * path)
        assert all(((part >= -BEYOND) & (part <= SIDE + BEYOND)).all() and len(part) for part in parts)
        path = 2 * path
        assert sum(map(path_length, parts)) <= path_length(path) + 1e-6


def test_mean_width_weighs_by_length() -> None:
    thin, thick = Stroke(np.array([[0.0, 0], [90, 0]]), 10), Stroke(np.array([[5.0, 5]]), 20)
    assert mean_width([thin, thick], 7) == pytest.approx((100 * 10 + 20 * 20) / 120)
    assert mean_width([], 7) == 7
