"""A small experiment, its data, ways to record it, and a library of runs that were never trained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.training import TrainingControl, train
from tests.engine.storage.runs.written import write_run


@pytest.fixture(scope="package")
def experiment() -> Experiment:
    """Five epochs of a small network with everything that draws random numbers."""
    return Experiment().with_(
        **{
            "network.hidden": ({"size": 8, "dropout": 0.2},),
            "network.batch_norm": True,
            "training.epochs": 5,
            "training.batch_size": 10,
            "training.schedule": "cosine",
            "training.threads": 1,
        }
    )


@pytest.fixture(scope="package")
def split() -> Split:
    """64 training, 16 validation and 16 test images of 6 × 6 in four classes."""
    chance = np.random.default_rng(0)

    def part(count: int) -> Dataset:
        labels = chance.integers(4, size=count)
        images = chance.integers(80, size=(count, 6, 6)) + 40 * labels[:, None, None]
        return Dataset("rows", images.astype(np.uint8), labels, ("a", "b", "c", "d"))

    return Split(part(64), part(16), part(16))


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """The folder of all runs, not there yet."""
    return tmp_path / "runs"


@pytest.fixture
def library(runs: Path) -> RunLibrary:
    """The library of that folder."""
    return RunLibrary(runs)


@pytest.fixture
def make_run(runs: Path) -> Callable[..., Path]:
    """Write a run that was never trained into that folder; see ``write_run``."""

    def make(run_id: str = "article-1", **options: Any) -> Path:
        return write_run(runs / run_id, **options)

    return make


Follow = Callable[..., list[Any]]


@pytest.fixture
def follow() -> Follow:
    """Train what a recorder records, and return the events; ``until(event)`` or None says when and how to end it."""

    def follow_it(
        recorder: RunRecorder,
        split: Split,
        on_event: Callable[[Any, TrainingControl], None] = lambda event, control: None,
        clock: Callable[[], float] | None = None,
    ) -> list[Any]:
        control = TrainingControl()
        options = {} if clock is None else {"clock": clock}
        training = train(recorder.experiment, split, control, recorder.checkpoint, **options)
        events = []
        for event in recorder.follow(training, control):
            events.append(event)
            on_event(event, control)
        return events

    return follow_it
