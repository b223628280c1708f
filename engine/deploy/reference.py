"""Runs plain operations in NumPy: what a network computes, said without PyTorch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy import arithmetic
from engine.inference.pixels import batch_of, pixels_of
from engine.layers.operations import Branch, Join

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.deploy.operations import PlainNetwork

AT_ONCE = 1 << 23  # numbers of all images that go through the network together


def probabilities(network: PlainNetwork, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return how probable a network finds each class, as ``Recognizer.probabilities`` does.

    Args:
        network: The operations.
        images: ``(N, H, W)`` uint8, ``(N, H, W, C)`` in colour.

    Returns:
        ``(N, classes)`` float32.

    Raises:
        DataError: If these are no images of the form that it takes.
    """
    images = batch_of(images, network.image_shape)
    size = portion_of(network)
    with np.errstate(
        all="ignore"
    ):  # what comes of numbers that are too large is no number, and is seen as such
        answers = [
            computed(network, pixels_of(images[start : start + size]))
            for start in range(0, len(images), size)
        ]
    return np.concatenate(answers) if answers else np.zeros((0, network.classes), np.float32)


def portion_of(network: PlainNetwork) -> int:
    """Return how many images go through a network together."""
    return max(1, min(256, AT_ONCE // network.numbers_per_image))


def computed(
    network: PlainNetwork,
    pixels: NDArray[np.float32],
    see: Callable[[int, NDArray[Any]], None] = lambda _place, _x: None,
) -> NDArray[np.float32]:
    """Take ``pixels (N, C, H, W)`` in [0, 1] through all operations; ``see`` is shown what comes into each."""
    x: NDArray[Any] = pixels
    laid_by: list[NDArray[Any]] = []
    for place, operation in enumerate(network.operations):
        see(place, x)
        if isinstance(operation, Branch):
            laid_by.append(x)
        elif isinstance(operation, Join):
            x = x + laid_by.pop()
        else:
            x = getattr(arithmetic, operation.name)(x, *operation.arguments())
    return x.astype(np.float32, copy=False)  # behind rounded activations it is of double precision
