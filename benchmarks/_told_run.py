"""A run of any length that is told but not computed: the events of the article's network, made up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.training.events import (
    EpochDone,
    FinishReason,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)

STEPS_PER_EPOCH = 422  # 54,000 images in batches of 128
STEPS_PER_SECOND = 1500.0


def told_run(steps: int, *, at_once: int = 50) -> Iterator[object]:
    """Tell of a run: a loss that falls noisily, an accuracy that rises, an epoch whenever one is full.

    Args:
        steps: How many there are.
        at_once: How many steps one event tells of at most.
    """
    random = np.random.default_rng(0)
    epochs = max(1, steps // STEPS_PER_EPOCH)
    yield TrainingStarted(epochs, STEPS_PER_EPOCH, 54_000, 6_000, 55_050, "cpu", 1, learning_rate=0.001)
    first = 1
    while first <= steps:
        epoch = 1 + (first - 1) // STEPS_PER_EPOCH
        last = min(steps, first + at_once - 1, epoch * STEPS_PER_EPOCH)
        yield some_steps(first, last, epoch, random)
        if last == epoch * STEPS_PER_EPOCH:
            loss, seconds = 1 / np.sqrt(last), last / STEPS_PER_SECOND
            yield EpochDone(
                epoch, last, loss, 1 - loss, 1.1 * loss, 1 - 1.1 * loss, 0.001, seconds, best=True
            )
        first = last + 1


def some_steps(first: int, last: int, epoch: int, random: np.random.Generator) -> StepsDone:
    """Tell of the steps from one to another, both counted."""
    losses = (np.arange(first, last + 1) ** -0.5 * random.lognormal(0, 0.3, last - first + 1)).astype(
        np.float32
    )
    rates = np.full(len(losses), 0.001, np.float32)
    return StepsDone(first, losses, 1 - losses / 4, rates, epoch, last / STEPS_PER_SECOND)


def with_weights(told: Iterator[object], state: dict[str, Any], steps: int) -> Iterator[object]:
    """Add what a training gives beside: weights at the beginning, after each epoch and at the end.

    Args:
        told: The events of a run.
        state: A model's state dict; every snapshot gets a copy of its own.
        steps: How many steps there are.
    """

    def copy() -> dict[str, Any]:
        return {name: tensor.clone() for name, tensor in state.items()}

    epoch = 0
    for event in told:
        yield event
        if isinstance(event, TrainingStarted):
            yield ModelSnapshot(0, 0, copy())
        elif isinstance(event, EpochDone):
            epoch = event.epoch
            yield ModelSnapshot(event.step, epoch, copy())
    yield TrainingFinished(FinishReason.STOPPED, steps, epoch, steps / STEPS_PER_SECOND, copy())
