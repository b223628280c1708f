"""All that is needed to go on with a run as if it had never been interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A run between two steps; every array in it is a copy on the CPU that training no longer touches.

    Resumed with the same experiment, data, device and thread count, a run goes on to the bit as it would have.

    Attributes:
        step: Steps done.
        epoch: Epochs finished.
        position: Steps done in the epoch under way.
        steps_per_epoch: Steps in one epoch.
        seconds: Seconds spent in training, pauses left out.
        learning_rate: Base learning rate.
        model: The model's state dict.
        optimizer: The optimiser's tensors by name.
        order_state: State of the generator of the images' order before it drew the epoch under way.
        dropout_state: State of the generator of dropout.
        augmentation_state: State of the generator of augmentation.
        epoch_losses: ``(position,)`` float32, losses of the steps done in the epoch under way.
        epoch_correct: ``(position,)`` int64, how many images of those steps were right.
        best_epoch: The best epoch so far, counted from 1; 0 for none.
        best_loss: Its loss, infinity for none.
        best_model: State dict after it, or None.
    """

    step: int
    epoch: int
    position: int
    steps_per_epoch: int
    seconds: float
    learning_rate: float
    model: dict[str, torch.Tensor]
    optimizer: dict[str, torch.Tensor]
    order_state: torch.Tensor
    dropout_state: torch.Tensor
    augmentation_state: torch.Tensor
    epoch_losses: NDArray[np.float32]
    epoch_correct: NDArray[np.int64]
    best_epoch: int
    best_loss: float
    best_model: dict[str, torch.Tensor] | None
