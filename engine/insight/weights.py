"""The weights of the first layer as images: what each of its units looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data.photo import COLOURS
from engine.errors import ModelError
from engine.models.parts import layers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import nn


class NoPicturesError(ModelError):
    """The weights of a layer make no pictures; ``cause`` says why."""


@dataclass(frozen=True, slots=True, eq=False)
class WeightTiles:
    """A picture for each unit of the first layer.

    Attributes:
        layer: Its name; ``output`` where there is no hidden layer.
        tiles: ``(units, H, W)`` float32 of a dense layer, ``(channels, kernel, kernel)`` of a convolution; of pictures
            in colour ``(…, 3)``, the weights of red, green and blue; where there are other channels, their mean.
        scale: The largest weight there is, without its sign; a common scale for all tiles.
    """

    layer: str
    tiles: NDArray[np.float32]
    scale: float


def first_layer_weights(model: nn.Sequential, image_shape: tuple[int, ...] = (1, 28, 28)) -> WeightTiles:
    """Return the first layer's weights as pictures.

    Args:
        model: The model.
        image_shape: ``(C, H, W)`` of the images it takes.

    Raises:
        NoPicturesError: If the layer's weights make none.
    """
    name, part, layer = next(layers(model))
    pictures = layer.weight_pictures(part, image_shape)
    if pictures is None:
        raise NoPicturesError("There are no pictures to show.", cause=layer.no_weights)
    pictures = pictures.float()  # (units, C, H, W)
    in_colour = pictures.shape[1] == COLOURS
    tiles = (pictures.movedim(1, 3) if in_colour else pictures.mean(dim=1)).numpy().copy()
    return WeightTiles(name, tiles, float(abs(tiles).max()))
