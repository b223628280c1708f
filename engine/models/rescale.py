"""The last part of a network that gives a number: what it finds is brought to the targets' own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from engine.goals.goal import Scale


class Rescale(nn.Module):
    """Brings what has mean 0 and deviation 1 to those of the targets; both are kept with the weights.

    Args:
        scale: Mean and deviation of the targets that are learnt.
    """

    mean: Tensor
    deviation: Tensor

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor([scale.mean], dtype=torch.float32))
        self.register_buffer("deviation", torch.tensor([scale.deviation], dtype=torch.float32))

    def forward(self, found: Tensor) -> Tensor:
        """Bring back ``found (B, 1)``."""
        return found * self.deviation + self.mean
