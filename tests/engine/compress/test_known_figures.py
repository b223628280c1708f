"""The preset `article` on MNIST, made smaller: figures that are known, with some room."""

from __future__ import annotations

import pytest

from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.trial import Trial, attempt
from engine.config import load_preset
from engine.data.dataset import Split
from engine.data.datasets import load_split
from engine.storage.model_file import SavedModel
from engine.training import train
from engine.training.events import TrainingFinished

pytestmark = [pytest.mark.mnist, pytest.mark.slow]


@pytest.fixture(scope="module")
def article() -> tuple[SavedModel, Split]:
    experiment = load_preset("article").with_(**{"training.threads": 1})
    split = load_split(experiment.data)
    (state,) = (event.state for event in train(experiment, split) if isinstance(event, TrainingFinished))
    return SavedModel(experiment, split.classes, split.train.image_shape, state=state), split


def test_pruned_fine_tuned_and_quantised(article: tuple[SavedModel, Split]) -> None:
    saved, split = article
    least = {
        (Pruning(), 0.5, 0): 0.96,
        (Pruning(), 0.8, 0): 0.85,
        (Pruning(), 0.9, 2): 0.962,
        (Pruning(), 0.95, 2): 0.935,
        (Quantise(), 8, 0): 0.97,
        (Quantise(), 4, 0): 0.96,
        (Quantise(), 2, 0): 0.7,
    }
    sizes = []
    for (method, amount, epochs), wanted in least.items():
        *_, trial = attempt(saved, method, amount, split, finetune=epochs, test=True)
        assert isinstance(trial, Trial)
        assert trial.test is not None
        assert trial.test.accuracy > wanted, (method.name, amount, epochs)
        sizes.append(trial.size)
    assert sizes[1] < 60_000, "80 % of the weights at 0"
    assert sizes[4] < 60_000, "8 bits"
    assert sizes[5] < 35_000, "4 bits, and a scale for each 32"
