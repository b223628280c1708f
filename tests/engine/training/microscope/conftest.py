"""Steps that were written down, for the tests of the microscope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.training import ModelSnapshot, StepTraced, TrainingControl, TrainingFinished, train
from engine.training.step_trace import StepTrace


@dataclass
class Traced:
    """A run of which every step was asked for alone."""

    traces: list[StepTrace] = field(default_factory=list)
    states: list[dict[str, torch.Tensor]] = field(default_factory=list)
    final: dict[str, torch.Tensor] = field(default_factory=dict)


Tracing = Callable[..., Traced]


@pytest.fixture
def traced(split: Split) -> Tracing:
    def run(experiment: Experiment, data: Split = split, **options: object) -> Traced:
        control, found = TrainingControl(), Traced()
        control.traces_steps = True
        control.step_batch()
        for event in train(experiment, data, control, **options):  # type: ignore[arg-type]
            if isinstance(event, StepTraced):
                found.traces.append(event.trace)
                control.step_batch()
            elif isinstance(event, ModelSnapshot):
                found.states.append(event.state)
            elif isinstance(event, TrainingFinished):
                found.final = event.last_state
        return found

    return run


@pytest.fixture
def final_state(split: Split) -> Callable[..., dict[str, torch.Tensor]]:
    """The last weights of the same run when nobody looks."""

    def run(experiment: Experiment, data: Split = split, **options: object) -> dict[str, torch.Tensor]:
        *_, end = train(experiment, data, **options)  # type: ignore[arg-type]
        assert isinstance(end, TrainingFinished)
        return end.last_state

    return run
