"""The first part of a network for texts: places in the alphabet, as its first layer reads them."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


class Characters(nn.Module):
    """Brings what a network is given of a text, ``(B, T)`` float32, to what its first layer takes.

    Args:
        alphabet: How many characters there are.
        looked_up: Whether an embedding follows, which looks places up; else each character becomes ``alphabet``
            numbers of which its own is 1.
    """

    def __init__(self, alphabet: int, *, looked_up: bool) -> None:
        super().__init__()
        self.alphabet, self.looked_up = alphabet, looked_up

    def forward(self, places: Tensor) -> Tensor:
        """Return ``(B, T)`` int64, or ``(B, T, alphabet)`` float32."""
        whole = places.to(torch.int64)
        return whole if self.looked_up else functional.one_hot(whole, self.alphabet).to(places.dtype)
