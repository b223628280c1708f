"""Batch normalisation over a batch that several processes share: mean and deviation are those of all its images.

Each process has the mean and the mean square of its own images; weighed by how many they are, they add up to those of
the batch, and so do the two sums that the way back needs. What comes out is what one process has, but for rounding.

Source: Ioffe and Szegedy 2015, arXiv:1502.03167 (the gradient); Peng et al. 2018, arXiv:1711.07240 (over processes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.modules.batchnorm import _BatchNorm

if TYPE_CHECKING:
    from engine.layers.rows import Rows
    from engine.training.ranks.ranks import Ranks


class SharedNorm(_BatchNorm):
    """Normalises as ``norm`` does, over the images of all processes.

    Args:
        norm: Whose weights and running statistics are taken.
        ranks: The processes.
        rows: Which images of a batch this process has.
    """

    def __init__(self, norm: _BatchNorm, ranks: Ranks, rows: Rows) -> None:
        super().__init__(norm.num_features, eps=norm.eps, momentum=norm.momentum)
        self.load_state_dict(norm.state_dict())
        self._ranks, self._rows = ranks, rows

    def forward(self, inputs: Tensor) -> Tensor:
        """Normalise ``inputs (B, C, …)``."""
        if not self.training:
            return super().forward(inputs)
        assert self.momentum is not None, "running statistics follow by a share"
        with torch.no_grad():
            variance, mean = torch.var_mean(_wide(inputs), _others(inputs), correction=0)
            moments = torch.stack([mean, variance + mean.square()]).double()
            mean, square = self._ranks.sum(moments.mul_(self._rows.weight))
            variance = (square - mean.square()).clamp_(min=0)
            count = self._rows.whole * inputs[0, 0].numel()
            assert self.running_mean is not None, "the norm keeps them"
            assert self.running_var is not None, "likewise"
            unbiased = variance * count / max(1, count - 1)
            for kept, now in ((self.running_mean, mean), (self.running_var, unbiased)):
                kept.lerp_(now.to(kept.dtype), self.momentum)
            assert self.num_batches_tracked is not None, "likewise"
            self.num_batches_tracked.add_(1)
            mean, variance = mean.to(self.running_mean.dtype), variance.to(self.running_var.dtype)
        return _Normalised.apply(  # type: ignore[no-any-return, no-untyped-call]
            inputs, self.weight, self.bias, mean, variance, self.eps, self._ranks, self._rows
        )

    def _check_input_dim(self, inputs: Tensor) -> None:
        """Take inputs with any number of places a channel."""


class _Normalised(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any,
        inputs: Tensor,
        weight: Tensor,
        bias: Tensor,
        mean: Tensor,
        variance: Tensor,
        eps: float,
        ranks: Ranks,
        rows: Rows,
    ) -> Tensor:
        ctx.save_for_backward(inputs, weight, mean, torch.rsqrt(variance + eps))
        ctx.ranks, ctx.rows = ranks, rows
        return functional.batch_norm(inputs, mean, variance, weight, bias, eps=eps)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        inputs, weight, mean, scale = ctx.saved_tensors
        kind, gradient, inputs = inputs.dtype, _wide(gradients[0]), _wide(inputs)
        shape = (1, -1, *[1] * (inputs.dim() - 2))
        normed = (inputs - mean.view(shape)) * scale.view(shape)
        sums = torch.stack(
            [gradient.sum(_others(inputs)), (gradient * normed).sum(_others(inputs))]
        )  # (2, C)
        # A process knows the gradient of the mean over its own images; the loss is the weighed mean of these.
        area = inputs[0, 0].numel()
        of_all = ctx.ranks.sum(sums.double().mul_(ctx.rows.weight / area)).to(gradient.dtype) / ctx.rows.count
        through = gradient - of_all[0].view(shape) - normed * of_all[1].view(shape)
        through *= (weight * scale).view(shape)
        return through.to(kind), sums[1], sums[0], *[None] * 5


def share_norms(model: nn.Module, ranks: Ranks, rows: Rows) -> None:
    """Let all batch normalisation of a model look at the images of all processes."""
    for parent in list(model.modules()):
        for name, part in list(parent.named_children()):
            if isinstance(part, nn.BatchNorm1d | nn.BatchNorm2d):
                setattr(parent, name, SharedNorm(part, ranks, rows))


def _wide(tensor: Tensor) -> Tensor:
    """Return numbers of a half's length as whole ones, in which sums are exact enough."""
    return tensor.float() if tensor.element_size() < torch.float32.itemsize else tensor


def _others(inputs: Tensor) -> list[int]:
    return [place for place in range(inputs.dim()) if place != 1]
