"""t-SNE: a map on which neighbours stay neighbours; distances between groups mean little.

The exact form, with all pairs: some ten seconds for 2,000 points.

Source: van der Maaten and Hinton 2008, JMLR 9:2579; the rate by Belkina et al. 2019, Nature Communications 10:5415.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import Cancelled
from engine.insight.pca import Pca
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

PERPLEXITY, ITERATIONS = 30.0, 500
MOST_FEATURES = 50
EXAGGERATION = 12.0
EARLY = 0.4  # of the iterations pull neighbours together more than they should
MOMENTUM_EARLY, MOMENTUM_LATE = 0.5, 0.8
SEARCHES = 40
TINY = 1e-12


def tsne(
    features: NDArray[np.floating],
    *,
    perplexity: float = PERPLEXITY,
    iterations: int = ITERATIONS,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Lay points out on a plane; the same points give the same map, as it begins with their principal components.

    Args:
        features: ``(N, D)``; of many features the 50 directions of the widest spread are used.
        perplexity: How many neighbours each point counts, about; less where there are few points.
        iterations: How many steps.
        progress: Told what is done, and the share that is done.
        cancelled: Asked before each step whether to give up.

    Returns:
        ``(N, 2)`` float32, its middle at 0.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    count = len(features)
    if count < 4:
        return Pca.fit(features).project(features) if count else np.zeros((0, 2), np.float32)
    points = features.astype(np.float64)
    if points.shape[1] > MOST_FEATURES:
        points = Pca.fit(points, MOST_FEATURES).project(points).astype(np.float64)
    wanted = joint_probabilities(points, min(perplexity, (count - 1) / 3)).astype(np.float32)
    places = Pca.fit(points).project(points)
    places *= 1e-4 / max(float(places[:, 0].std()), TINY)
    rate = max(count / EXAGGERATION / 4, 50.0)
    update, gains = np.zeros_like(places), np.ones_like(places)
    early = round(EARLY * iterations)
    for iteration in range(iterations):
        if cancelled is not None and cancelled():
            raise Cancelled
        factor = EXAGGERATION if iteration < early else 1.0
        gradient = _gradient(wanted, places, factor)
        same = np.sign(gradient) == np.sign(update)
        gains = np.maximum(np.where(same, gains * 0.8, gains + 0.2), 0.01).astype(np.float32)
        update = (MOMENTUM_EARLY if iteration < early else MOMENTUM_LATE) * update - rate * gains * gradient
        places = places + update
        if progress is not None:
            progress(Phrase("Laying out the map"), (iteration + 1) / iterations)
    return np.asarray(places - places.mean(axis=0), dtype=np.float32)


def joint_probabilities(points: NDArray[np.float64], perplexity: float) -> NDArray[np.float64]:
    """Return how much each pair of points counts as neighbours.

    Args:
        points: ``(N, D)``.
        perplexity: How many neighbours each point shall have, about.

    Returns:
        ``(N, N)``, symmetric, adding up to 1, 0 on the diagonal.
    """
    distances = _squared_distances(points)
    count = len(points)
    np.fill_diagonal(distances, np.inf)
    nearest = distances.min(axis=1, keepdims=True)
    np.fill_diagonal(distances, 0.0)
    shifted = distances - nearest  # so that no row runs out of numbers
    low, high = np.zeros((count, 1)), np.full((count, 1), np.inf)
    precision = 1.0 / np.maximum(distances.mean(axis=1, keepdims=True), TINY)
    target = math.log(perplexity)
    for _ in range(SEARCHES):
        weights = np.exp(-np.maximum(shifted, 0.0) * precision)
        np.fill_diagonal(weights, 0.0)
        total = weights.sum(axis=1, keepdims=True)
        entropy = np.log(total) + precision * (weights * shifted).sum(axis=1, keepdims=True) / total
        wide = entropy > target
        low, high = np.where(wide, precision, low), np.where(wide, high, precision)
        precision = np.where(np.isinf(high), 2 * precision, (low + high) / 2)
    conditional = weights / total
    joint: NDArray[np.float64] = (conditional + conditional.T) / (2 * count)
    return joint


def _gradient(wanted: NDArray[np.float32], places: NDArray[np.float32], factor: float) -> NDArray[np.float32]:
    closeness = _squared_distances(
        places
    )  # (N, N), worked on in place: it is the size of all the rest together
    closeness += 1
    np.reciprocal(closeness, out=closeness)
    np.fill_diagonal(closeness, 0.0)
    force: NDArray[np.float32] = wanted * np.float32(factor)
    force -= closeness / closeness.sum()
    force *= closeness
    result: NDArray[np.float32] = 4 * (force.sum(axis=1, keepdims=True) * places - force @ places)
    return result


def _squared_distances(points: NDArray[Any]) -> NDArray[Any]:
    squares = np.square(points).sum(axis=1)
    distances: NDArray[Any] = points @ points.T
    distances *= -2
    distances += squares[:, None]
    distances += squares
    np.maximum(distances, 0, out=distances)
    return distances
