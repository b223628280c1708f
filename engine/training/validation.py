"""How a model does on images that are there to measure it, some at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.models.at_once import images_at_once
from engine.training.batches import BatchBuffers, batch_sizes

if TYPE_CHECKING:
    from torch import Tensor, nn

    from engine.goals.goal import Goal
    from engine.training.batches import ImageTensors

MOST_AT_ONCE = 500  # images


def validation_sums(model: nn.Module, data: ImageTensors, goal: Goal, first: int, last: int) -> Tensor:
    """Sum losses, and what is right; afterwards the model is in training again.

    Args:
        model: Whose answers they are.
        data: The images, on the model's device.
        goal: What is measured.
        first: The first image that counts.
        last: One past the last.

    Returns:
        The sum of losses and how many are right, ``(2,)`` float64 on the CPU.
    """
    sizes = batch_sizes(last - first, images_at_once(model, MOST_AT_ONCE))
    bounds = np.cumsum([first, *sizes]).tolist()
    with torch.inference_mode():
        buffers = BatchBuffers(data, set(sizes))
        sums = torch.zeros((2, len(sizes)), device=data.labels.device)
        model.eval()
        for number, (start, stop) in enumerate(pairwise(bounds)):
            logits = model(buffers.slice(start, stop - start))
            labels = data.labels[start:stop]
            sums[0, number] = goal.summed_loss(logits, labels)
            sums[1, number] = goal.scores(logits, labels).sum()
        model.train()
    return sums.cpu().double().sum(1)
