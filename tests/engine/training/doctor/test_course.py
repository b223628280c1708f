"""The course of a run: how far its weights went, whatever a layer calls them."""

from __future__ import annotations

from types import SimpleNamespace

import torch

from engine.config import Experiment
from engine.training.doctor.course import Course
from engine.training.events import FinishReason, ModelSnapshot, TrainingFinished


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
