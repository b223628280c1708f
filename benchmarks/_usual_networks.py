"""The yardsticks' networks of other layers than dense ones, as a person writes them in PyTorch, of the same sizes."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional


class Rows(nn.Module):
    """An LSTM or GRU that reads an image row by row, and a layer that answers from its last state.

    Args:
        kind: ``nn.LSTM`` or ``nn.GRU``.
        units: Its units.
    """

    def __init__(self, kind: type[nn.LSTM | nn.GRU], units: int) -> None:
        super().__init__()
        self.recurrence = kind(28, units, batch_first=True)
        self.output = nn.Linear(units, 10)

    def forward(self, images: Tensor) -> Tensor:
        """Answer ``images (B, 1, 28, 28)``."""
        outputs, _ = self.recurrence(images[:, 0])
        logits: Tensor = self.output(outputs[:, -1])
        return logits


class Block(nn.Module):
    """A block of a Transformer, the norm first, with PyTorch's fast attention.

    Args:
        width: Numbers in a token.
        heads: Of attention.
        inner: Units of the small network.
    """

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm_1, self.norm_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.network = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))

    def forward(self, tokens: Tensor) -> Tensor:
        """Answer ``tokens (B, tokens, width)``."""
        count, length, width = tokens.shape
        heads = (
            part.view(count, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.query_key_value(self.norm_1(tokens)).split(width, dim=2)
        )
        mixed = functional.scaled_dot_product_attention(*heads).transpose(1, 2).reshape(tokens.shape)
        tokens = tokens + self.output(mixed)
        answer: Tensor = tokens + self.network(self.norm_2(tokens))
        return answer


class Transformer(nn.Module):
    """Tokens of an image, positions, blocks, the mean over the tokens, and a layer that answers.

    Args:
        cut: Makes ``(B, width, rows, columns)`` of images: a token for each place.
        tokens: How many tokens that are.
        blocks: How many blocks follow.
        width: Numbers in a token.
        heads: Of each block.
    """

    def __init__(self, cut: nn.Module, tokens: int, blocks: int, width: int = 64, heads: int = 4) -> None:
        super().__init__()
        self.cut = cut
        self.positions = nn.Parameter(torch.randn(tokens, width) * 0.02)
        self.blocks = nn.Sequential(*(Block(width, heads, 2 * width) for _ in range(blocks)))
        self.norm = nn.LayerNorm(width)
        self.output = nn.Linear(width, 10)

    def forward(self, images: Tensor) -> Tensor:
        """Answer ``images (B, 1, 28, 28)``."""
        tokens = self.cut(images).flatten(2).transpose(1, 2) + self.positions
        logits: Tensor = self.output(self.norm(self.blocks(tokens)).mean(dim=1))
        return logits


def patches() -> Transformer:
    """Return the network of the preset ``transformer``: 16 patches of 7 × 7 pixels, three blocks."""
    return Transformer(nn.Conv2d(1, 64, 7, stride=7), tokens=16, blocks=3)


def hybrid() -> Transformer:
    """Return the network of the preset ``hybrid``: three convolutions, 16 places, two blocks."""
    layers: list[nn.Module] = []
    for before, after in ((1, 16), (16, 32), (32, 64)):
        layers += [
            nn.Conv2d(before, after, 3, stride=2, padding=1),
            nn.BatchNorm2d(after),
            nn.ReLU(),
        ]
    return Transformer(nn.Sequential(*layers, nn.Conv2d(64, 64, 1)), tokens=16, blocks=2)


def convolutions(layers: Sequence[tuple[int, int]], units: int, normalized: bool) -> nn.Sequential:
    """Return convolutions, each with pooling and ReLU, and two dense layers.

    Args:
        layers: Channels and kernel of each convolution.
        units: Units of the first dense layer.
        normalized: Whether batches are normalised behind every layer but the last.
    """
    parts: list[nn.Module] = []
    before, side = 1, 28
    for channels, kernel in layers:
        parts += [nn.Conv2d(before, channels, kernel, padding=kernel // 2), nn.MaxPool2d(2)]
        parts += [nn.BatchNorm2d(channels)] * normalized + [nn.ReLU()]
        before, side = channels, side // 2
    norm: list[nn.Module] = [nn.BatchNorm1d(units)] * normalized
    inner = nn.Linear(before * side**2, units)
    return nn.Sequential(*parts, nn.Flatten(), inner, *norm, nn.ReLU(), nn.Linear(units, 10))
