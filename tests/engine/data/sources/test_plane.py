"""The built-in points and one's own as data sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.config import DataConfig, PlaneConfig
from engine.data import datasets
from engine.data.plane import plane_of
from engine.data.plane.own_points import own_points
from engine.data.plane.registry import SHAPES
from engine.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path


def config(name: str, **plane: object) -> DataConfig:
    return DataConfig(dataset=name, plane=PlaneConfig.model_validate(plane))


@pytest.mark.parametrize("name", [shape.name for shape in SHAPES])
def test_every_shape_is_a_data_set_with_as_many_points_as_are_asked_for(name: str) -> None:
    split = datasets.load_split(config(name, count=60))
    assert (len(split.train) + len(split.validation), len(split.test)) == (60, 30)
    assert split.train.kind == "numbers"
    assert [feature.name for feature in split.train.features] == ["x", "y"]
    info = datasets.info_of(name)
    assert info is not None
    assert info.has_plane
    assert info.is_built_in


def test_points_to_test_with_stay_the_same_with_more_to_learn_from() -> None:
    few, many = (
        datasets.load("spiral", part="test", config=config("spiral", count=count)) for count in (40, 90)
    )
    assert np.array_equal(few.images, many.images[: len(few)])


def test_noise_number_seed_and_features_decide_the_points() -> None:
    usual = datasets.load("moons", config=config("moons", count=50))
    for other in (
        config("moons", count=50, noise=0.3),
        config("moons", count=51),
        DataConfig(dataset="moons", seed=4, plane=PlaneConfig(count=50)),
    ):
        found = datasets.load("moons", config=other)
        assert found.images.shape != usual.images.shape or not np.array_equal(found.images, usual.images)
    told = datasets.load("moons", config=config("moons", count=50, features="sin y,x"))
    assert [feature.name for feature in told.features] == ["x", "sin y"]
    assert np.allclose(told.images[:, 1], np.sin(usual.images[:, 1]))


def test_points_are_found_again_where_their_features_do_not_tell() -> None:
    usual = datasets.load_split(config("circles", count=50))
    split = datasets.load_split(config("circles", count=50, features="x2,y2"))
    plane = plane_of(split.test.features)
    assert plane is not None
    for part, same in ((split.train, usual.train), (split.test, usual.test)):
        found = plane.points(part.images[::3])
        assert found is not None
        assert np.allclose(found, same.images[::3])


def test_ones_own_points_are_a_data_set_once_there_are_some(isolated_home: Path) -> None:
    assert not datasets.is_available("points")
    with pytest.raises(DataError, match="no points of your own yet"):
        datasets.load("points")
    own_points().add([(0, 0, "A"), (1, 1, "B"), (2, 2, "A")])
    assert datasets.is_available("points")
    train, test = (datasets.load("points", part=part) for part in ("train", "test"))
    assert train.images.tolist() == [[0, 0], [1, 1]]
    assert test.images.tolist() == [[2, 2]]
    assert train.classes == ("A", "B")
    own_points().add([(3, 3, "B")])
    assert len(datasets.load("points", part="test")) == 2
