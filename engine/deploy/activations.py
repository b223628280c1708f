"""Activations rounded to 8 bits: what comes into each product of weights, in whole steps that training images decide.

With weights of 8 bits a runtime can then multiply whole numbers. A step is as wide that the least and the largest
number that some training images bring are the first and the last of 256; zero is one of them. Percentiles in their
place were no better. Only what comes into dense products is rounded, those of attention included: convolutions of
whole numbers were no faster, and recurrences have none.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.deploy.operations import PlainNetwork
from engine.deploy.reference import computed, portion_of
from engine.errors import Cancelled, ExportError
from engine.inference.pixels import batch_of, pixels_of
from engine.layers.operations import Dense, Levels, Operation
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

IMAGES = 1_000  # of the training part, by which steps are decided
LAST = 255  # of the steps
SEED = 16
COVERED = Phrase(
    "Training examples decide the steps of activations, and the privacy that was promised of them does not cover that."
)


def some_of(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ``IMAGES`` of some images, or all where there are fewer: the same each time."""
    places = np.random.default_rng(SEED).permutation(len(images))[:IMAGES]
    return images[np.sort(places)]


def with_levels(
    network: PlainNetwork, images: NDArray[np.uint8], cancelled: Callable[[], bool] = lambda: False
) -> PlainNetwork:
    """Return a network that rounds what comes into each product of weights.

    Args:
        network: The operations.
        images: Some of those that the network was trained on, ``(N, H, W)`` uint8, ``(N, H, W, C)`` in colour.
        cancelled: Asked now and then whether to stop.

    Raises:
        DataError: If these are no images of the form that it takes.
        ExportError: If there are none, or what they bring is no number.
        Cancelled: If ``cancelled`` said so.
    """
    images = batch_of(images, network.image_shape)
    ranges = _ranges(network, images, cancelled)
    operations: list[Operation] = []
    for place, operation in enumerate(network.operations):
        if place in ranges:
            operations.append(_levels(*ranges[place]))
        operations.append(operation)
    return PlainNetwork(tuple(operations), network.image_shape)


def _ranges(
    network: PlainNetwork, images: NDArray[np.uint8], cancelled: Callable[[], bool]
) -> dict[int, tuple[float, float]]:
    """Return the least and the largest number that comes into each product, by its place; zero is between them."""
    found = {
        place: (0.0, 0.0)
        for place, operation in enumerate(network.operations)
        if isinstance(operation, Dense)
    }

    def see(place: int, x: NDArray[np.float32]) -> None:
        if place in found:
            low, high = found[place]
            found[place] = (min(low, float(x.min())), max(high, float(x.max())))

    size = portion_of(network)
    with np.errstate(all="ignore"):
        for start in range(0, len(images), size):
            if cancelled():
                raise Cancelled
            computed(network, pixels_of(images[start : start + size]), see)
    if not len(images) or not all(math.isfinite(high - low) for low, high in found.values()):
        cause = Phrase("There are no training examples.")
        if len(images):
            cause = Phrase("Asked about training examples, some of them are not finite numbers.")
        raise ExportError("The activations cannot be rounded.", cause=cause)
    return found


def _levels(low: float, high: float) -> Levels:
    scale = float(np.float32((high - low) / LAST)) or 1.0
    return Levels(scale, min(LAST, round(-low / scale)))
