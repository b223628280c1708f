"""Schedules, held against torch's."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest
import torch
from torch.optim import lr_scheduler

from engine.config import Adversary, Schedule, TrainingConfig
from engine.training.schedules import adversary_strength, factor, growing_epochs

EPOCHS, STEPS_PER_EPOCH = 6, 7
TOTAL = EPOCHS * STEPS_PER_EPOCH
BASE = 0.5


WARM = 8  # steps, a share of 0.2 of 42


def warmed(
    make: Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler],
) -> Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler]:
    """Return what makes a schedule of torch that begins behind a linear rise."""

    def make_both(optimizer: torch.optim.Optimizer) -> lr_scheduler.LRScheduler:
        rise = lr_scheduler.LinearLR(optimizer, 1 / (WARM + 1), total_iters=WARM)
        return lr_scheduler.SequentialLR(optimizer, [rise, make(optimizer)], [WARM])

    return make_both


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


@pytest.mark.parametrize(
    ("schedule", "make"),
    [
        (Schedule.CONSTANT, warmed(lambda o: lr_scheduler.ConstantLR(o, factor=1.0))),
        (Schedule.COSINE, warmed(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=TOTAL - WARM))),
        (Schedule.ONE_CYCLE, lambda o: lr_scheduler.OneCycleLR(o, BASE, TOTAL, pct_start=0.2)),
    ],
)
def test_a_warm_up_is_that_of_torch(
    schedule: Schedule, make: Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler]
) -> None:
    config = TrainingConfig(epochs=EPOCHS, schedule=schedule, warm_up=0.2)
    rates = [BASE * factor(config, step, STEPS_PER_EPOCH) for step in range(TOTAL)]
    assert rates == pytest.approx(torch_rates(make, 1), rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize("warm_up", [0.0, 0.9])
def test_a_warm_up_in_steps_is_the_share_that_they_are_and_counts_in_its_place(
    schedule: Schedule, warm_up: float
) -> None:
    in_steps = TrainingConfig(epochs=EPOCHS, schedule=schedule, warm_up=warm_up, warm_up_steps=WARM)
    as_share = TrainingConfig(epochs=EPOCHS, schedule=schedule, warm_up=WARM / TOTAL)
    for step in range(TOTAL):
        assert factor(in_steps, step, STEPS_PER_EPOCH) == factor(as_share, step, STEPS_PER_EPOCH)


@pytest.mark.parametrize("schedule", Schedule)
def test_a_warm_up_in_steps_does_not_grow_with_the_run(schedule: Schedule) -> None:
    short, long = (
        TrainingConfig(epochs=n, schedule=schedule, warm_up_steps=WARM) for n in (EPOCHS, 10 * EPOCHS)
    )
    rise = range(WARM)
    assert [factor(short, step, STEPS_PER_EPOCH) for step in rise] == pytest.approx(
        [factor(long, step, STEPS_PER_EPOCH) for step in rise]
    )


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize("warm_up_steps", [TOTAL, TOTAL + 1, 2**31 - 1])
def test_a_warm_up_longer_than_the_run_rises_until_its_end(schedule: Schedule, warm_up_steps: int) -> None:
    config = TrainingConfig(
        epochs=EPOCHS, schedule=schedule, schedule_period=EPOCHS, warm_up_steps=warm_up_steps
    )
    rates = [factor(config, step, STEPS_PER_EPOCH) for step in range(TOTAL)]
    assert rates == sorted(rates)
    assert 0 < rates[0] <= rates[-1] <= 1


def test_a_warm_up_rises_below_the_steps_which_count_from_the_beginning() -> None:
    config = TrainingConfig(
        epochs=6, schedule=Schedule.STEP, schedule_period=1, schedule_factor=0.5, warm_up=0.5
    )
    assert [factor(config, step, 1) for step in range(6)] == [1 / 4, 1 / 4, 3 / 16, 1 / 8, 1 / 16, 1 / 32]


@pytest.mark.parametrize("schedule", Schedule)
def test_without_a_warm_up_all_is_as_it_was(schedule: Schedule) -> None:
    before = {"epochs": EPOCHS, "schedule": schedule.value}  # as a file has it that knows of none
    old = TrainingConfig.model_validate(before)
    assert old.warm_up == old.warm_up_steps == 0
    assert old == TrainingConfig(**before, warm_up=0.0)


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize("epochs", [1, 2, 3])
@pytest.mark.parametrize("warm_up", [0.0, 0.1, 0.999])
def test_the_shortest_runs_have_rates_above_zero(schedule: Schedule, epochs: int, warm_up: float) -> None:
    config = TrainingConfig(epochs=epochs, schedule=schedule, warm_up=warm_up)
    assert all(0 < factor(config, step, 1) <= 1 for step in range(epochs))


def test_an_adversary_grows_over_the_first_third() -> None:
    config = TrainingConfig(epochs=EPOCHS, adversary_strength=0.3)
    told = [adversary_strength(config, step, STEPS_PER_EPOCH) for step in range(TOTAL)]
    third = TOTAL // 3
    assert told[:third] == pytest.approx([0.3 * (step + 1) / third for step in range(third)])
    assert set(told[third:]) == {0.3}
    assert adversary_strength(TrainingConfig(epochs=1), 0, 1) == 0.3
    found = [
        growing_epochs(TrainingConfig(epochs=epochs, adversary=Adversary.PGD)) for epochs in (1, 3, 4, 6)
    ]
    assert found == [1, 1, 2, 2]
    assert growing_epochs(TrainingConfig()) == -1
