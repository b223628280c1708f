"""Mean and deviation that batch normalisation answers with, measured on training examples as they are.

What it gathers in steps is that of varied examples where they are varied: turned, and so blurred a little, thicker and
thinner. The examples that a network is asked about are none of that. Steps normalise by their own batches, so nothing
of a training depends on what is measured here.

Source: Ioffe and Szegedy 2015, arXiv:1502.03167, algorithm 2 (statistics of the training set for the answers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn.modules.batchnorm import _BatchNorm

from engine.choices import PLAIN_EXAMPLES
from engine.models.at_once import images_at_once

if TYPE_CHECKING:
    from torch import Tensor, nn

    from engine.training.batches import ImageTensors

LEAST = 2  # one example alone has no deviation


@torch.no_grad()
def measure_plain(model: nn.Module, data: ImageTensors) -> None:
    """Let each batch normalisation of a model keep mean and variance of what reaches it from examples as they are.

    One after the other, each from what those before it now give; the model is trained on afterwards as before.

    Args:
        model: What answers; its running statistics are changed in place.
        data: Its training examples; some, at even distances, are looked at, always the same.
    """
    norms = [part for part in model.modules() if isinstance(part, _BatchNorm)]
    if not norms:
        return
    most = min(len(data), max(LEAST, images_at_once(model, PLAIN_EXAMPLES)))
    chosen = torch.linspace(0, len(data) - 1, most).long().to(data.pixels.device)
    hooks = [norm.register_forward_pre_hook(_measured) for norm in norms]
    model.eval()
    try:
        model(data.inputs(chosen))
    finally:
        model.train()
        for hook in hooks:
            hook.remove()


def _measured(norm: nn.Module, inputs: tuple[Any, ...]) -> None:
    numbers: Tensor = inputs[0]  # (B, C, …)
    others = [place for place in range(numbers.dim()) if place != 1]
    variance, mean = torch.var_mean(numbers, others)
    norm.running_mean.copy_(mean)  # type: ignore[operator]
    norm.running_var.copy_(variance)  # type: ignore[operator]
