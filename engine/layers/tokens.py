"""The modules at both ends of attention: an image or a text becomes tokens, and tokens become one vector."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.choices import TokenPooling
from engine.layers.first_weights import FIRST_DEVIATION

if TYPE_CHECKING:
    from engine.layers.modules import Linear


class Patches(nn.Module):
    """Cuts images into squares, row by row, and turns each into a token.

    Args:
        size: Side of a patch, pixels.
        embedding: Turns the numbers of a patch, channel by channel, into a token.
        positions: ``(tokens, width)``, what is added to the token of each place; None for nothing.
    """

    positions: Tensor | None

    def __init__(self, size: int, embedding: Linear, positions: nn.Parameter | None) -> None:
        super().__init__()
        self.size = size
        self.embedding = embedding
        self.register_parameter("positions", positions)

    def forward(self, images: Tensor) -> Tensor:
        """Turn ``images (B, C, H, W)`` into tokens ``(B, tokens, width)``."""
        tokens: Tensor = self.embedding(self.cut(images))
        return tokens if self.positions is None else tokens + self.positions

    def cut(self, images: Tensor) -> Tensor:
        """Return the patches of ``images (B, C, H, W)``, ``(B, tokens, C · size · size)``; zeros fill up the last."""
        side = self.size
        height, width = images.shape[2:]
        if height % side or width % side:
            images = functional.pad(images, (0, -width % side, 0, -height % side))
        rows = images.unflatten(3, (-1, side)).unflatten(2, (-1, side))  # (B, C, rows, side, columns, side)
        patches: Tensor = rows.permute(0, 2, 4, 1, 3, 5).flatten(3).flatten(1, 2)
        return patches


class Table(nn.Embedding):
    """A table that draws no first numbers by itself, least of all from torch's global generator."""

    def reset_parameters(self) -> None:
        """Leave the numbers as they lie in memory; who makes the table draws them."""


class Embedding(nn.Module):
    """Turns each character of a text into a token, by a table.

    Args:
        alphabet: How many characters there are.
        width: Numbers in a token.
        places: For how many places numbers are added to the token; 0 for none.
        deviation: Of the first numbers.
        generator: Where they come from.
    """

    positions: Tensor | None

    def __init__(
        self, alphabet: int, width: int, places: int, *, deviation: float, generator: torch.Generator
    ) -> None:
        super().__init__()
        self.table = Table(alphabet, width)
        with torch.no_grad():
            self.table.weight.normal_(0.0, deviation, generator=generator)
        drawn = torch.empty(places, width).normal_(0.0, deviation, generator=generator) if places else None
        self.register_parameter("positions", None if drawn is None else nn.Parameter(drawn))

    def forward(self, characters: Tensor) -> Tensor:
        """Turn ``characters (B, T)`` int64, the first T places of a text, into tokens ``(B, T, width)``."""
        tokens: Tensor = self.table(characters)
        return tokens if self.positions is None else tokens + self.positions[: characters.shape[1]]


class Pool(nn.Module):
    """Makes one vector of a sequence.

    Args:
        width: Numbers in a step.
        pooling: What becomes of the steps.
        is_normalized: Whether each step is brought to mean 0 and deviation 1 before, and then scaled and shifted as is
            learned.
    """

    def __init__(self, width: int, pooling: TokenPooling, *, is_normalized: bool) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width) if is_normalized else nn.Identity()
        self.pooling = pooling

    def forward(self, steps: Tensor) -> Tensor:
        """Turn ``steps (B, steps, width)`` into ``(B, width)``."""
        if self.pooling is TokenPooling.MEAN:
            mean: Tensor = self.norm(steps).mean(dim=1)
            return mean
        chosen: Tensor = self.norm(steps[:, 0 if self.pooling is TokenPooling.FIRST else -1])
        return chosen


def first_positions(tokens: int, width: int, generator: torch.Generator) -> nn.Parameter:
    """Return the first numbers of ``tokens`` places, drawn from ``generator`` with a deviation of 0.2."""
    return nn.Parameter(torch.empty(tokens, width).normal_(0.0, FIRST_DEVIATION, generator=generator))
