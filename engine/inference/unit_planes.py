"""What each unit of a network answers at every place of a plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.inference.diagram_values import ends_of
from engine.models.parts import OUTPUT, is_layer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import nn

    from engine.inference.recognizer import Recognizer


def unit_planes(
    recognizer: Recognizer, rows: NDArray[np.float32], side: int
) -> tuple[NDArray[np.float32] | None, ...]:
    """Return the answers of the units that a picture of the network shows, for each hidden layer.

    Args:
        recognizer: The network.
        rows: ``(side², F)`` what it is told of every place, row by row from the upper left.
        side: Places along an edge.

    Returns:
        For each hidden layer ``(units at either end, side, side)`` float32; None where a layer gives no vector.
    """
    import torch

    def ask(model: nn.Sequential) -> list[NDArray[np.float32] | None]:
        values, found = torch.from_numpy(rows), []
        for name, module in model.named_children():
            values = module(values)
            if is_layer(name) and name != OUTPUT:
                found.append(_squares(values.numpy(), side) if values.ndim == 2 else None)
        return found

    return tuple(recognizer.ask(ask))


def _squares(answers: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Return ``(side², units)`` as ``(units, side, side)``, the units in the middle left out where there are many."""
    shown = ends_of(np.ascontiguousarray(answers.T))
    return shown.reshape(-1, side, side)
