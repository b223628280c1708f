"""How a network looks at an image: what each head of each attention layer takes from where, and its way to the answer.

The flow through several layers is rollout: what a token has of each patch after a layer is half its own and half what
the heads, on average, brought to it.

Source: Abnar and Zuidema 2020, arXiv:2005.00928.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.choices import TokenPooling
from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers
from engine.insight.model import pixels_of
from engine.layers import PoolLayer
from engine.models.parts import layers

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers import Layer


@dataclass(frozen=True, slots=True, eq=False)
class LayerAttention:
    """How the heads of one layer look.

    Attributes:
        layer: Its name.
        weights: ``(heads, tokens, tokens)`` float32: how much a token (row) takes from each; a row adds up to 1.
        entropies: ``(heads,)`` float32: how evenly a head looks, 0 at one token each time, 1 at all alike.
    """

    layer: str
    weights: NDArray[np.float32]
    entropies: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Attention:
    """How the attention layers of a network, one behind the other, look at an image.

    Attributes:
        layers: From the first to the last of them.
        grid: How many tokens lie below each other and side by side in the image; in a column where that is not known.
        flow: ``(tokens,)`` float32: what the answer has of each token, through all of these layers; adds up to 1.
        alike: ``(tokens, tokens)`` float32: cosine of the learned positions of each two tokens; None without them.
    """

    layers: tuple[LayerAttention, ...]
    grid: tuple[int, int]
    flow: NDArray[np.float32]
    alike: NDArray[np.float32] | None
    _rows: NDArray[np.int64]
    _columns: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return len(self.flow)

    def on_image(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Lay a number for each token, ``(tokens,)``, over the image: ``(H, W)``."""
        return values.reshape(self.grid)[self._rows[:, None], self._columns[None, :]]

    def area_of(self, token: int) -> tuple[int, int, int, int]:
        """Return where a token lies in the image: its first row and column of pixels, and how many it has of each."""
        row, column = divmod(token, self.grid[1])
        rows, columns = np.flatnonzero(self._rows == row), np.flatnonzero(self._columns == column)
        return int(rows[0]), int(columns[0]), len(rows), len(columns)

    def token_at(self, row: int, column: int) -> int:
        """Return the token that a pixel belongs to.

        Raises:
            ModelError: If there is no such pixel.
        """
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._columns)):
            raise ModelError("The image has no pixel {row}, {column}.", row=row, column=column)
        return int(self._rows[row] * self.grid[1] + self._columns[column])


def attention(model: nn.Sequential, image: NDArray[np.uint8]) -> Attention | None:
    """Look how a network looks at an image; None where it has no attention layer.

    Of attention layers with others between, those before the first other one are told of.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
    """
    found: list[LayerAttention] = []
    maker: tuple[Layer, nn.Module, Tensor] | None = None  # what made the tokens, and of what
    reader: Layer | None = None
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image))
        for name, part, layer in layers(model):
            seen = layer.attention(part, given[name])
            if seen is not None:
                found.append(_layer(name, seen[0]))
            elif found:
                reader = layer
                break
            else:
                maker = (layer, part, given[name])
    if not found or maker is None:
        return None
    tokens = found[0].weights.shape[1]
    layer, part, read = maker
    grid = layer.token_grid(tuple(read.shape[1:])) or (tokens, 1)
    sides = read.shape[2:] if read.ndim == 4 else grid
    size = layer.window or 1
    rows, columns = (_tokens_of(*item, size) for item in zip(image.shape[:2], sides, grid, strict=True))
    return Attention(tuple(found), grid, _flow(found, reader), _alike(part), rows, columns)


def _layer(name: str, seen: Tensor) -> LayerAttention:
    """Sum up the heads of a layer, of ``(heads, tokens, tokens)``."""
    largest = math.log(seen.shape[2]) or 1.0
    entropies = -torch.xlogy(seen, seen).sum(dim=2).mean(dim=1) / largest
    return LayerAttention(name, seen.float().numpy().copy(), entropies.float().numpy().copy())


def _flow(found: list[LayerAttention], reader: Layer | None) -> NDArray[np.float32]:
    """Follow what the answer is made of back through the layers to the tokens."""
    own = np.eye(found[0].weights.shape[1], dtype=np.float32)
    through: NDArray[np.float32] = own
    for item in found:
        through = (own + item.weights.mean(axis=0, dtype=np.float32)) / 2 @ through
    pooling = reader.pooling if isinstance(reader, PoolLayer) else TokenPooling.MEAN
    if pooling is TokenPooling.MEAN:
        flow: NDArray[np.float32] = through.mean(axis=0, dtype=np.float32)
        return flow
    chosen: NDArray[np.float32] = through[0 if pooling is TokenPooling.FIRST else -1]
    return chosen


def _alike(part: nn.Module) -> NDArray[np.float32] | None:
    positions = getattr(part, "positions", None)
    if positions is None:
        return None
    places = torch.nn.functional.normalize(positions.detach(), dim=1)
    alike: NDArray[np.float32] = (places @ places.T).float().numpy().copy()
    return alike


def _tokens_of(pixels: int, places: int, tokens: int, size: int) -> NDArray[np.int64]:
    """Return the row, or column, of tokens to which each row of pixels belongs, ``(pixels,)``.

    Args:
        pixels: How many rows the image has.
        places: How many the layer reads that makes the tokens.
        tokens: How many rows of tokens there are.
        size: How many places make a token.
    """
    found: NDArray[np.int64] = np.minimum(np.arange(pixels) * places // pixels // size, tokens - 1)
    return found
