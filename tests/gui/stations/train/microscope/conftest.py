"""A step that was written down, without a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.config import Experiment
from engine.training import StepTraced, TrainingControl, train
from engine.training.step_trace import StepTrace
from tests.engine.training.conftest import make_dataset

Tracing = Callable[..., StepTrace]


@pytest.fixture
def trace() -> Tracing:
    """Make the trace of the first step of a network on small images of four classes."""
    from engine.data.dataset import Split

    def made(hidden: object = (5, 3), **settings: object) -> StepTrace:
        values = {"network.hidden": hidden, "training.batch_size": 12, "training.threads": 1, **settings}
        data = Split(*(make_dataset(count, seed=count) for count in (36, 12, 4)))
        control = TrainingControl()
        control.traces_steps = True
        control.step_batch()
        for event in train(Experiment().with_(**values), data, control):
            if isinstance(event, StepTraced):
                return event.trace
        raise AssertionError("no step was told")

    return made
