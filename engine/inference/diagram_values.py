"""What a network holds at a moment, cut down to what a picture of it can show: small arrays, cheap at 30 a second."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.layers import Form, Picture, form_of, units_of
from engine.models.parts import OUTPUT, hidden_name
from engine.models.placed_layers import placed_layers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.config import NetworkConfig

BANDS = 5  # an image leads into a dense layer from this many bands of its rows
PARTS = 3  # channels of maps and features of steps are taken together in this many parts
ENDS = 7  # units at either end of a layer that are kept; a picture leaves out the middle of more


def kept(picture: Picture, units: int) -> int:
    """Return in how many parts a layer is shown: of circles the middle ones are left out, others are taken together."""
    return min(units, 2 * ENDS) if picture.shows_units else PARTS


def weights_between(
    network: NetworkConfig, image_shape: tuple[int, ...], state: Mapping[str, Any]
) -> tuple[NDArray[np.float32] | None, ...]:
    """Return the weights between the parts of a network that a picture shows, as mean weights where parts are many.

    Layers whose units are drawn keep ``ENDS`` of them at either end, or all where they are no more; all others are
    ``PARTS`` parts of their channels or features, in order; the image is ``BANDS`` bands of its rows before a layer
    that weighs pixels, and ``BANDS`` times the same before one whose filters slide over all of it. Features are drawn
    as units are.

    Args:
        network: The description of the network.
        image_shape: ``(C, H, W)`` of its images, or ``(F,)``.
        state: Its state dict, of tensors on the CPU or arrays.

    Returns:
        One array for each hidden layer and one for the output, each (parts of that layer, parts of what is before
        it); None for a layer that does not say how strongly its units hang on what is before them.

    Raises:
        KeyError: If the state is that of another network.
    """
    result = []
    before: tuple[int, ...] = image_shape  # shape of what leads into the layer
    # How that is drawn; None for the image, or the text.
    drawn = Picture.CIRCLES if form_of(image_shape) is Form.VECTOR else None
    for number, placed in enumerate(placed_layers(network, image_shape), start=1):
        weights = placed.layer.link_weights(partial(_tensor, state, hidden_name(number)), placed.input_shape)
        picture = placed.layer.picture
        result.append(None if weights is None else _cut(weights, picture, before, drawn))
        before, drawn = placed.output_shape, picture
    result.append(_cut(np.asarray(state[f"{OUTPUT}.weight"]), Picture.CIRCLES, before, drawn))
    return tuple(result)


def _tensor(state: Mapping[str, Any], part: str, name: str) -> NDArray[np.float32]:
    return np.asarray(state[f"{part}.{name}"])


def _cut(
    weights: NDArray[np.float32], picture: Picture, before: tuple[int, ...], drawn: Picture | None
) -> NDArray[np.float32]:
    """Cut the weights ``(units, inputs or channels)`` of a layer down to the parts that are shown.

    Args:
        weights: The weights, of every input or of whole channels or features.
        picture: How the layer is drawn.
        before: Shape of what leads into it.
        drawn: How that is drawn; None for the image that the network takes.
    """
    weights = ends_of(weights) if picture.shows_units else _averages(len(weights), PARTS) @ weights
    units = units_of(before)
    if weights.shape[1] == units:  # of whole channels, features or units
        means = weights
    elif form_of(before) is Form.SEQUENCE:
        means = weights.reshape(len(weights), -1, units).mean(axis=1)
    else:
        weights = weights.reshape(-1, *before)  # (parts, channels, height, width)
        if drawn is None:
            of_rows: NDArray[np.float32] = weights.mean(axis=(1, 3))
            return of_rows @ _averages(before[1], BANDS).T
        means = weights.mean(axis=(2, 3))
    if drawn is None:
        return np.repeat(means.mean(axis=1, keepdims=True), BANDS, axis=1)
    return ends_of(means.T).T if drawn.shows_units else means @ _averages(units, PARTS).T


def ends_of(values: NDArray[np.float32], ends: int = ENDS) -> NDArray[np.float32]:
    """Leave out the middle of the first axis where it is long."""
    return values if len(values) <= 2 * ends else np.concatenate([values[:ends], values[-ends:]])


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
        outputs: What the layers give for one image, ``(units,)``, ``(units, steps)`` or ``(C, H, W)``, as
            ``Recognizer.activations`` has them.

    Returns:
        Arrays ``(units,)`` or ``(C,)``, the mean over the steps of a unit or the places of a channel.
    """
    return tuple(output.reshape(len(output), math.prod(output.shape[1:])).mean(axis=1) for output in outputs)
