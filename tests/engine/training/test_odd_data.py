"""What train() makes of odd data, and what it refuses in words with a remedy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import ModelError, TrainingError
from engine.training import FinishReason, train
from tests.engine.training.told import finish_of


@pytest.mark.parametrize(
    "options",
    [
        {"train": 3},
        {"train": 1, "validation": 1},
        {"classes": 1},
        {"shape": (6, 5, 3)},
        {"train": 20},
        {"train": 21},
    ],
    ids=str,
)
def test_odd_data_are_trained_on(
    experiment: Experiment, make_split: Callable[..., Split], options: dict[str, Any]
) -> None:
    finished = finish_of(list(train(experiment, make_split(**options))))
    assert finished.reason is FinishReason.COMPLETED


def test_batch_norm_takes_a_last_image_into_the_batch_before(
    experiment: Experiment, make_split: Callable[..., Split]
) -> None:
    experiment = experiment.with_(**{"network.batch_norm": True})
    started, *_, finished = train(experiment, make_split(train=21))
    assert started.steps_per_epoch == 2
    assert finished.reason is FinishReason.COMPLETED


@pytest.mark.parametrize(
    ("changes", "train_count", "word"),
    [
        ({"network.batch_norm": True}, 1, "Batch normalisation"),
        ({"network.batch_norm": True, "training.batch_size": 1}, 20, "Batch normalisation"),
        ({"network.hidden": ({"kind": "conv", "batch_norm": True}, 4)}, 1, "Batch normalisation"),
        ({}, 0, "no examples"),
    ],
)
def test_too_few_images_are_refused_with_a_remedy(
    experiment: Experiment,
    make_split: Callable[..., Split],
    changes: dict[str, Any],
    train_count: int,
    word: str,
) -> None:
    with pytest.raises(TrainingError, match=word) as caught:
        next(train(experiment.with_(**changes), make_split(train=train_count)))
    assert caught.value.remedy


def test_what_does_not_fit_is_refused(experiment: Experiment, split: Split) -> None:
    with pytest.raises(ModelError, match="fit in memory"):
        next(train(experiment.with_(**{"network.hidden": (10**7, 10**7)}), split))


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried"),
        torch.OutOfMemoryError("x"),
    ],
)
def test_memory_that_runs_out_is_told_in_words(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("engine.training.learner.Learner.steps", fail)
    threads = torch.get_num_threads()
    with pytest.raises(TrainingError, match="memory") as caught:
        list(train(experiment.with_(**{"training.threads": threads + 1}), split))
    assert caught.value.remedy
    assert torch.get_num_threads() == threads


def test_other_errors_are_not_hidden(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("shapes differ")

    monkeypatch.setattr("engine.training.learner.Learner.steps", fail)
    with pytest.raises(RuntimeError, match="shapes differ"):
        list(train(experiment, split))
