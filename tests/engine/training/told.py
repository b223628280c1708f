"""What a run of train() told, and a clock by which it tells more or less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch

from engine.training import TrainingEvent, TrainingFinished
from engine.training.history import History


def history_of(events: Iterable[object]) -> History:
    history = History()
    for event in events:
        history.add(event)
    return history


def finish_of(events: list[TrainingEvent]) -> TrainingFinished:
    finished = events[-1]
    assert isinstance(finished, TrainingFinished)
    return finished


def assert_same_weights(left: Mapping[str, torch.Tensor], right: Mapping[str, torch.Tensor]) -> None:
    assert left.keys() == right.keys()
    assert all(torch.equal(left[name], right[name]) for name in left)


class Ticks:
    """A clock that goes on by itself with every look."""

    def __init__(self, tick: float) -> None:
        self.now, self.tick = 0.0, tick

    def __call__(self) -> float:
        self.now += self.tick
        return self.now
