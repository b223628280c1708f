"""The proof of an export: the same images through the model and through what was written, and how far they differ."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.generated import generate
from engine.data.ink import SIZE
from engine.deploy.reference import portion_of
from engine.deploy.weights import Rounding
from engine.inputs.registry import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.deploy.operations import PlainNetwork
    from engine.deploy.weights import Activations, Weights
    from engine.inputs.feature import Feature
    from engine.storage.model_file import SavedModel

MOST_IMAGES, FEWEST_IMAGES = 2000, 10
MOST_WORK = 18_000_000_000  # multiply-adds of all images together: some seconds
HANDLING = 16  # multiply-adds that are done in the time in which a number is fetched and put away
MOST_PIXELS = MOST_ANSWERS = 1 << 22  # of all images together
MOST_CALLS = 60_000  # of operations, one after the other: some seconds as well
SEED = 16


def image_count(network: PlainNetwork, work: int, runs: int = 1) -> int:
    """Return by how many images an export is proved: of much work there are fewer.

    Args:
        network: What is exported.
        work: Multiply-adds that it does for one image.
        runs: How often each image goes through it.
    """
    most = (
        MOST_IMAGES,
        MOST_WORK // (runs * (work + HANDLING * network.handled)),
        MOST_PIXELS // math.prod(network.image_shape),
        MOST_ANSWERS // network.answers,
        MOST_CALLS * portion_of(network) // (runs * network.calls),
    )
    return max(FEWEST_IMAGES, min(most))


def images_for(
    image_shape: tuple[int, ...],
    count: int,
    cancelled: Callable[[], bool],
    features: tuple[Feature, ...] = (),
) -> NDArray[Any]:
    """Return the examples that an export is proved by, the same each time.

    They are generated digits; for images of another form than theirs stretched to it, and each of the colours
    of another strength.

    Args:
        image_shape: ``(C, H, W)`` of what the model takes, ``(F,)``, or of text ``(T, alphabet)``: drawn by chance.
        count: How many.
        cancelled: Asked now and then whether to stop.
        features: What each number is, where it takes numbers: they are drawn between its bounds.

    Returns:
        ``(N, H, W)`` uint8, ``(N, H, W, C)`` where there are several channels; of numbers ``(N, F)`` float32.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    if features:
        return _rows(features, count)
    if kind_of(image_shape).per_place:
        length, alphabet = image_shape
        return np.random.default_rng(SEED).integers(0, alphabet, (count, length), np.uint16)
    channels, height, width = image_shape
    digits, _ = generate(count, SEED, cancelled=cancelled)
    if image_shape == (1, SIZE, SIZE):
        return digits
    rows, columns = (np.arange(side) * SIZE // side for side in (height, width))
    stretched = digits[:, rows][:, :, columns]
    if channels == 1:
        return stretched
    images = np.empty((count, height, width, channels), np.uint8)
    shares = np.random.default_rng(SEED).uniform(0.2, 1, (count, 1, 1, channels)).astype(np.float32)
    for channel in range(channels):
        images[..., channel] = stretched * shares[..., channel]
    return images


def _rows(features: tuple[Feature, ...], count: int) -> NDArray[np.float32]:
    """Draw rows of numbers, each between the least and the greatest that was learnt from."""
    low, high = (np.array([getattr(each, name) for each in features]) for name in ("low", "high"))
    rows = np.random.default_rng(SEED).uniform(low, high, (count, len(features)))
    whole = np.array([each.whole for each in features])
    return np.where(whole, np.rint(rows), rows).astype(np.float32)


def scale_of(saved: SavedModel) -> float:
    """Return what a difference of answers is held against: 1 of probabilities, of numbers the spread of the targets.

    A mean far from 0 costs digits: as much as rounding takes of it is allowed, too.
    """
    deviation = saved.state.get("scale.deviation")
    if deviation is None:
        return 1.0
    mean = float(saved.state["scale.mean"].abs().max())
    return max(float(deviation.max()), mean / 100)


def largest_difference(wanted: NDArray[np.float32], found: NDArray[np.float32]) -> float:
    """Return by how much two answers ``(N, classes)`` differ at most; not a number where one of them holds none."""
    if wanted.shape != found.shape:
        return float("nan")
    return float(np.abs(wanted.astype(np.float64) - found).max(initial=0.0))


def rounding_cost(
    weights: Weights, activations: Activations, trained: NDArray[np.float32], found: NDArray[np.float32]
) -> Rounding:
    """Return what rounded weights cost, and rounded activations.

    Args:
        weights: How weights are stored.
        activations: In what kind of numbers activations are multiplied.
        trained: Probabilities ``(N, classes)`` of the model as it was trained.
        found: Of the rounded model.
    """
    others = trained.argmax(axis=-1) != found.argmax(axis=-1)  # (N,), of text (N, T)
    changed = int(others.reshape(len(trained), -1).any(axis=1).sum())
    return Rounding(weights, largest_difference(trained, found), changed, len(trained), activations)
