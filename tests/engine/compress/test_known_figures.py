"""The preset `article` on MNIST, made smaller: figures that are known, with some room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.compress import trial as trial_module
from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.trial import Trial, attempt, measure
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


def test_layer_by_layer_is_far_worse(article: tuple[SavedModel, Split]) -> None:
    saved, split = article
    state = {name: tensor.clone() for name, tensor in saved.state.items()}
    for name, tensor in state.items():
        if name.endswith(".weight"):
            limit = tensor.abs().flatten().kthvalue(round(0.8 * tensor.numel())).values
            tensor[tensor.abs() <= limit] = 0
    one_by_one = measure(replace(saved, state=state), split.test)
    together = measure(replace(saved, state=Pruning().shrink(saved, 0.8).state), split.test)
    assert one_by_one is not None
    assert together is not None
    assert one_by_one.accuracy < together.accuracy - 0.1


def test_a_higher_rate_mends_more(article: tuple[SavedModel, Split], monkeypatch: pytest.MonkeyPatch) -> None:
    saved, split = article
    found = []
    for rate in (1.0, trial_module.RATE):
        monkeypatch.setattr(trial_module, "RATE", rate)
        *_, trial = attempt(saved, Pruning(), 0.95, split, finetune=2, test=True)
        assert isinstance(trial, Trial)
        assert trial.test is not None
        found.append(trial.test.accuracy)
    assert found[1] > found[0] + 0.003


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
