"""How a network looks at an image: what each head of each attention layer takes from where, and its way to the answer.

The flow through several layers is rollout, followed back from the answer: what a token gives on is taken for half its
own and half what the heads, on average, brought to it.

Source: Abnar and Zuidema 2020, arXiv:2005.00928.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.choices import TokenPooling
from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers
from engine.insight.heads import LayerAttention, look_back
from engine.insight.model import pixels_of
from engine.layers import PoolLayer
from engine.models.parts import layers

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers import Layer


@dataclass(frozen=True, slots=True, eq=False)
class Attention:
    """How attention layers that stand one behind the other look at an image.

    Attributes:
        layers: From the first to the last of them.
        grid: How many tokens lie below each other and side by side in the image; in a column where that is not known.
        has_places: Whether it is known where in the image a token lies; else tokens are steps, from the first on.
        reader: Name of the layer that reads what they give.
        pooling: How that makes one vector of the tokens; None where it takes all of them otherwise, and the flow has
            them count alike.
    """

    layers: tuple[LayerAttention, ...]
    grid: tuple[int, int]
    has_places: bool
    reader: str
    pooling: TokenPooling | None
    _rows: NDArray[np.int64]
    _columns: NDArray[np.int64]
    _positions: NDArray[np.float32] | None  # (tokens, width), of length 1 each

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return len(self.flow)

    @property
    def flow(self) -> NDArray[np.float32]:
        """What the answer has of each token, through all of these layers, ``(tokens,)`` float32; adds up to 1."""
        return self.layers[0].flow

    @property
    def has_positions(self) -> bool:
        """Whether something was learned for each token's place, and added to it."""
        return self._positions is not None

    def alike(self, token: int) -> NDArray[np.float32]:
        """Return the cosine of each token's learned position with that of one, ``(tokens,)`` float32.

        Raises:
            ModelError: If nothing was learned for their places.
        """
        if self._positions is None:
            raise ModelError("These tokens have no positions.")
        alike: NDArray[np.float32] = self._positions @ self._positions[token]
        return alike

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of pixels over which tokens lie: the image's, or more where it has fewer than tokens."""
        return len(self._rows), len(self._columns)

    def on_image(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Lay a number for each token, ``(tokens,)``, over the image: one for each pixel of ``size``."""
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


def attention(model: nn.Sequential, image: NDArray[np.uint8]) -> tuple[Attention, ...]:
    """Look how a network looks at an image.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.

    Returns:
        One for each place in the network where attention layers stand one behind the other; none without any.
    """
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image))
        parts = list(layers(model))
        looks = [layer.query_key_value(part, given[name]) for name, part, layer in parts]
        ends = [
            place for place in range(1, len(parts)) if looks[place - 1] is not None and looks[place] is None
        ]
        found = []
        for end in ends:
            start = end
            while looks[start - 1] is not None:
                start -= 1
            found.append(_together(image, parts[start - 1 : end + 1], looks[start:end], given))
    return tuple(found)


def _together(
    image: NDArray[np.uint8],
    parts: list[tuple[str, nn.Module, Layer]],
    looks: list[tuple[Tensor, Tensor, Tensor] | None],
    given: dict[str, Tensor],
) -> Attention:
    """Sum up attention layers that stand one behind the other.

    Args:
        image: ``(H, W)`` or ``(H, W, C)``.
        parts: What makes the tokens, the layers themselves, and what reads them.
        looks: Query, key and value of the layers themselves.
        given: What each part is given.
    """
    (maker, part, layer), *between, (reader, _, behind) = parts
    read = given[maker]
    tokens = given[between[0][0]].shape[1]
    pooling = behind.pooling if isinstance(behind, PoolLayer) else None
    flow = torch.zeros(tokens)
    if pooling in {TokenPooling.FIRST, TokenPooling.LAST}:
        flow[0 if pooling is TokenPooling.FIRST else -1] = 1
    else:
        flow[:] = 1 / tokens
    found: list[LayerAttention] = []
    for (name, _, _), look in zip(reversed(between), reversed(looks), strict=True):
        assert look is not None
        seen, flow = look_back(name, look, flow)
        found.insert(0, seen)
    known = layer.token_grid(tuple(read.shape[1:]))
    grid = known or (tokens, 1)
    sides = read.shape[2:] if read.ndim == 4 else grid
    size = layer.window or 1
    rows, columns = (
        _tokens_of(max(pixels, places), places, tokens, size)
        for pixels, places, tokens in zip(image.shape[:2], sides, grid, strict=True)
    )
    return Attention(tuple(found), grid, known is not None, reader, pooling, rows, columns, _positions(part))


def _positions(part: nn.Module) -> NDArray[np.float32] | None:
    """Return the directions of what a module has learned for the place of each token, ``(tokens, width)``."""
    positions = getattr(part, "positions", None)
    if positions is None:
        return None
    return torch.nn.functional.normalize(positions.detach(), dim=1).float().numpy().copy()


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
