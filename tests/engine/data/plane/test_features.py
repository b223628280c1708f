"""What a network is told of a point, and which features lie on a plane."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest

from engine.choices import PlaneFeature
from engine.config import Experiment
from engine.data.plane import is_plane, plane_features, plane_of
from engine.data.plane.origins import remember
from engine.errors import ConfigError
from engine.inputs.feature import Feature


@dataclass(frozen=True)
class Named:
    """As much of a feature as a plane asks for."""

    name: str
    low: float = -5.0
    high: float = 5.0
    column: str = ""


def test_every_feature_has_the_value_of_its_formula() -> None:
    row = plane_features(np.array([[2.0, -3.0]], np.float32), list(PlaneFeature))
    assert row.dtype == np.float32
    assert row[0].tolist() == pytest.approx([2, -3, 4, 9, -6, math.sin(2), math.sin(-3)], rel=1e-6)


def test_features_come_in_the_order_of_their_names() -> None:
    points = np.array([[1.0, 2.0], [3.0, 4.0]], np.float32)
    assert plane_features(points, ("y", "x²")).tolist() == [[2, 1], [4, 9]]


def test_calculated_features_lie_on_a_plane_and_two_numbers_do() -> None:
    assert is_plane([Named("x²"), Named("sin y")])
    assert is_plane([Named("x·y")])
    assert is_plane([Named("petal length", 1, 7), Named("petal width", 0, 3)])
    assert not is_plane([])
    assert not is_plane([Named("age")])
    assert not is_plane([Named("x"), Named("y"), Named("age")])
    assert not is_plane([Named("age"), Named("colour = red", 0, 1, column="colour")])


def test_columns_of_a_table_that_are_called_so_have_edges_of_their_own() -> None:
    plane = plane_of([Named("x", 0, 1000), Named("y", 20, 20)])
    assert plane is not None
    assert plane.x_range == pytest.approx((-80, 1080))
    assert plane.y_range == pytest.approx((19, 21))
    points = np.array([[5, 20]], np.float32)
    assert np.array_equal(plane.rows(points), points)
    found = plane.points(points)
    assert found is not None
    assert np.array_equal(found, points)


def test_rows_tell_where_they_lie_if_both_coordinates_are_among_them() -> None:
    points = np.array([[1, -2], [0, 4]], np.float32)
    plane = plane_of([Named("x²"), Named("y"), Named("x")])
    assert plane is not None
    found = plane.points(plane.rows(points))
    assert found is not None
    assert np.array_equal(found, points)
    squares = plane_of([Named("x²"), Named("y²")])
    assert squares is not None
    assert squares.points(squares.rows(points * 1.5)) is None
    remember(squares.rows(points), points)
    found = squares.points(squares.rows(points)[[1]])
    assert found is not None
    assert found.tolist() == [[0, 4]]
    assert squares.points(squares.rows(points + 1)) is None


def test_the_grid_goes_row_by_row_from_the_upper_left() -> None:
    plane = plane_of([Named("x"), Named("y")])
    assert plane is not None
    assert plane.grid(2).tolist() == [[-3, 3], [3, 3], [-3, -3], [3, -3]]
    assert plane.grid_rows(3).shape == (9, 2)
    assert plane.within(9, -7) == (6, -6)


@pytest.mark.parametrize("given", ["y, x2 ,x", ["x²", "y", "x", "x"], "x^2，y、x", ("x", "y", "x²")])
def test_features_are_named_as_people_write_them(given: object) -> None:
    found = Experiment().with_(**{"data.plane.features": given}).data.plane.features
    assert found == ("x", "y", "x²")


@pytest.mark.parametrize(
    ("given", "says"), [("", "must not be empty"), ("x,z", "must be one of 'x', 'y'"), (3, "list")]
)
def test_what_is_no_feature_is_refused(given: object, says: str) -> None:
    with pytest.raises(ConfigError, match=f"Features .*{says}"):
        Experiment().with_(**{"data.plane.features": given})


def test_of_many_words_that_are_no_features_one_is_told() -> None:
    with pytest.raises(ConfigError) as caught:
        Experiment().with_(**{"data.plane.features": [f"z{number}" for number in range(1000)]})
    assert len(str(caught.value)) < 1000


def test_the_grid_of_numbers_as_large_as_there_are_holds_numbers() -> None:
    plane = plane_of([Feature("a", -3.4e38, 3.4e38, 0), Feature("b", 0, 1, 0)])
    assert plane is not None
    with np.errstate(all="raise"):
        grid = plane.grid(5)
    assert np.isfinite(grid).all()
    assert grid[0, 0] < -2e38
