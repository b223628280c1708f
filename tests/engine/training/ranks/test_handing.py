from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.training.checkpoint import Checkpoint
from engine.training.events import TrainingFinished
from engine.training.loop import train
from engine.training.ranks.handing import Handed, hand_out, receive
from engine.training.ranks.ranks import Ranks

Meet = Callable[[int], list[Ranks]]
AtOnce = Callable[[list[Callable[[], object]]], list[Any]]


def equal(one: object, other: object) -> bool:
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(equal(one[k], other[k]) for k in one)
        )
    if isinstance(one, torch.Tensor):
        return isinstance(other, torch.Tensor) and one.dtype == other.dtype and torch.equal(one, other)
    return bool(np.array_equal(one, other))  # type: ignore[arg-type]


@pytest.mark.parametrize("epochs", [0, 1])
def test_what_is_handed_out_arrives_to_the_bit(
    experiment: Experiment, split: Split, meet: Meet, at_once: AtOnce, epochs: int
) -> None:
    end = next(
        event
        for event in train(experiment.with_(**{"training.epochs": 1, "training.averaging": epochs}), split)
        if isinstance(event, TrainingFinished)
    )
    checkpoint = end.checkpoint
    assert checkpoint is not None
    if not epochs:
        values = {field.name: getattr(checkpoint, field.name) for field in fields(checkpoint)}
        checkpoint = Checkpoint(**values | {"best_model": None, "best_epoch": 0, "best_loss": math.inf})
    teacher = np.ones((len(split.train), 4), np.float32)
    first, second = meet(2)
    _, handed = at_once(
        [lambda: hand_out(first, Handed(experiment, split, teacher, checkpoint)), lambda: receive(second)]
    )
    assert handed.experiment == experiment
    assert handed.data.classes == split.classes
    for part in ("train", "validation"):
        assert equal(getattr(split, part).images, getattr(handed.data, part).images)
        assert equal(getattr(split, part).labels, getattr(handed.data, part).labels)
    assert len(handed.data.test) == 0
    assert equal(handed.teacher, teacher)
    for field in fields(Checkpoint):
        assert equal(getattr(handed.resume, field.name), getattr(checkpoint, field.name)), field.name
