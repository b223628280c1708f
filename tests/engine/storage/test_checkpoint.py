"""Checkpoints whose numbers contradict each other, from a file and from whoever calls ``train``."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.errors import RunError, TrainingError
from engine.storage import checkpoint as checkpoint_file
from engine.training import Checkpoint, CheckpointTaken, StepsDone, TrainingControl, train

EXPERIMENT = Experiment().with_(
    **{"network.hidden": "4", "training.epochs": 3, "training.batch_size": 10, "training.threads": 1}
)


@pytest.fixture(scope="module")
def split() -> Split:
    chance = np.random.default_rng(0)

    def part(count: int) -> Dataset:
        images = chance.integers(256, size=(count, 6, 6)).astype(np.uint8)
        return Dataset("rows", images, chance.integers(2, size=count), ("a", "b"))

    return Split(part(64), part(16), part(16))


@pytest.fixture(scope="module")
def checkpoint(split: Split) -> Checkpoint:
    """Taken amid the second epoch."""
    control = TrainingControl()
    for event in train(EXPERIMENT, split, control):
        if isinstance(event, StepsDone) and event.last_step > 7:
            control.request_checkpoint()
        control.step_batch()
        if isinstance(event, CheckpointTaken) and event.checkpoint.position:
            return event.checkpoint
    raise AssertionError


BAD = [
    ("position", 10**9), ("position", -5), ("position", 7), ("step", -7), ("step", 1), ("step", 10**30),
    ("epoch", -1), ("epoch", 10**9), ("steps_per_epoch", 0), ("steps_per_epoch", 2.5), ("best_epoch", 99),
    ("best_epoch", 0), ("seconds", -1.0), ("seconds", math.nan), ("learning_rate", math.nan), ("learning_rate", -1.0),
    ("learning_rate", math.inf), ("best_loss", math.nan), ("best_loss", math.inf),
    ("epoch_losses", np.zeros(99, np.float32)), ("epoch_losses", np.zeros(0, np.float32)),
    ("epoch_correct", np.full(1, -1)), ("best_model", {"a": torch.zeros(3)}), ("best_model", None),
    ("order_state", torch.zeros(3, 3, dtype=torch.uint8)), ("dropout_state", torch.zeros(16)),
    ("step_limit", -1.0), ("step_limit", math.nan), ("threads_to_come", ((9, 0),)), ("threads_to_come", ("ab",)),
    ("averaged", 3), ("averaged", -1), ("average", {"a": torch.zeros(3)}),
    ("threads_to_come", ((9, 1), (3, 2))), ("threads_to_come", ((9, 10**9),)), ("threads_to_come", ((1.5, 2),)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), BAD, ids=lambda value: str(value)[:20])
def test_numbers_that_cannot_be(
    checkpoint: Checkpoint, split: Split, tmp_path: Path, name: str, value: Any
) -> None:
    bad = replace(checkpoint, **{name: value})
    assert {name, "step", "best_epoch", "position", "average"} & {*bad.contradictions}
    with pytest.raises(TrainingError, match="cannot be resumed"):
        next(train(EXPERIMENT, split, resume=bad))
    path = tmp_path / "checkpoint.safetensors"
    checkpoint_file.save(path, bad, {})
    with pytest.raises(RunError, match="damaged"):
        checkpoint_file.load(path)


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("model", "output.bias", torch.full((2,), math.nan)), ("optimizer", "mean", torch.zeros(1)),
        ("optimizer", "square", torch.tensor(math.inf)), ("optimizer", "count", torch.tensor(-3.0)),
        ("optimizer", "count", torch.tensor(1e9)), ("best_model", "output.bias", torch.zeros(3)),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_tensors_that_cannot_be(
    checkpoint: Checkpoint, split: Split, part: str, name: str, value: torch.Tensor
) -> None:
    bad = replace(checkpoint, **{part: getattr(checkpoint, part) | {name: value}})
    with pytest.raises(TrainingError, match="cannot be resumed"):
        next(train(EXPERIMENT, split, resume=bad))


def test_the_mean_of_weights_is_kept(split: Split, tmp_path: Path) -> None:
    *_, end = train(EXPERIMENT.with_(**{"training.averaging": 0.5}), split)
    kept = end.checkpoint  # type: ignore[union-attr]
    checkpoint_file.save(tmp_path / "checkpoint.safetensors", kept, {})
    read = checkpoint_file.load(tmp_path / "checkpoint.safetensors").checkpoint
    assert read.averaged == kept.averaged > 0
    assert read.average is not None
    assert all(torch.equal(tensor, kept.average[name]) for name, tensor in read.average.items())


def test_one_that_was_taken_has_none(checkpoint: Checkpoint, split: Split) -> None:
    assert checkpoint.position
    assert checkpoint.contradictions == ()
    next(train(EXPERIMENT, split, resume=checkpoint))
