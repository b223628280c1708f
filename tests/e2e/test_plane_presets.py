"""What the presets of points promise: unseen points are told apart, in seconds on one thread."""

from __future__ import annotations

import pytest

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build_with
from engine.training import TrainingFinished, train

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "least", "seed"), [("moons", 0.99, 0), ("spiral", 0.95, 0), ("spiral", 0.95, 1)]
)
def test_a_preset_tells_unseen_points_apart(name: str, least: float, seed: int) -> None:
    chosen = load_preset(name).with_(
        **{"training.seed": seed, "data.seed": seed, "training.threads": 1, "training.device": "cpu"}
    )
    split = load_split(chosen.data)
    *_, ended = train(chosen, split)
    assert isinstance(ended, TrainingFinished)
    model = build_with(
        chosen.network, ended.state, image_shape=split.train.image_shape, classes=len(split.classes)
    )
    assert evaluate(model, split.test).accuracy >= least
