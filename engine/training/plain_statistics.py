"""Mean and deviation that batch normalisation answers with, measured on training examples as they are.

What it gathers in steps is that of varied examples where they are varied: turned, and so blurred a little, thicker and
thinner. The examples that a network is asked about are none of that. Steps normalise by their own batches, so weights
do not depend on what is measured here, but with an adversary: it attacks the network as it answers.

Source: Ioffe and Szegedy 2015, arXiv:1502.03167, algorithm 2 (statistics of the training set for the answers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn.modules.batchnorm import _BatchNorm

from engine.choices import LEAST_PLAIN_EXAMPLES, PLAIN_EXAMPLES
from engine.models.at_once import images_at_once

if TYPE_CHECKING:
    from torch import Tensor, nn

    from engine.training.batches import ImageTensors


@torch.no_grad()
def measure_plain(model: nn.Module, data: ImageTensors) -> None:
    """Let each batch normalisation of a model keep mean and variance of what reaches it from examples as they are.

    One after the other, each from what those before it now give; the model is trained on afterwards as before.
    Where fewer than ``LEAST_PLAIN_EXAMPLES`` go through it at once, the numbers stay those of the steps.

    Args:
        model: What answers; its running statistics are changed in place.
        data: Its training examples; some, drawn without the run's chance, are looked at, always the same.
    """
    norms = [part for part in model.modules() if isinstance(part, _BatchNorm)]
    at_once = images_at_once(model, PLAIN_EXAMPLES)
    if not norms or at_once < LEAST_PLAIN_EXAMPLES:
        return
    # Not at even distances: classes may come in turn, and all examples would be of one.
    order = torch.randperm(len(data), generator=torch.Generator().manual_seed(0))
    chosen = order[:at_once].sort().values.to(data.pixels.device)
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
