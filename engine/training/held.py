"""Which weights training leaves as they are: the zeros of a pruned network, or the weights of a rounded one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.choices import Held
from engine.models.parts import is_matrix

if TYPE_CHECKING:
    from torch import Tensor

    from engine.training.flat import FlatModel


def held_weights(flat: FlatModel, held: Held) -> Tensor | None:
    """Say which numbers of a model stay as they are from now on.

    Args:
        flat: The model, with the weights that training begins with.
        held: Which are meant. Biases, scales and shifts always learn.

    Returns:
        ``(P,)`` bool, like ``flat.weights``; None where nothing is held.
    """
    if held is Held.NOTHING:
        return None
    found = torch.zeros_like(flat.weights, dtype=torch.bool)
    for weights, there in flat.beside(found):
        if is_matrix(weights):
            there.copy_(weights == 0 if held is Held.ZEROS else torch.ones_like(there))
    return found
