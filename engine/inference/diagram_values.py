"""What a network holds at a moment, cut down to what a picture of it can show: small arrays, cheap at 30 a second."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.models.layer_kinds import placed_layers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.config import NetworkConfig

BANDS = 5  # an image leads into a dense layer from this many bands of its rows
PARTS = 3  # a convolution's channels are taken together in this many parts
ENDS = 7  # units at either end of a layer that are kept; a picture leaves out the middle of more


def weights_between(
    network: NetworkConfig, image_shape: tuple[int, ...], state: Mapping[str, Any]
) -> tuple[NDArray[np.float32], ...]:
    """Return the weights between the parts of a network that a picture shows, as mean weights where parts are many.

    Dense layers keep ``ENDS`` units at either end, or all where they are no more; convolutions are ``PARTS`` parts of
    their channels, in order; the image is ``BANDS`` bands of its rows before a dense layer, and ``BANDS`` times the
    same before a convolution, whose filters slide over all of it.

    Args:
        network: The description of the network.
        image_shape: ``(C, H, W)`` of its images.
        state: Its state dict, of tensors on the CPU or arrays.

    Returns:
        One array for each hidden layer and one for the output, each (parts of that layer, parts of what is before it).

    Raises:
        KeyError: If the state is that of another network.
    """
    result = []
    before: tuple[int, ...] = image_shape  # shape of what leads into the layer
    for number, placed in enumerate(placed_layers(network, image_shape), start=1):
        if placed.layer.kind == "conv":
            kernels = np.asarray(state[f"hidden_{number}.convolution.weight"])  # (channels, C, k, k)
            means = _averages(len(kernels), PARTS) @ kernels.mean(axis=(2, 3))  # (PARTS, C)
            if number == 1:
                result.append(np.repeat(means.mean(axis=1, keepdims=True), BANDS, axis=1))
            else:
                result.append(means @ _averages(means.shape[1], PARTS).T)
        else:
            result.append(_dense(np.asarray(state[f"hidden_{number}.linear.weight"]), before, number == 1))
        before = placed.output_shape
    result.append(_dense(np.asarray(state["output.weight"]), before, not network.hidden))
    return tuple(result)


def _dense(weights: NDArray[np.float32], before: tuple[int, ...], from_image: bool) -> NDArray[np.float32]:
    """Cut the weights ``(units, inputs)`` of a dense layer down; ``before`` is the shape of its inputs."""
    weights = _ends(weights)
    if len(before) == 1:
        return _ends(weights.T).T
    channels, height, width = before
    weights = weights.reshape(-1, channels, height, width)
    means: NDArray[np.float32]
    if from_image:
        means = weights.mean(axis=(1, 3)) @ _averages(height, BANDS).T  # (units, BANDS)
    else:
        means = weights.mean(axis=(2, 3)) @ _averages(channels, PARTS).T  # (units, PARTS)
    return means


def _ends(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Leave out the middle of the first axis where it is long."""
    return values if len(values) <= 2 * ENDS else np.concatenate([values[:ENDS], values[-ENDS:]])


def _averages(count: int, parts: int) -> NDArray[np.float32]:
    """Return the matrix ``(parts, count)`` that takes the mean of each part; parts overlap where there are too few."""
    result = np.zeros((parts, count), np.float32)
    for part in range(parts):
        first = part * count // parts
        last = max(first + 1, (part + 1) * count // parts)
        result[part, first:last] = 1 / (last - first)
    return result


def unit_means(outputs: Sequence[NDArray[np.float32]]) -> tuple[NDArray[np.float32], ...]:
    """Return one number for each unit or channel of each layer.

    Args:
        outputs: What the layers give for one image, ``(units,)`` or ``(C, H, W)``, as ``Recognizer.activations`` has
            them.

    Returns:
        Arrays ``(units,)`` or ``(C,)``, the mean over the places of a channel.
    """
    return tuple(output.reshape(len(output), math.prod(output.shape[1:])).mean(axis=1) for output in outputs)
