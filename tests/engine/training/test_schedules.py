"""Schedules, held against torch's."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest
import torch
from torch.optim import lr_scheduler

from engine.config import Schedule, TrainingConfig
from engine.training.schedules import factor

EPOCHS, STEPS_PER_EPOCH = 6, 7
TOTAL = EPOCHS * STEPS_PER_EPOCH
BASE = 0.5


def torch_rates(make: Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler], every: int) -> list[float]:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], BASE)
    rates = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch wants optimizer.step() in between
        scheduler = make(optimizer)
        for step in range(TOTAL):
            rates.append(optimizer.param_groups[0]["lr"])
            if (step + 1) % every == 0 and step + 1 < TOTAL:
                scheduler.step()
    return rates


@pytest.mark.parametrize(
    ("schedule", "make", "every"),
    [
        (Schedule.CONSTANT, lambda o: lr_scheduler.ConstantLR(o, factor=1.0), 1),
        (Schedule.STEP, lambda o: lr_scheduler.StepLR(o, step_size=2, gamma=0.3), STEPS_PER_EPOCH),
        (Schedule.COSINE, lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=TOTAL), 1),
        (Schedule.ONE_CYCLE, lambda o: lr_scheduler.OneCycleLR(o, BASE, TOTAL), 1),
    ],
)
def test_rates_are_those_of_torch(
    schedule: Schedule, make: Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler], every: int
) -> None:
    config = TrainingConfig(epochs=EPOCHS, schedule=schedule, schedule_period=2, schedule_factor=0.3)
    rates = [BASE * factor(config, step, STEPS_PER_EPOCH) for step in range(TOTAL)]
    assert rates == pytest.approx(torch_rates(make, every), rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize("epochs", [1, 2, 3])
def test_the_shortest_runs_have_rates_above_zero(schedule: Schedule, epochs: int) -> None:
    config = TrainingConfig(epochs=epochs, schedule=schedule)
    assert all(0 < factor(config, step, 1) <= 1 for step in range(epochs))
