"""Steps by hand with products in bfloat16: near those of float32, and only where a product is large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch

from engine.choices import Precision
from engine.config import Experiment
from engine.data.dataset import Split
from engine.training.fast import dense_step
from engine.training.fast.dense_step import DenseStep, is_rounded
from engine.training.learner import Learner
from tests.engine.training.fast.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

CPU = torch.device("cpu")


def step_of(experiment: Experiment, split: Split, *, rounded: bool = True) -> tuple[Learner, DenseStep]:
    learner = Learner(experiment, split, CPU, rounded=rounded)
    assert isinstance(learner._step, DenseStep)
    return learner, learner._step


@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_gradients_are_those_of_float32_rounded(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    monkeypatch.setattr(dense_step, "LEAST_WORK", 1)
    experiment = experiment.with_(**changes)
    found = []
    for rounded in (False, True):
        learner, step = step_of(experiment, split, rounded=rounded)
        assert [is_rounded(layer) for layer in step._layers[:-1]] == [rounded] * (len(step._layers) - 1)
        learner.begin_epoch()
        learner.steps(0, [0.0], [0.1] * bool(learner._opponent))
        found.append(dict(learner.flat.parts_of(learner.flat.gradients.clone())))
    exact, near = found
    for name, gradient in exact.items():
        away = float((gradient - near[name]).norm() / gradient.norm())
        assert 0 < away < 0.05, name


def test_large_products_are_rounded_and_one_at_least(experiment: Experiment, split: Split) -> None:
    def of(hidden: str) -> list[bool]:
        _, step = step_of(experiment.with_(**{"network.hidden": hidden}), split)
        return [is_rounded(layer) for layer in step._layers]

    assert len(split.train.images[0].ravel()) * 400 * experiment.training.batch_size < dense_step.LEAST_WORK
    assert of("400,800,3") == [False, True, False, False]
    assert of("8,4") == [True, False, False]  # whoever asks for it has some
    assert of("2,8") == [True, False, False]
    assert not any(of(""))  # what the loss sees keeps its digits


class Third(Learner):
    """Learns from a third of each batch, as each of three processes does."""

    def _stepping(self, kind: Callable[..., Any], sizes: set[int]) -> Any:
        return super()._stepping(kind, {size // 3 for size in sizes})


def test_each_of_several_processes_rounds_what_one_alone_would(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = experiment.with_(**{"network.hidden": "60,400,100"})
    monkeypatch.setattr(dense_step, "LEAST_WORK", 60 * 400 * experiment.training.batch_size)
    found = []
    for learns in (Learner, Third):
        step = learns(wide, split, CPU, rounded=True)._step
        assert isinstance(step, DenseStep)
        found.append([is_rounded(layer) for layer in step._layers])
    assert found[0] == found[1]
    assert found[0][1:] == [True, True, False]


def test_where_nothing_is_rounded_it_is_not_said_to_be(experiment: Experiment, split: Split) -> None:
    learner, step = step_of(experiment.with_(**{"network.hidden": ""}), split)
    assert not step.rounds
    assert learner.precision == Precision.FLOAT32


def test_weights_stay_float32_and_what_they_come_to_follows_float32(
    experiment: Experiment, split: Split
) -> None:
    losses = []
    for rounded in (False, True):
        learner, _ = step_of(experiment, split, rounded=rounded)
        for _ in range(8):
            learner.begin_epoch()
            learner.steps(0, [0.01] * learner.steps_per_epoch)
            loss = learner.results(0, learner.steps_per_epoch)[0]
            learner.end_epoch()
        assert learner.flat.weights.dtype == torch.float32
        losses.append(float(loss.mean()))
    exact, near = losses
    assert near == pytest.approx(exact, rel=0.1)
