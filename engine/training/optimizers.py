"""The optimisers, each on one flat vector of all weights; the same steps as ``torch.optim``, without its weight.

``torch.optim`` loops over tensors and, when first used, imports a compiler for seconds. All weights in one vector make
a step a handful of calls, whatever the number of layers. ``apply_rule`` is written so that ``script.scripted`` can read
it: it names no constants from outside, and what it changes lies in lists that are handed in.

Source: Sutskever et al. 2013, PMLR 28(3):1139 (momentum, in the form of ``torch.optim.SGD``); Kingma and Ba 2014,
arXiv:1412.6980 (Adam); Loshchilov and Hutter 2017, arXiv:1711.05101 (AdamW); Tieleman and Hinton 2012, "Neural Networks
for Machine Learning", lecture 6.5 (RMSprop).
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of a named tuple.
from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor

from engine.config import OptimizerName, TrainingConfig


class Rule(NamedTuple):
    """How gradients become new weights. The lists hold one vector ``(P,)`` each, as fused steps want them.

    Attributes:
        kind: ``sgd``, ``adam``, ``adamw`` or ``rmsprop``; ``none`` where another one changes the weights.
        weights: All weights; changed in place.
        gradients: Where the gradients lie.
        first: Momentum, the mean of the gradients, or room for roots; empty where none is needed.
        second: Their mean square.
        done: ``()`` float, steps done.
        momentum: How much of the last steps carries on.
        nesterov: Whether the gradient is taken where momentum leads.
        weight_decay: Strength of the pull towards 0.
        held: What stays as it is: 0 where a weight is held and 1 elsewhere, ``(P,)`` float; where one is, ``(P,)``
            bool; and the weights there, ``(P,)``. Empty where all are free.
    """

    kind: str
    weights: list[Tensor]
    gradients: list[Tensor]
    first: list[Tensor]
    second: list[Tensor]
    done: list[Tensor]
    momentum: float
    nesterov: bool
    weight_decay: float
    held: list[Tensor]


def take_step(rule: Rule, rate: float, clipping: float) -> None:
    """Change the weights by the gradients that lie ready; those that are held keep every bit.

    Args:
        rule: How gradients become weights.
        rate: The learning rate.
        clipping: Longest gradient, by the weights that are free; 0 for no limit.
    """
    prepare_gradients(rule, clipping)
    apply_rule(rule, rate)
    if len(rule.held) > 0:  # weight decay and rounding reach them in some rules
        torch.where(rule.held[1], rule.held[2], rule.weights[0], out=rule.weights[0])


def prepare_gradients(rule: Rule, clipping: float) -> None:
    """Take away the gradients of weights that are held, and shorten what is left where it is too long."""
    if len(rule.held) > 0:
        rule.gradients[0].mul_(rule.held[0])
    if clipping > 0:
        clip_gradients(rule.gradients[0], clipping)


def apply_rule(rule: Rule, rate: float) -> None:
    """Change the weights by the gradients that lie ready, at this learning rate."""
    none: list[Tensor] = []
    if rule.kind == "none":
        pass
    elif rule.kind == "sgd":
        torch._fused_sgd_(
            rule.weights, rule.gradients, rule.first,
            weight_decay=rule.weight_decay, momentum=rule.momentum, lr=rate, dampening=0.0,
            nesterov=rule.nesterov, maximize=False, is_first_step=False,
        )  # fmt: skip
    elif rule.kind == "rmsprop":
        weights, gradients, square = rule.weights[0], rule.gradients[0], rule.second[0]
        if rule.weight_decay > 0:
            gradients.add_(weights, alpha=rule.weight_decay)
        square.mul_(0.99).addcmul_(gradients, gradients, value=1 - 0.99)
        root = torch.sqrt(square, out=rule.first[0]).add_(1e-8)
        weights.addcdiv_(gradients, root, value=-rate)
    else:
        rule.done[0].add_(1)
        if rule.kind == "adam":
            torch._fused_adam_(
                rule.weights, rule.gradients, rule.first, rule.second, none, rule.done,
                lr=rate, beta1=0.9, beta2=0.999, weight_decay=rule.weight_decay, eps=1e-8,
                amsgrad=False, maximize=False,
            )  # fmt: skip
        else:  # the weight decay does not pass through the means
            torch._fused_adamw_(
                rule.weights, rule.gradients, rule.first, rule.second, none, rule.done,
                lr=rate, beta1=0.9, beta2=0.999, weight_decay=rule.weight_decay, eps=1e-8,
                amsgrad=False, maximize=False,
            )  # fmt: skip


def clip_gradients(gradients: Tensor, limit: float) -> None:
    """Shorten ``gradients (P,)`` to the length ``limit`` where they are longer, without asking the device."""
    scale = torch.clamp(limit / (torch.linalg.vector_norm(gradients) + 1e-6), max=1.0)
    gradients.mul_(scale)


class Optimizer:
    """A rule, and the tensors it keeps from step to step.

    Args:
        weights: ``(P,)`` float, all weights; changed in place.
        gradients: ``(P,)`` float, where the gradients lie before a step.
        config: Which optimiser, momentum and weight decay.

    Attributes:
        rule: The rule, for those who apply it themselves.
    """

    def __init__(self, weights: Tensor, gradients: Tensor, config: TrainingConfig) -> None:
        name = config.optimizer
        carried = name in (OptimizerName.MOMENTUM, OptimizerName.NESTEROV)
        momentum = config.momentum if carried else 0.0
        adaptive = name in (OptimizerName.ADAM, OptimizerName.ADAMW)
        self._kept: dict[str, Tensor] = {}
        if momentum > 0:  # from zero, momentum · 0 + gradient is what torch.optim takes as its first buffer
            self._kept["momentum"] = torch.zeros_like(weights)
        if adaptive:
            self._kept["mean"] = torch.zeros_like(weights)
        if adaptive or name is OptimizerName.RMSPROP:
            self._kept["square"] = torch.zeros_like(weights)
        if adaptive:
            self._kept["count"] = torch.zeros((), dtype=torch.float32, device=weights.device)
        self.rule = Rule(
            kind=name.value if adaptive or name is OptimizerName.RMSPROP else "sgd",
            weights=[weights],
            gradients=[gradients],
            first=[torch.empty_like(weights)]
            if name is OptimizerName.RMSPROP
            else self._those("momentum", "mean"),
            second=self._those("square"),
            done=self._those("count"),
            momentum=momentum,
            nesterov=name is OptimizerName.NESTEROV and momentum > 0,
            weight_decay=config.weight_decay,
            held=[],
        )

    def hold(self, held: Tensor) -> None:
        """Leave some weights as they are from now on.

        Args:
            held: ``(P,)`` bool, which; it is one of the optimiser's own tensors from then on.
        """
        self._kept["held"] = held
        self.rule.held[:] = [(~held).to(self.rule.weights[0].dtype), held, self.rule.weights[0].clone()]

    def _those(self, *names: str) -> list[Tensor]:
        return [tensor for name, tensor in self._kept.items() if name in names]

    def step(self, learning_rate: float, clipping: float = 0.0) -> None:
        """Change the weights by the gradients that lie ready, shortened to ``clipping`` where that is not 0."""
        take_step(self.rule, learning_rate, clipping)

    def state_dict(self) -> dict[str, Tensor]:
        """Return the optimiser's own tensors, not copies, by name."""
        return dict(self._kept)

    def load_state_dict(self, state: Mapping[str, Tensor]) -> None:
        """Copy in what ``state_dict`` gave before.

        Raises:
            ValueError: If it is of another kind of optimiser, or of other weights.
        """
        if state.keys() != self._kept.keys():
            raise ValueError(f"expected {sorted(self._kept)}, got {sorted(state)}")
        if any(state[name].shape != tensor.shape for name, tensor in self._kept.items()):
            raise ValueError("of other weights")  # copying would spread one number over all
        for name, tensor in self._kept.items():
            tensor.copy_(state[name])
        if "held" in self._kept:
            self.hold(self._kept["held"])
