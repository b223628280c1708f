"""The map of a layer: principal components and t-SNE."""

from __future__ import annotations

import importlib
import warnings
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.errors import Cancelled
from engine.insight.pca import Pca
from engine.insight.tsne import joint_probabilities, tsne


@pytest.fixture(scope="module")
def sklearn() -> ModuleType:
    """Scikit-learn, loaded here alone: it takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for part in ("decomposition", "manifold", "metrics"):
            importlib.import_module(f"sklearn.{part}")
        return importlib.import_module("sklearn")


def clouds(count: int = 150, size: int = 12) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Points around three middles, and which they belong to."""
    random = np.random.default_rng(0)
    labels = np.arange(count) % 3
    middles = random.normal(0, 4, (3, size))
    return (middles[labels] + random.normal(size=(count, size))).astype(np.float32), labels


@pytest.mark.parametrize(("count", "size"), [(150, 12), (20, 90)])
def test_principal_components_are_those_of_scikit_learn(sklearn: ModuleType, count: int, size: int) -> None:
    points, _ = clouds(count, size)
    expected = sklearn.decomposition.PCA(2, svd_solver="full").fit(points)

    found = Pca.fit(points)

    signs = np.sign((found.components * expected.components_).sum(axis=1))
    np.testing.assert_allclose(found.components, expected.components_ * signs[:, None], atol=1e-4)
    np.testing.assert_allclose(found.shares, expected.explained_variance_ratio_, rtol=1e-5)
    np.testing.assert_allclose(found.project(points), expected.transform(points) * signs, atol=1e-3)


def test_a_new_point_falls_where_an_equal_one_lies() -> None:
    points, _ = clouds()
    found = Pca.fit(points)

    np.testing.assert_allclose(found.project(points[7:8])[0], found.project(points)[7], atol=1e-5)


@pytest.mark.parametrize("points", [np.zeros((5, 3)), np.ones((1, 4)), np.arange(6.0).reshape(6, 1)])
def test_points_that_span_no_plane_still_have_a_map(points: NDArray[np.float64]) -> None:
    found = Pca.fit(points)

    assert found.project(points).shape == (len(points), 2)
    assert np.isfinite(found.components).all()
    assert found.shares[1] == 0


def test_neighbours_count_as_much_as_in_scikit_learn(sklearn: ModuleType) -> None:
    from scipy.spatial.distance import squareform
    from sklearn.manifold._t_sne import _joint_probabilities

    points = clouds(60)[0].astype(np.float64)
    distances = sklearn.metrics.pairwise_distances(points) ** 2
    expected = squareform(_joint_probabilities(distances.astype(np.float32), 15, 0))

    np.testing.assert_allclose(joint_probabilities(points, 15), expected, atol=2e-6)


def divergence(wanted: NDArray[np.floating], places: NDArray[np.floating]) -> float:
    """Return the Kullback-Leibler divergence that a map ``(N, 2)`` leaves, in nats."""
    closeness = 1 / (1 + ((places[:, None] - places) ** 2).sum(axis=2))
    np.fill_diagonal(closeness, 0.0)
    found = closeness / closeness.sum()
    return float((wanted * np.log(np.maximum(wanted, 1e-12) / np.maximum(found, 1e-12))).sum())


@pytest.mark.slow
def test_the_map_is_as_good_as_that_of_scikit_learn(sklearn: ModuleType) -> None:
    points, labels = clouds()
    other = sklearn.manifold.TSNE(2, perplexity=20, init="pca", method="exact", random_state=0, max_iter=500)
    expected = other.fit_transform(points)

    found = tsne(points, perplexity=20)

    wanted = joint_probabilities(points.astype(np.float64), 20)
    assert divergence(wanted, found) < 1.1 * divergence(wanted, expected)
    assert sklearn.manifold.trustworthiness(points, found) > 0.98 * sklearn.manifold.trustworthiness(
        points, expected
    )
    middles = np.array([found[labels == label].mean(axis=0) for label in range(3)])
    nearest = np.linalg.norm(found[:, None] - middles, axis=2).argmin(axis=1)
    assert (nearest == labels).all()


def test_the_same_points_give_the_same_map() -> None:
    points, _ = clouds(40, 80)

    np.testing.assert_array_equal(tsne(points, iterations=50), tsne(points, iterations=50))


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5])
def test_few_points_and_equal_ones_are_laid_out_too(count: int) -> None:
    found = tsne(np.ones((count, 3), np.float32), iterations=20)

    assert found.shape == (count, 2)
    assert np.isfinite(found).all()


def test_it_tells_how_far_it_is_and_can_be_cancelled() -> None:
    points, _ = clouds(30)
    told: list[float] = []

    tsne(points, iterations=10, progress=lambda _, share: told.append(share))
    assert told[-1] == 1
    with pytest.raises(Cancelled):
        tsne(points, cancelled=lambda: True)
