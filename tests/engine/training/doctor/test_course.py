"""The course of a run: how far its weights went, whatever a layer calls them, and what is kept of its epochs."""

from __future__ import annotations

from collections.abc import Sized
from types import SimpleNamespace

import numpy as np
import torch

from engine.config import Experiment
from engine.training.doctor.course import PLATEAU_EPOCHS, Course
from engine.training.doctor.doctor import Doctor
from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    TrainingFinished,
    TrainingStarted,
)


def _snapshot(step: int, gate: float) -> ModelSnapshot:
    """Return weights of which one matrix, named as recurrent layers name theirs, is ``gate`` all over."""
    state = {
        "normalize.mean": torch.full((1, 1, 1), 0.13),
        "hidden_1.weight_ih_l0": torch.full((4, 3), gate),
        "hidden_1.bias_ih_l0": torch.full((4,), float(step)),
        "output.weight": torch.ones(2, 4),
        "output.bias": torch.full((2,), float(step)),
    }
    return ModelSnapshot(step, 0, state)


def test_weights_of_every_layer_count_as_moved_and_nothing_else_does() -> None:
    course = Course(Experiment(), classes=2)
    course.add(_snapshot(0, 1.0))
    course.add(_snapshot(5, 1.0))
    assert course.moved == 0.0
    course.add(_snapshot(9, 2.0))
    assert course.moved == (12 / 20) ** 0.5


def test_a_run_that_keeps_its_best_epoch_is_judged_by_how_far_it_went() -> None:
    course = Course(Experiment(), classes=2)
    course.add(_snapshot(0, 1.0))
    kept, last = _snapshot(5, 1.0).state, _snapshot(9, 2.0).state
    checkpoint = SimpleNamespace(model=last)
    course.add(
        TrainingFinished(
            FinishReason.EARLY_STOPPED, 9, 3, 1.0, kept, kept_epoch=1, kept_step=5, checkpoint=checkpoint
        )
    )
    assert course.moved == (12 / 20) ** 0.5


class _Counted(EpochDone):
    """An epoch that counts how often anybody looks into any."""

    looks = 0

    def __getattribute__(self, name: str) -> object:
        _Counted.looks += 1
        return super().__getattribute__(name)


def _epoch(kind: type[EpochDone], number: int, random: np.random.Generator) -> EpochDone:
    """Return an epoch of ten steps; one in four was not validated."""
    unseen = None if number % 4 == 0 else float(random.choice([0.3, 0.5, 0.7, 0.9]))
    rate = float(random.choice([0.1, 0.01]))
    return kind(number, 10 * number, 1 / number, 0.9, unseen, unseen, rate, 1.0, best=False)


def test_what_is_kept_of_the_epochs_is_what_a_look_at_all_of_them_gives() -> None:
    random, course = np.random.default_rng(0), Course(Experiment(), classes=10)
    told: list[EpochDone] = []
    since = 0  # the learning rate was changed last
    for number in range(1, 60):
        if number == 31:
            course.add(LearningRateChanged(300, 0.1, 0.01))
            since = len(told)
        told.append(_epoch(EpochDone, number, random))
        course.add(told[-1])
        validated = [epoch for epoch in told if epoch.validation_loss is not None]
        assert course.last is told[-1]
        assert course.last_validated is (validated[-1] if validated else None)
        assert course.best_validated is min(validated, key=lambda epoch: epoch.validation_loss, default=None)
        assert list(course.steady) == told[since:][-1 - PLATEAU_EPOCHS :]
        assert course.steady_rate == max(epoch.learning_rate for epoch in told[since:])


def test_an_epoch_costs_and_leaves_as_much_after_thousands_as_after_some() -> None:
    random, doctor = np.random.default_rng(0), Doctor(Experiment())
    doctor.add(TrainingStarted(5000, 10, 60, 6, 1000, "cpu", 1))
    costs, kept = [], []
    for number in range(1, 2003):
        epoch = _epoch(_Counted, number, random)
        _Counted.looks = 0
        doctor.hear(epoch)
        if number in (50, 2002):
            assert doctor.findings is not None  # all rules are gone through
            costs.append(_Counted.looks)
            kept.append(sum(len(part) for part in vars(doctor._course).values() if isinstance(part, Sized)))
    assert 0 < costs[1] < 2 * costs[0]
    assert 0 < kept[1] <= kept[0]
