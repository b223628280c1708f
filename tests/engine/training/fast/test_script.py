"""Compiled steps: to the bit those that Python does one by one, and done by Python where there is no compiler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch

from engine.config import Activation, Experiment, OptimizerName
from engine.data.dataset import Split
from engine.training import optimizers
from engine.training.fast import dense_step
from engine.training.fast.script import put_calls_in_place, scripted
from engine.training.learner import Learner

FORMS: list[dict[str, Any]] = [
    {"network.hidden": ()},
    *({"network.hidden": ({"size": 7, "activation": name}, {"size": 5, "activation": name})} for name in Activation),
    *({"training.optimizer": name, "training.weight_decay": 0.01} for name in OptimizerName),
    {"network.hidden": ({"size": 7, "dropout": 0.4, "activation": "tanh"}, {"size": 6, "dropout": 0.2})},
    {"training.label_smoothing": 0.3, "training.gradient_clipping": 0.1},
    {"training.held": "weights", "training.weight_decay": 0.1, "training.gradient_clipping": 0.1},
    {"data.augmentation.enabled": True},
]  # fmt: skip
SHAPES = ((6, 6), (6, 5, 3))


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """PyTorch as it may be one day: it refuses to compile."""

    def refuse(*_: object) -> None:
        raise RuntimeError("there is no script compiler any more")

    scripted.cache_clear()
    monkeypatch.setattr(torch.jit, "script", refuse)
    yield
    scripted.cache_clear()


def trained(
    experiment: Experiment, split: Split, *, rounded: bool = False
) -> tuple[torch.Tensor, list[float]]:
    """Weights and losses after two epochs, in stretches of several steps; the last batch of each is smaller."""
    experiment = experiment.with_(**{"training.batch_size": 10})
    learner = Learner(experiment, split, torch.device("cpu"), rounded=rounded)
    losses: list[float] = []
    with torch.no_grad():
        for _ in range(2):
            learner.begin_epoch()
            for first, rates in ((0, [0.05, 0.02, 0.01]), (3, [0.03] * (learner.steps_per_epoch - 3))):
                learner.steps(first, rates)
            losses += learner.results(0, learner.steps_per_epoch)[0].tolist()
            learner.end_epoch()
    return learner.flat.weights.clone(), losses


@pytest.mark.parametrize(("shape", "rounded"), [*((shape, False) for shape in SHAPES), (SHAPES[0], True)])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_compiled_steps_are_those_of_python_to_the_bit(
    experiment: Experiment,
    make_split: Callable[..., Split],
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any],
    shape: tuple[int, ...],
    rounded: bool,
) -> None:
    experiment, split = experiment.with_(**changes), make_split(shape=shape)
    weights, losses = trained(experiment, split, rounded=rounded)
    monkeypatch.setattr(dense_step, "scripted", lambda function: function)
    plain_weights, plain_losses = trained(experiment, split, rounded=rounded)
    assert torch.equal(weights, plain_weights)
    assert losses == plain_losses
    assert len(set(losses)) > 2  # something was learnt


def test_steps_are_compiled_where_they_can_be() -> None:
    assert scripted(dense_step.run_steps) is not dense_step.run_steps
    assert scripted(dense_step.learn) is not dense_step.learn


@pytest.mark.filterwarnings("ignore:.torch.jit.script. is deprecated:DeprecationWarning")
def test_no_call_of_a_function_is_left_however_deep_it_lies() -> None:
    graph = torch.jit.script(optimizers.take_step).graph  # which calls what calls what clips
    assert graph.findNode("prim::CallFunction")
    with torch.jit.optimized_execution(False):
        put_calls_in_place(graph)
    assert not graph.findNode("prim::CallFunction")
    assert graph.findNode("aten::linalg_vector_norm")


def test_without_a_compiler_python_does_the_steps(
    experiment: Experiment, split: Split, no_compiler: None
) -> None:
    assert scripted(dense_step.run_steps) is dense_step.run_steps
    _, losses = trained(experiment, split)
    assert losses[-1] < losses[0]
