"""Surfaces over the plane: heights from −1 to 1 at places that are drawn evenly, and a data set of each."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import Experiment
from engine.data.datasets import info_of, load_split
from engine.data.plane.hills import HEIGHTS, TOPS, Hills
from engine.data.plane.registry import SURFACES
from engine.data.plane.shape import HALF
from engine.data.plane.slope import Slope
from engine.data.plane.surface import Surface


def test_a_slope_rises_evenly_between_two_corners() -> None:
    places = np.array([[-HALF, -HALF], [0, 0], [HALF, HALF], [3, -3]])
    assert Slope().height(places).tolist() == [-1, 0, 1, 0]


def test_hills_and_hollows_are_as_high_as_they_say() -> None:
    found = Hills().height(np.array(TOPS))
    np.testing.assert_allclose(found, HEIGHTS, atol=0.05)


@pytest.mark.parametrize("surface", SURFACES, ids=lambda each: each.name)
def test_more_noise_moves_the_same_points_and_keeps_their_heights(surface: Surface) -> None:
    points, heights = surface.draw(200, 0.0, 3, 0)
    moved, kept = surface.draw(200, 0.2, 3, 0)
    assert heights.dtype == np.float32
    assert np.abs(heights).max() <= 1
    assert np.abs(points).max() <= HALF
    assert np.abs(moved).max() <= HALF
    np.testing.assert_array_equal(heights, kept)
    assert (points != moved).any(axis=1).all()


@pytest.mark.parametrize("surface", SURFACES, ids=lambda each: each.name)
def test_it_is_a_data_set_that_asks_for_a_number(surface: Surface) -> None:
    split = load_split(Experiment().with_(**{"data.dataset": surface.name}).data)
    assert (split.goal, split.classes) == ("number", ("z",))
    assert len(split.train) + len(split.validation) == 500
    info = info_of(surface.name)
    assert info is not None
    assert info.goal == "number"
