"""Points of every shape: as many of each class, the same for the same seed, and where their class lies."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.plane.registry import SHAPES
from engine.data.plane.shape import HALF, STRAYING, Shape

each = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)


@each
def test_classes_come_in_turn_and_points_lie_within_the_plane(shape: Shape) -> None:
    points, labels = shape.draw(301, 0.5, seed=3, part=0)
    assert points.shape == (301, 2)
    assert points.dtype == np.float32
    assert labels.dtype == np.int64
    counts = np.bincount(labels, minlength=shape.count)
    assert len(counts) == len(shape.classes) == shape.count
    assert counts.max() - counts.min() <= 1
    assert np.abs(points).max() <= HALF


@each
def test_a_seed_decides_the_points_and_a_part_of_it_others(shape: Shape) -> None:
    points, _ = shape.draw(50, 0.2, seed=1, part=0)
    assert np.array_equal(points, shape.draw(50, 0.2, seed=1, part=0)[0])
    assert not np.array_equal(points, shape.draw(50, 0.2, seed=2, part=0)[0])
    assert not np.array_equal(points, shape.draw(50, 0.2, seed=1, part=1)[0])


@each
def test_more_points_begin_with_the_same_ones(shape: Shape) -> None:
    few, many = (shape.draw(count, 0.1, seed=5, part=0)[0] for count in (40, 90))
    assert np.array_equal(few, many[:40])


@each
def test_with_more_noise_each_point_strays_farther_the_same_way(shape: Shape) -> None:
    still, near, far = (shape.draw(4000, noise, seed=0, part=0)[0] for noise in (0.0, 0.05, 0.1))
    inside = np.abs(far).max(axis=1) < HALF
    step, leap = near[inside] - still[inside], far[inside] - still[inside]
    assert np.allclose(leap, 2 * step, atol=1e-5)
    assert step.std() == pytest.approx(0.05 * STRAYING, rel=0.1)


@each
def test_without_noise_the_nearest_other_point_is_of_the_same_class(shape: Shape) -> None:
    points, labels = shape.draw(600, 0.0, seed=0, part=0)
    unseen, truth = shape.draw(300, 0.0, seed=0, part=1)
    nearest = ((unseen[:, None] - points[None]) ** 2).sum(axis=2).argmin(axis=1)
    assert (labels[nearest] == truth).mean() > (0.97 if shape.name == "gaussians" else 0.99)


def test_no_straight_line_parts_what_is_said_to_need_more() -> None:
    """The best straight border by least squares: near chance for these, and nearly perfect for the clouds."""
    shares = {}
    for shape in SHAPES:
        points, labels = shape.draw(900, 0.05, seed=0, part=0)
        inputs = np.column_stack([points, np.ones(len(points))])
        weights, *_ = np.linalg.lstsq(inputs, np.eye(shape.count)[labels], rcond=None)
        shares[shape.name] = float(((inputs @ weights).argmax(axis=1) == labels).mean())
    assert shares["gaussians"] > 0.97
    assert max(shares["circles"], shares["xor"], shares["spiral"]) < 0.7
    assert shares["moons"] < 0.92
