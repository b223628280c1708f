from __future__ import annotations

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.goals.registry import GOALS
from engine.training import validation
from engine.training.batches import BatchBuffers, ImageTensors
from engine.training.learner import Learner
from engine.training.validation import validation_sums


@pytest.mark.parametrize("at_once", [1, 3, 500])
def test_sums_are_those_of_the_images_asked_for_however_many_go_at_once(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(validation, "MOST_AT_ONCE", at_once)
    data = ImageTensors(split.train, torch.device("cpu"))
    model = Learner(experiment, split, torch.device("cpu")).flat.model
    goal = GOALS[split.goal].fitted(split.train.labels)
    with torch.no_grad():
        logits = model.eval()(BatchBuffers(data, {7}).slice(2, 7))
    labels = data.labels[2:9]
    expected = [float(goal.summed_loss(logits, labels)), float((logits.argmax(1) == labels).sum())]
    sums = validation_sums(model, data, goal, 2, 9)
    assert sums.dtype == torch.float64
    assert sums.tolist() == pytest.approx(expected, rel=1e-5)
    assert model.training
