"""Measure a model on a data set, whatever its goal: each has its own report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.evaluation.evaluate import answered, evaluate
from engine.evaluation.evaluate_text import evaluate_text
from engine.evaluation.number_report import NumberReport
from engine.goals import characters, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import nn

    from engine.data.dataset import Dataset
    from engine.evaluation.goal_report import GoalReport


def measure(model: nn.Module, dataset: Dataset, **how: Any) -> GoalReport:
    """Run a model over a data set and return the report of its goal.

    Args:
        model: As for ``evaluate``.
        dataset: At least one example.
        how: What else ``evaluate`` takes.

    Raises:
        DataError, ModelError, Cancelled: As ``evaluate``.
    """
    return MEASURES.get(dataset.goal, evaluate)(model, dataset, **how)


def evaluate_number(
    model: nn.Module, dataset: Dataset, *, keep_probabilities: bool = False, **how: Any
) -> NumberReport:
    """Run a model over a data set and hold its answers against the targets; arguments as for ``evaluate``."""
    del keep_probabilities  # there are none
    answers = np.empty(len(dataset), np.float32)
    for part, outputs, _ in answered(model, dataset, **how):
        answers[part] = outputs[:, 0].cpu().numpy()
    return NumberReport.of(dataset.labels, answers, dataset.classes[0])


MEASURES: dict[str, Callable[..., GoalReport]] = {
    number.GOAL.name: evaluate_number,
    characters.GOAL.name: evaluate_text,
}
"""What measures goals that are not classes."""
