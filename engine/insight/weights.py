"""The weights of the first layer as images: what each of its units looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from torch import nn

from engine.insight.model import layers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class WeightTiles:
    """A picture for each unit of the first layer.

    Attributes:
        layer: Its name; ``output`` where there is no hidden layer.
        tiles: ``(units, H, W)`` float32 of a dense layer, ``(channels, kernel, kernel)`` of a convolution; the
            colours of a pixel are averaged.
        scale: The largest weight there is, without its sign; a common scale for all tiles.
    """

    layer: str
    tiles: NDArray[np.float32]
    scale: float


def first_layer_weights(model: nn.Sequential, image_shape: tuple[int, int, int] = (1, 28, 28)) -> WeightTiles:
    """Return the first layer's weights as pictures.

    Args:
        model: The model.
        image_shape: ``(C, H, W)`` of the images it takes.
    """
    name, _, sums = next(layers(model))
    weight = sums.weight.detach()
    pictures = weight.mean(dim=1) if weight.ndim == 4 else weight.view(-1, *image_shape).mean(dim=1)
    tiles = pictures.float().numpy().copy()
    return WeightTiles(name, tiles, float(abs(tiles).max()))
