"""The first layer of every network: pixels brought to mean 0 and deviation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Sequence


class Normalize(nn.Module):
    """Brings pixels to mean 0 and deviation 1; both are kept with the weights.

    Args:
        channels: Channels of an image.
        mean: Mean of the pixels, one for all channels or one each.
        deviation: Their standard deviation, likewise.
    """

    mean: Tensor
    deviation: Tensor

    def __init__(
        self, channels: int, mean: float | Sequence[float], deviation: float | Sequence[float]
    ) -> None:
        super().__init__()
        for name, value in (("mean", mean), ("deviation", deviation)):
            values = torch.as_tensor(value, dtype=torch.float32).reshape(-1, 1, 1).expand(channels, 1, 1)
            self.register_buffer(name, values.clone())

    def forward(self, images: Tensor) -> Tensor:
        """Normalise ``images (B, C, H, W)`` float."""
        return (images - self.mean) / self.deviation
