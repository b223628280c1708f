"""Every optimiser, held against torch.optim step by step."""

from __future__ import annotations

import pytest
import torch

from engine.config import OptimizerName, TrainingConfig
from engine.runtime import generator
from engine.training.optimizers import Optimizer, clip_gradients

LEARNING_RATE = 0.05
STEPS = 12

ORACLES = {
    OptimizerName.SGD: lambda p, decay: torch.optim.SGD(p, LEARNING_RATE, weight_decay=decay),
    OptimizerName.MOMENTUM: lambda p, decay: torch.optim.SGD(
        p, LEARNING_RATE, momentum=0.8, weight_decay=decay
    ),
    OptimizerName.NESTEROV: lambda p, decay: torch.optim.SGD(
        p, LEARNING_RATE, momentum=0.8, nesterov=True, weight_decay=decay
    ),
    OptimizerName.ADAM: lambda p, decay: torch.optim.Adam(p, LEARNING_RATE, weight_decay=decay),
    OptimizerName.ADAMW: lambda p, decay: torch.optim.AdamW(p, LEARNING_RATE, weight_decay=decay),
    OptimizerName.RMSPROP: lambda p, decay: torch.optim.RMSprop(p, LEARNING_RATE, weight_decay=decay),
}


def gradients(step: int) -> torch.Tensor:
    return torch.randn(37, generator=generator(step, "gradients"))


@pytest.mark.parametrize("weight_decay", [0.0, 0.1])
@pytest.mark.parametrize("name", OptimizerName)
def test_steps_are_those_of_torch(name: OptimizerName, weight_decay: float) -> None:
    config = TrainingConfig(optimizer=name, momentum=0.8, weight_decay=weight_decay)
    weights, slots = gradients(-1 % 100), torch.zeros(37)
    parameter = torch.nn.Parameter(weights.clone())
    own, oracle = Optimizer(weights, slots, config), ORACLES[name]([parameter], weight_decay)
    for step in range(STEPS):
        rate = LEARNING_RATE / (1 + step)
        slots.copy_(gradients(step))
        parameter.grad = gradients(step)
        oracle.param_groups[0]["lr"] = rate
        own.step(rate)
        oracle.step()
        torch.testing.assert_close(weights, parameter.detach(), rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize("name", OptimizerName)
def test_an_optimiser_goes_on_to_the_bit_from_its_state(name: OptimizerName) -> None:
    config = TrainingConfig(optimizer=name, weight_decay=0.01)
    weights, slots = gradients(50), torch.zeros(37)
    first = Optimizer(weights, slots, config)
    for step in range(3):
        slots.copy_(gradients(step))
        first.step(LEARNING_RATE)
    other_weights, other_slots = weights.clone(), gradients(9)
    second = Optimizer(other_weights, other_slots, config)
    second.load_state_dict({key: tensor.clone() for key, tensor in first.state_dict().items()})
    slots.copy_(gradients(9))
    first.step(LEARNING_RATE)
    second.step(LEARNING_RATE)
    assert torch.equal(weights, other_weights)


@pytest.mark.parametrize("limit", [0.5, 100.0])
def test_clipping_is_that_of_torch(limit: float) -> None:
    own, parameter = gradients(0), torch.nn.Parameter(torch.zeros(37))
    parameter.grad = gradients(0)
    torch.nn.utils.clip_grad_norm_([parameter], limit)
    clip_gradients(own, limit)
    torch.testing.assert_close(own, parameter.grad)
