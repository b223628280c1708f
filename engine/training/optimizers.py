"""The optimisers, each on one flat vector of all weights; the same steps as ``torch.optim``, without its weight.

``torch.optim`` loops over tensors and, when first used, imports a compiler for seconds. All weights in one vector make
a step a handful of calls, whatever the number of layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import torch

from engine.config import OptimizerName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import Tensor

    from engine.config import TrainingConfig

BETAS = (0.9, 0.999)
ADAM_EPSILON = 1e-8
RMSPROP_SMOOTHING = 0.99
RMSPROP_EPSILON = 1e-8


class Optimizer(Protocol):
    """The rule that turns gradients into new weights, in place."""

    def step(self, learning_rate: float) -> None:
        """Change the weights by the gradients that lie ready."""

    def state_dict(self) -> dict[str, Tensor]:
        """Return the optimiser's own tensors, not copies, by name."""

    def load_state_dict(self, state: Mapping[str, Tensor]) -> None:
        """Copy in what ``state_dict`` gave before."""


class _FlatOptimizer:
    """What all have in common: the vectors, and the tensors they keep.

    Args:
        weights: ``(P,)`` float, all weights; changed in place.
        gradients: ``(P,)`` float, where the gradients lie.
        weight_decay: Strength of the pull towards 0.
    """

    def __init__(self, weights: Tensor, gradients: Tensor, weight_decay: float) -> None:
        self._weights = weights
        self._gradients = gradients
        self._weight_decay = weight_decay
        self._kept: dict[str, Tensor] = {}

    def _keep(self, name: str, tensor: Tensor) -> Tensor:
        self._kept[name] = tensor
        return tensor

    def state_dict(self) -> dict[str, Tensor]:
        return dict(self._kept)

    def load_state_dict(self, state: Mapping[str, Tensor]) -> None:
        """Copy in what ``state_dict`` gave before.

        Raises:
            ValueError: If it is of another kind of optimiser.
        """
        if state.keys() != self._kept.keys():
            raise ValueError(f"expected {sorted(self._kept)}, got {sorted(state)}")
        for name, tensor in self._kept.items():
            tensor.copy_(state[name])


class SGD(_FlatOptimizer):
    """Stochastic gradient descent, plain, with momentum, or with Nesterov's.

    Source: Sutskever et al. 2013, PMLR 28(3):1139, in the form of ``torch.optim.SGD``.
    """

    def __init__(
        self,
        weights: Tensor,
        gradients: Tensor,
        *,
        momentum: float = 0.0,
        nesterov: bool = False,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(weights, gradients, weight_decay)
        self._momentum = momentum
        self._nesterov = nesterov and momentum > 0
        # From zero, momentum · 0 + gradient is what torch.optim takes as its first buffer.
        self._buffers = [self._keep("momentum", torch.zeros_like(weights))] if momentum > 0 else []

    def step(self, learning_rate: float) -> None:
        """Go against the gradients, carried by the last steps."""
        torch._fused_sgd_(
            [self._weights], [self._gradients], self._buffers,
            weight_decay=self._weight_decay, momentum=self._momentum, lr=learning_rate, dampening=0.0,
            nesterov=self._nesterov, maximize=False, is_first_step=False,
        )  # fmt: skip


class Adam(_FlatOptimizer):
    """Adam, and AdamW where the weight decay is decoupled from the gradients.

    Source: Kingma and Ba 2014, arXiv:1412.6980; Loshchilov and Hutter 2017, arXiv:1711.05101.
    """

    def __init__(
        self, weights: Tensor, gradients: Tensor, *, weight_decay: float = 0.0, decoupled: bool = False
    ) -> None:
        super().__init__(weights, gradients, weight_decay)
        self._step = torch._fused_adamw_ if decoupled else torch._fused_adam_
        self._mean = self._keep("mean", torch.zeros_like(weights))
        self._square = self._keep("square", torch.zeros_like(weights))
        self._count = self._keep("count", torch.zeros((), dtype=torch.float32, device=weights.device))

    def step(self, learning_rate: float) -> None:
        """Go against the mean gradients, each divided by the root of its mean square."""
        self._count += 1
        self._step(
            [self._weights], [self._gradients], [self._mean], [self._square], [], [self._count],
            lr=learning_rate, beta1=BETAS[0], beta2=BETAS[1], weight_decay=self._weight_decay, eps=ADAM_EPSILON,
            amsgrad=False, maximize=False,
        )  # fmt: skip


class RMSprop(_FlatOptimizer):
    """RMSprop: each gradient is divided by the root of its recent mean square.

    Source: Tieleman and Hinton 2012, "Neural Networks for Machine Learning", lecture 6.5.
    """

    def __init__(self, weights: Tensor, gradients: Tensor, *, weight_decay: float = 0.0) -> None:
        super().__init__(weights, gradients, weight_decay)
        self._square = self._keep("square", torch.zeros_like(weights))
        self._root = torch.empty_like(weights)

    def step(self, learning_rate: float) -> None:
        """Go against the gradients, each divided by the root of its mean square."""
        gradients = self._gradients
        if self._weight_decay:
            gradients.add_(self._weights, alpha=self._weight_decay)
        self._square.mul_(RMSPROP_SMOOTHING).addcmul_(gradients, gradients, value=1 - RMSPROP_SMOOTHING)
        torch.sqrt(self._square, out=self._root).add_(RMSPROP_EPSILON)
        self._weights.addcdiv_(gradients, self._root, value=-learning_rate)


OPTIMIZERS: dict[OptimizerName, Callable[[Tensor, Tensor, TrainingConfig], Optimizer]] = {
    OptimizerName.SGD: lambda w, g, config: SGD(w, g, weight_decay=config.weight_decay),
    OptimizerName.MOMENTUM: lambda w, g, config: SGD(
        w, g, momentum=config.momentum, weight_decay=config.weight_decay
    ),
    OptimizerName.NESTEROV: lambda w, g, config: SGD(
        w, g, momentum=config.momentum, nesterov=True, weight_decay=config.weight_decay
    ),
    OptimizerName.ADAM: lambda w, g, config: Adam(w, g, weight_decay=config.weight_decay),
    OptimizerName.ADAMW: lambda w, g, config: Adam(w, g, weight_decay=config.weight_decay, decoupled=True),
    OptimizerName.RMSPROP: lambda w, g, config: RMSprop(w, g, weight_decay=config.weight_decay),
}


def make_optimizer(weights: Tensor, gradients: Tensor, config: TrainingConfig) -> Optimizer:
    """Return the optimiser a configuration asks for.

    Args:
        weights: ``(P,)`` float, all weights; changed in place by its steps.
        gradients: ``(P,)`` float, where the gradients lie before a step.
        config: Which optimiser, momentum and weight decay.
    """
    return OPTIMIZERS[config.optimizer](weights, gradients, config)


def clip_gradients(gradients: Tensor, limit: float) -> None:
    """Shorten ``gradients (P,)`` to the length ``limit`` where they are longer, without asking the device."""
    scale = torch.clamp(limit / (torch.linalg.vector_norm(gradients) + 1e-6), max=1.0)
    gradients.mul_(scale)
