"""The first layer of every network: pixels or features brought to mean 0 and deviation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Sequence


class Normalize(nn.Module):
    """Brings what a network is given to mean 0 and deviation 1; both are kept with the weights.

    Args:
        shape: ``(C, H, W)`` of an image, or ``(F,)`` of a row.
        mean: Mean of the pixels or numbers, one for all channels or features or one each.
        deviation: Their standard deviation, likewise.
    """

    mean: Tensor
    deviation: Tensor

    def __init__(
        self, shape: Sequence[int], mean: float | Sequence[float], deviation: float | Sequence[float]
    ) -> None:
        super().__init__()
        for name, value in (("mean", mean), ("deviation", deviation)):
            one_each = (shape[0], *(1 for _ in shape[1:]))
            values = torch.as_tensor(value, dtype=torch.float32).reshape(-1, *one_each[1:])
            self.register_buffer(name, values.expand(one_each).clone())

    def forward(self, images: Tensor) -> Tensor:
        """Normalise ``images (B, C, H, W)`` or rows ``(B, F)``, float."""
        centred = images - self.mean
        return centred.div_(self.deviation)  # a second result would be as large again
